import { Button } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lockout } from '../../../../app/password/guide/machine.ts';
import type { Progress } from '../../../../app/password/guide/progress.ts';
import { useFormat } from '../../../use-format.ts';
import type { PasswordDesk } from '../use-password.ts';

/** A lockout is a clock, not an error. */
export function LockClock({
  desk,
  progress,
  left,
}: {
  readonly desk: PasswordDesk;
  readonly progress: Progress;
  /** Milliseconds. */
  readonly left: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const until = progress.lockedUntil ?? 0;
  const { lastTry } = progress;
  // Started by the third refusal, not by a word of the server's or the owner's.
  const byCaution = lastTry?.outcome === 'refused' && until === lastTry.at + lockout;
  return (
    <div className="sw-lock" role="status">
      <IconClockHour4 size={28} stroke={1.4} aria-hidden />
      <div>
        <h3>{t('guide.lock.title')}</h3>
        <p className="sw-lock-time sw-number">
          <span>{t('guide.lock.until', { time: format.moment(until, until - left) })}</span>
          <span className="sw-lock-left" aria-hidden>
            {minutesAndSeconds(left)}
          </span>
        </p>
        <p>{t(byCaution ? 'guide.lock.pausedText' : 'guide.lock.text')}</p>
        <p className="sw-dim">{t('guide.lock.meanwhile')}</p>
        <Button variant="default" onClick={() => void desk.send({ type: 'not-locked' })}>
          {t('guide.lock.notLocked')}
        </Button>
      </div>
    </div>
  );
}

function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
