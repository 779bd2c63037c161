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
  const shown: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number' && name.endsWith('At')) shown[name] = time(value);
    else if (typeof value === 'number' && name === 'share')
      shown[name] = `${Math.round(value * 100)}%`;
    else shown[name] = value;
  }
  return text.t(`cause:evidence.${code}`, { ...shown, returnObjects: false });
}
