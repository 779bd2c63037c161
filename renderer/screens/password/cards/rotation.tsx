import { Select } from '@mantine/core';
import { IconCalendarDue } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PasswordState } from '../../../../app/api/contract.ts';
import { rotationMonths } from '../../../../app/password/guide/rotation.ts';
import { client } from '../../../client.ts';
import { useFormat } from '../../../use-format.ts';
import { useNow } from '../../../use-now.ts';
import type { PasswordDesk } from '../use-password.ts';

type Rotation = PasswordState['rotation'];

const day = 24 * 3_600_000;
/** From then on it is said where it cannot be missed. */
const remindBefore = 14 * day;
const minute = 60_000;

/** Stands above everything on the screen once the day comes near. */
export function RotationReminder({ rotation }: { readonly rotation: Rotation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(minute);
  const dueAt = rotation?.dueAt ?? null;
  if (dueAt === null || dueAt - now > remindBefore) return null;
  const values = { day: format.day(dueAt), time: format.duration(Math.abs(dueAt - now)) };
  return (
    <p className="sw-password-reminder" role="status">
      <IconCalendarDue size={18} stroke={1.6} aria-hidden />
      {t(dueAt <= now ? 'password.rotation.over' : 'password.rotation.soon', values)}
    </p>
  );
}

export function RotationCard({
  desk,
  state,
}: {
  readonly desk: PasswordDesk;
  readonly state: PasswordState;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rotation } = state;
  const choose = (value: string | null) => {
    const months = rotationMonths.find((each) => String(each) === value) ?? null;
    void desk.run(() => client.setPasswordRotation({ accountId: desk.accountId, months }));
  };
  return (
    <section className="sw-card sw-password-card" aria-labelledby="rotation-title">
      <h2 id="rotation-title">{t('password.rotation.title')}</h2>
      <p className="sw-dim">{t('password.rotation.text')}</p>
      <Select
        label={t('password.rotation.label')}
        value={String(rotation?.months ?? 'never')}
        data={[
          { value: 'never', label: t('password.rotation.never') },
          ...rotationMonths.map((months) => ({
            value: String(months),
            label: t('password.rotation.every', { count: months }),
          })),
        ]}
        onChange={choose}
      />
      {rotation !== null && (
        <p role="status">
          {rotation.dueAt === null
            ? t('password.rotation.unknown')
            : t('password.rotation.due', { day: format.day(rotation.dueAt) })}
        </p>
      )}
    </section>
  );
}
