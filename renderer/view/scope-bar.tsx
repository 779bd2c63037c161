import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format.ts';
import { useFilterWords } from './filter-words.ts';
import type { SharedView } from './use-views.ts';
import {
  currentPreset,
  currentSpan,
  isWhole,
  narrow,
  narrowings,
  presets,
  stepBack,
  wholeTime,
  wholeView,
  zoomTo,
} from './view.ts';
import './scope-bar.css';

const whole = 'whole';
const drawn = 'drawn';

/**
 * What every view below shows, in words: the time and each filter, removable one by one. It keeps its height
 * whatever it says, so that choosing a filter moves nothing.
 */
export function ScopeBar({
  shared,
  children,
}: {
  readonly shared: SharedView;
  readonly children?: ReactNode;
}) {
  const { view, now, change } = shared;
  const { t } = useTranslation();
  const format = useFormat();
  const words = useFilterWords();
  const span = currentSpan(view);
  const chosen = narrowings.flatMap((name) => {
    const value = view.narrowing[name];
    return value === null ? [] : [{ name, text: words.narrowing(name, value) }];
  });
  return (
    <section className="sw-scope" aria-label={t('scope.label')}>
      <div className="sw-scope-words">
        {isWhole(view) ? (
          <span className="sw-dim">{t('scope.everything')}</span>
        ) : (
          <>
            <span className="sw-dim">{t('scope.only')}</span>
            {span !== null && (
              <Chip
                text={words.time(view, now) ?? ''}
                onRemove={() => {
                  change(wholeTime);
                }}
              />
            )}
            {chosen.map(({ name, text }) => (
              <Chip
                key={name}
                text={text}
                onRemove={() => {
                  change((before) => narrow(before, { [name]: null }));
                }}
              />
            ))}
            {chosen.length + (span === null ? 0 : 1) > 1 && (
              <UnstyledButton
                className="sw-scope-clear"
                onClick={() => {
                  change(() => wholeView);
                }}
              >
                {t('scope.clear')}
              </UnstyledButton>
            )}
          </>
        )}
      </div>
      <div className="sw-scope-time">
        {children}
        <UnstyledButton
          className="sw-scope-back"
          aria-label={t('scope.back')}
          title={t('scope.back')}
          disabled={view.spans.length === 0}
          onClick={() => {
            change(stepBack);
          }}
        >
          <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
        </UnstyledButton>
        <SegmentedControl
          size="xs"
          aria-label={t('scope.time')}
          title={t('overview.zone', { zone: format.zone })}
          value={span === null ? whole : (currentPreset(view) ?? drawn)}
          data={[
            ...presets.map((value) => ({
              value,
              label: t(`scope.preset.${value}`),
            })),
            { value: whole, label: t('scope.whole') },
          ]}
          onChange={(value) => {
            const preset = presets.find((each) => each === value);
            change((before) =>
              preset === undefined ? wholeTime(before) : zoomTo(before, { preset }),
            );
          }}
        />
      </div>
    </section>
  );
}

function Chip({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton
      className="sw-chip"
      aria-label={t('scope.remove', { filter: text })}
      title={t('scope.remove', { filter: text })}
      onClick={onRemove}
    >
      <span className="sw-ellipsis">{text}</span>
      <IconX size={13} stroke={2} aria-hidden />
    </UnstyledButton>
  );
}
