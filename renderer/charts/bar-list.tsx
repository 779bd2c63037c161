import { Anchor, UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import { Hatching, paint } from './swatch.tsx';
import './bar-list.css';

export interface BarListProps {
  /** The largest first; an empty name means: not known. */
  readonly groups: readonly Group[];
  readonly nameOf: (group: Group) => string;
  /** How many more there are than main lists. */
  readonly rest: number;
  /** The name that everything is narrowed to, or null. */
  readonly chosen: string | null;
  readonly onChoose: (name: string | null) => void;
}

const shownAtFirst = 6;

/** Rejections by name, each row a button that narrows every view to it, or lets go again. */
export function BarList({ groups, nameOf, rest, chosen, onChoose }: BarListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const hatching = useId();
  const shown = all ? groups : groups.slice(0, shownAtFirst);
  const hidden = groups.length - shown.length;
  const largest = Math.max(1, ...groups.map(({ transient, permanent }) => transient + permanent));
  if (groups.length === 0) return <p className="sw-dim sw-bars-none">{t('chart:none')}</p>;
  return (
    <>
      <ul className="sw-bars">
        {shown.map((group) => (
          <li key={group.name}>
            <UnstyledButton
              className="sw-bar"
              aria-pressed={chosen === group.name}
              title={nameOf(group)}
              onClick={() => {
                onChoose(chosen === group.name ? null : group.name);
              }}
            >
              <span className={group.name === '' ? 'sw-ellipsis sw-dim' : 'sw-ellipsis'}>
                {nameOf(group)}
              </span>
              <span className="sw-number">
                {format.shortNumber(group.transient + group.permanent)}
              </span>
              <span className="sw-hidden">
                {t('chart:bar', {
                  transient: format.number(group.transient),
                  permanent: format.number(group.permanent),
                })}
              </span>
              <svg className="sw-bar-fill" width="100%" height={8} aria-hidden>
                <defs>
                  <Hatching id={hatching} />
                </defs>
                <Stack group={group} largest={largest} hatching={hatching} />
              </svg>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('chart:moreRows', { formatted: format.number(hidden) })}
        </Anchor>
      )}
      {rest > 0 && (all || hidden === 0) && (
        <p className="sw-dim sw-small">{t('chart:rest', { formatted: format.number(rest) })}</p>
      )}
    </>
  );
}

function Stack({
  group,
  largest,
  hatching,
}: {
  readonly group: Group;
  readonly largest: number;
  readonly hatching: string;
}) {
  const share = (count: number) => `${(count / largest) * 100}%`;
  return (
    <>
      <rect width="100%" height={8} rx={2} fill="var(--sw-track)" />
      <rect width={share(group.transient)} height={8} fill={paint.transient} />
      <rect
        x={share(group.transient)}
        width={share(group.permanent)}
        height={8}
        fill={`url(#${hatching})`}
      />
    </>
  );
}
