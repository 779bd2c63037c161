import { useId } from 'react';

export type Series = 'transient' | 'permanent' | 'sent' | 'episode' | 'password';

/** How each series is drawn: never by colour alone. Permanent is hatched, sent is a line, an episode a band. */
export const paint = {
  transient: 'var(--sw-amber)',
  permanent: 'var(--sw-red)',
  sent: 'var(--sw-slate)',
  episode: 'var(--sw-episode)',
  episodeEdge: 'var(--sw-episode-edge)',
  password: 'var(--sw-violet)',
} as const;

/** Red stripes on the ground, for permanent rejections. */
export function Hatching({ id }: { readonly id: string }) {
  return (
    <pattern
      id={id}
      width={5}
      height={5}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={5} height={5} fill={paint.permanent} />
      <rect width={1.5} height={5} fill="var(--sw-surface)" />
    </pattern>
  );
}

/** The small picture of a series, for legend and tooltip; its name stands beside it. */
export function Swatch({ series }: { readonly series: Series }) {
  const hatching = useId();
  return (
    <svg className="sw-swatch" width={14} height={12} viewBox="0 0 14 12" aria-hidden>
      {series === 'permanent' && (
        <defs>
          <Hatching id={hatching} />
        </defs>
      )}
      {series === 'sent' ? (
        <path d="M0 9.5 H4 V2.5 H9 V6.5 H14" fill="none" stroke={paint.sent} strokeWidth={1.75} />
      ) : series === 'password' ? (
        <path d="M3 0.5H11L7 6ZM6.25 6H7.75V12H6.25Z" fill={paint.password} />
      ) : (
        <rect
          x={1}
          y={0.5}
          width={11}
          height={11}
          fill={series === 'permanent' ? `url(#${hatching})` : paint[series]}
          stroke={series === 'episode' ? paint.episodeEdge : paint[series]}
          strokeDasharray={series === 'episode' ? '2 2' : undefined}
        />
      )}
    </svg>
  );
}
