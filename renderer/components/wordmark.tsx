/** The name and its sign: an envelope whose seal is a pulse. */
export function Wordmark() {
  return (
    <div className="sw-wordmark">
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <rect x="1.5" y="4" width="21" height="16" rx="4" fill="var(--sw-accent)" />
        <path
          d="M5 12.5h3.2l1.9-4 3.1 7 2-3H19"
          fill="none"
          stroke="var(--sw-surface)"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className="sw-nav-label">Sendwell</span>
    </div>
  );
}
