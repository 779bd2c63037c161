import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client.ts';
import { digestOf } from './copied-secret.ts';

/** As long as main leaves it on the clipboard. */
const stay = 30_000;

/** Copies a password. Main is told that there is one, not which: a keyed digest is enough to clear it later. */
export function CopySecret({
  secret,
  label,
  name,
}: {
  readonly secret: string;
  readonly label: string;
  /** Tells several such buttons apart. */
  readonly name?: string;
}) {
  const { t } = useTranslation();
  const [state, setState] = useState<'ready' | 'copied' | 'copyFailed'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => {
      setState('ready');
    }, stay);
    return () => {
      clearTimeout(timer);
    };
  }, [state]);
  const copy = async () => {
    try {
      // First the guard, then the secret: it is never there unguarded.
      await client.passwordCopied(await digestOf(secret));
      await navigator.clipboard.writeText(secret);
      setState('copied');
    } catch {
      setState('copyFailed');
    }
  };
  const Icon = state === 'copied' ? IconCheck : IconCopy;
  return (
    <span className="sw-copy-secret">
      <Button
        variant="default"
        size="xs"
        aria-label={name}
        leftSection={<Icon size={14} stroke={1.6} aria-hidden />}
        onClick={() => void copy()}
      >
        {label}
      </Button>
      <span role="status" className="sw-password-small">
        {state !== 'ready' && t(`password.suggest.${state}`)}
      </span>
    </span>
  );
}
