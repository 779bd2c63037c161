import type { ReactNode } from 'react';
import type { Problem } from '../../../app/result.ts';
import { StoreKept } from './store-kept.tsx';
import { StoreTrouble } from './store-trouble.tsx';
import { useStore } from './use-store.ts';

/** Without its database the app can show nothing true: then this stands in place of the screens. */
export function StoreGate({
  problem: atStart,
  children,
}: {
  readonly problem: Problem | null;
  readonly children: ReactNode;
}) {
  const { problem, keptAs, ...actions } = useStore(atStart);
  if (problem !== null) return <StoreTrouble problem={problem} {...actions} />;
  if (keptAs !== null) return <StoreKept keptAs={keptAs} onGoOn={actions.goOn} />;
  return children;
}
