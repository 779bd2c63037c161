import type { i18n } from 'i18next';

/**
 * A piece of evidence as a sentence. Values whose name ends with `At` are moments, `share` is a share of one.
 * @param time how the reader is shown a moment (milliseconds since 1970 UTC)
 */
export function evidenceSentence(
  text: i18n,
  { code, values }: { code: string; values: Readonly<Record<string, string | number>> },
  time: (at: number) => string,
): string {
  const shown = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number' && name.endsWith('At')) return [name, time(value)];
    if (typeof value === 'number' && name === 'share')
      return [name, `${Math.round(value * 100)} %`];
    return [name, value];
  });
  return String(text.t(`cause:evidence.${code}`, Object.fromEntries(shown)));
}
