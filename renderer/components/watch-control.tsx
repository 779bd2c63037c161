import { Switch, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WatchStatus } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import { useNow } from '../use-now.ts';
import './watch-control.css';

/** A switch, what the watch is doing, and on hover or focus everything that there is to know of it. */
export function WatchControl({
  watch,
  onSwitch,
}: {
  readonly watch: WatchStatus | null;
  readonly onSwitch: (on: boolean) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(15_000);
  const state = watch?.state ?? 'off';
  const on = state !== 'off' && state !== 'stopped';
  const nextAt = watch?.nextAt ?? null;
  const at = nextAt === null ? '' : format.moment(nextAt, now);
  return (
    <Tooltip
      label={<Details watch={watch} now={now} />}
      multiline
      w={320}
      position="bottom-end"
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <div className="sw-watch">
        <Switch
          size="sm"
          label={t('watch.switch')}
          aria-describedby="watch-state"
          checked={on}
          onChange={(event) => {
            onSwitch(event.currentTarget.checked);
          }}
        />
        <span id="watch-state" className="sw-watch-state sw-ellipsis" role="status">
          {t(`watch.state.${state}`, { at })}
        </span>
      </div>
    </Tooltip>
  );
}

function Details({ watch, now }: { readonly watch: WatchStatus | null; readonly now: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (watch === null || watch.state === 'off') return t('watch.hint');
  const { read, notices, notRead, lastLookAt, instant, since, state } = watch;
  return (
    <div className="sw-watch-details">
      {(state === 'waiting' || state === 'stopped') && <p>{t(`watch.${state}`)}</p>}
      <p>
        {lastLookAt === null
          ? t('watch.noLook')
          : t('watch.lastLook', { ago: format.ago(lastLookAt, now) })}
        {format.gap}
        {t('watch.read', {
          count: read,
          formatted: format.number(read),
          notices: format.number(notices),
          since: format.moment(since, now),
        })}
      </p>
      {notRead.length > 0 && (
        <p>
          {t('watch.notRead')}
          {format.gap}
          {notRead
            .slice(0, 4)
            .map(({ code, subject, count }) =>
              t(`notice:notScanned.${code}`, {
                subject: subject ?? '',
                ...(count === null ? {} : { count }),
              }),
            )
            .join(format.gap)}
        </p>
      )}
      {instant !== null && <p>{t(instant ? 'watch.instant' : 'watch.asked')}</p>}
    </div>
  );
}
