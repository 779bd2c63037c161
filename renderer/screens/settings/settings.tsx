import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Abilities, Account } from '../../../app/api/contract.ts';
import { client } from '../../client.ts';
import { useSettings } from '../../use-settings.ts';
import { Appearance } from './appearance.tsx';
import { Background } from './background.tsx';
import { Data } from './data.tsx';
import { Notifications } from './notifications.tsx';
import { Privacy } from './privacy.tsx';
import { Proxy } from './proxy.tsx';
import { Reading } from './reading.tsx';
import { TroubleNotice } from './trouble.tsx';
import './settings.css';

/** What is chosen for the whole app. Each choice holds at once; there is nothing to save. */
export function SettingsScreen({ account }: { readonly account: Account | null }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const abilities = useAbilities();
  if (settings === null || abilities === null)
    return <div className="sw-page" aria-busy aria-label={t('app.loading')} />;
  return (
    <div className="sw-page sw-settings">
      <h1>{t('nav.settings')}</h1>
      <TroubleNotice />
      <Appearance settings={settings} />
      <Reading settings={settings} account={account} />
      <Background settings={settings} abilities={abilities} />
      <Notifications settings={settings} abilities={abilities} />
      <Proxy settings={settings} />
      <Data />
      <Privacy />
    </div>
  );
}

function useAbilities(): Abilities | null {
  const [abilities, setAbilities] = useState<Abilities | null>(null);
  useEffect(() => {
    let current = true;
    void client.abilities().then((now) => {
      if (current) setAbilities(now);
    });
    return () => {
      current = false;
    };
  }, []);
  return abilities;
}
