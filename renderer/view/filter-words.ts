import { useTranslation } from 'react-i18next';
import { directions } from '../../app/bounce/notice.ts';
import { useFormat } from '../use-format.ts';
import { type Narrowing, narrowings, currentPreset, rangeAt, type View } from './view.ts';

/** The shared filters as words, for the bar above the views and the line below an exported chart's title. */
export function useFilterWords() {
  const { t } = useTranslation();
  const format = useFormat();

  const narrowing = (name: keyof Narrowing, value: string): string => {
    if (name === 'nature') return t(value === 'permanent' ? 'scope.permanent' : 'scope.transient');
    if (name === 'direction') {
      const direction = directions.find((each) => each === value) ?? 'unknown';
      return t(`scope.direction.${direction}`);
    }
    return t(`scope.${name}`, { value: value === '' ? t('scope.unknown') : value });
  };

  const time = (view: View, now: number): string | null => {
    const preset = currentPreset(view);
    if (preset !== null) return t(`scope.last.${preset}`);
    const range = rangeAt(view, now);
    return range === null
      ? null
      : t('overview.zoomed', {
          from: format.dateTime(range.from),
          to: format.dateTime(range.to),
        });
  };

  /** Everything at once, with the zone. */
  const summary = (view: View, now: number): string =>
    [
      time(view, now) ?? t('scope.everything'),
      ...narrowings.flatMap((name) => {
        const value = view.narrowing[name];
        return value === null ? [] : [narrowing(name, value)];
      }),
      t('overview.zone', { zone: format.zone }),
    ].join(' · ');

  return { narrowing, time, summary };
}
