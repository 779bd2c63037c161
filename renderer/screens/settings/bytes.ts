const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** 12.6 MB: thousands, as file managers on most systems count. */
export function bytesFor(language: string): (bytes: number) => string {
  return (bytes) => {
    const step = Math.min(
      units.length - 1,
      bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3 + 1e-9),
    );
    return new Intl.NumberFormat(language, {
      style: 'unit',
      unit: units[step] ?? 'byte',
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: step < 2 ? 0 : 1,
    }).format(bytes / 1000 ** step);
  };
}
