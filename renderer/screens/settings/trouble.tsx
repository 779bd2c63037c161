import { notifications } from '@mantine/notifications';
import { IconFileAlert } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsTrouble } from '../../../app/api/contract.ts';
import { client } from '../../client.ts';
import { useFormat } from '../../use-format.ts';
import './trouble.css';

/** What was wrong with the settings file, where the old one is, and the way on. */
function TroubleWords({ trouble }: { readonly trouble: SettingsTrouble }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, keptAs, file, lost } = trouble;
  const names = format.list(lost.map((name) => t(`settings.name.${name}`)));
  return (
    <>
      <p>{t(`settings.trouble.${kind}.text`, { names })}</p>
      <p>
        {t(keptAs === null ? 'settings.trouble.inPlace' : 'settings.trouble.keptAs')}{' '}
        <span className="sw-settings-path sw-break">{keptAs ?? file}</span>
      </p>
    </>
  );
}

/** Stands on the Settings screen for as long as the app runs. */
export function TroubleNotice() {
  const { t } = useTranslation();
  const [trouble, setTrouble] = useState<SettingsTrouble | null>(null);
  useEffect(() => {
    let current = true;
    const ask = () =>
      void client.settingsTrouble().then((now) => {
        if (current) setTrouble(now);
      });
    ask();
    // The first change moves a newer file aside: then its place is another one.
    const stop = client.onSettingsChanged(ask);
    return () => {
      current = false;
      stop();
    };
  }, []);
  if (trouble === null) return null;
  return (
    <section className="sw-settings-trouble" aria-labelledby="settings-trouble">
      <IconFileAlert size={18} stroke={1.75} aria-hidden />
      <div>
        <h2 id="settings-trouble" className="sw-section-title">
          {t(`settings.trouble.${trouble.kind}.title`)}
        </h2>
        <TroubleWords trouble={trouble} />
      </div>
    </section>
  );
}

/** The same, said once when the window opens, on whatever screen that is; it stays until it is closed. */
export function useTroubleAtStart(): void {
  const { t } = useTranslation();
  const show = useEffectEvent((trouble: SettingsTrouble) => {
    notifications.show({
      id: 'settings-trouble',
      title: t(`settings.trouble.${trouble.kind}.title`),
      message: <TroubleWords trouble={trouble} />,
      autoClose: false,
      closeButtonProps: { 'aria-label': t('app.close') },
    });
  });
  useEffect(() => {
    let current = true;
    void client.settingsTrouble().then((trouble) => {
      if (current && trouble !== null) show(trouble);
    });
    return () => {
      current = false;
    };
  }, []);
}
