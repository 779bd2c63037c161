const day = 86_400_000;

const dayNumber = (at: number) => {
  const date = new Date(at);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / day);
};

const sameYear = (a: number, b: number) => new Date(a).getFullYear() === new Date(b).getFullYear();

/** The shortest form that is clear now, in the viewer's zone: 14:05 today, tomorrow 14:05, else day and time. */
export function momentFor(language: string): (at: number, now: number) => string {
  const time = { hourCycle: 'h23', hour: '2-digit', minute: '2-digit' } as const;
  const date = { day: 'numeric', month: 'short' } as const;
  const clock = new Intl.DateTimeFormat(language, time);
  const near = new Intl.DateTimeFormat(language, { ...date, ...time });
  const far = new Intl.DateTimeFormat(language, { ...date, year: 'numeric', ...time });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return (at, now) => {
    const days = dayNumber(at) - dayNumber(now);
    if (days === 0) return clock.format(at);
    if (Math.abs(days) === 1) return `${relative.format(days, 'day')} ${clock.format(at)}`;
    return (sameYear(at, now) ? near : far).format(at);
  };
}
