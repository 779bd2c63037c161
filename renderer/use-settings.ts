import { useEffect, useState } from 'react';
import type { Settings } from '../app/api/contract.ts';
import { client } from './client.ts';

/** The settings as main holds them, followed while they change; null until main has answered. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    let current = true;
    const stop = client.onSettingsChanged(setSettings);
    void client.settings().then((now) => {
      // A change that was heard meanwhile is newer.
      if (current) setSettings((heard) => heard ?? now);
    });
    return () => {
      current = false;
      stop();
    };
  }, []);
  return settings;
}
