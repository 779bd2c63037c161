import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { looksLikeProxy, type Settings } from '../../../app/api/contract.ts';
import { Group, Row } from './group.tsx';
import { useSave } from './use-save.ts';

const uses = ['system', 'direct', 'manual'] as const;

/** What the connect form begins with. Stored when a field is left, since half an address is often one too. */
export function Proxy({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const save = useSave();
  const [typed, setTyped] = useState<Partial<Settings['proxy']>>({});
  const proxy = { ...settings.proxy, ...typed };
  const store = (next: Settings['proxy']) => {
    // "This one" without an address is not a choice yet.
    if (next.use === 'manual' && !looksLikeProxy(next.url)) return;
    save.change({
      proxy: { ...next, url: looksLikeProxy(next.url) ? next.url : settings.proxy.url },
    });
    setTyped({});
  };
  const leave = () => {
    store({ ...proxy, url: proxy.url.trim(), user: proxy.user.trim() });
  };
  const wrong =
    typed.url === undefined || typed.url.trim() === '' || looksLikeProxy(typed.url.trim())
      ? null
      : t(typed.url.includes('@') ? 'settings.proxyNoSecret' : 'connect.proxyWrong');
  return (
    <Group title={t('settings.name.proxy')} save={save}>
      <Row label={t('settings.proxyUse')} hint={t('settings.hint.proxy')}>
        {(names) => (
          <Select
            {...names}
            data={uses.map((value) => ({ value, label: t(`connect.proxyUse.${value}`) }))}
            value={proxy.use}
            onChange={(value) => {
              const use = uses.find((each) => each === value) ?? 'system';
              setTyped({ ...typed, use });
              store({ ...proxy, use });
            }}
          />
        )}
      </Row>
      {proxy.use === 'manual' && (
        <form
          className="sw-settings-proxy"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            leave();
          }}
        >
          <TextInput
            label={t('connect.proxyUrl')}
            placeholder={t('connect.proxyExample')}
            description={proxy.url.trim() === '' ? t('settings.proxyMissing') : undefined}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            spellCheck={false}
            autoComplete="off"
            maxLength={300}
            value={proxy.url}
            error={wrong}
            onChange={(event) => {
              setTyped({ ...typed, url: event.currentTarget.value });
            }}
            onBlur={leave}
          />
          <TextInput
            label={t('connect.proxyUser')}
            placeholder={t('connect.proxyOptional')}
            spellCheck={false}
            autoComplete="off"
            maxLength={256}
            value={proxy.user}
            onChange={(event) => {
              setTyped({ ...typed, user: event.currentTarget.value });
            }}
            onBlur={leave}
          />
          {/* One field and Enter stores it: a form with two needs a button for that. */}
          <button type="submit" hidden />
        </form>
      )}
    </Group>
  );
}
