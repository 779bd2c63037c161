import type { ReactNode } from 'react';
import './empty.css';

/** Says that there is nothing, why, and the way on. */
export function Empty({
  icon,
  title,
  text,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="sw-empty">
      {icon}
      <p className="sw-empty-title">{title}</p>
      {text !== undefined && <p className="sw-dim">{text}</p>}
      {children}
    </div>
  );
}
