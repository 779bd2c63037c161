import { Anchor, Button, Loader, Select, TextInput } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldName, SiteId, useConnectForm } from './use-connect-form.ts';

type Form = ReturnType<typeof useConnectForm>;

interface Props {
  readonly form: Form;
  readonly said: (name: FieldName) => string | undefined;
}

/** The site as found from the address, or chosen; a server of one's own has a host, a port and perhaps a CA. */
export function ServerFields({ form, said }: Props) {
  const { t } = useTranslation();
  const ids: SiteId[] = [...form.sites.map((site) => site.id).filter((id) => id !== 'own'), 'own'];
  return (
    <>
      <Select
        label={t('connect.site')}
        placeholder={t('connect.siteEmpty')}
        data={ids.map((id) => ({ value: id, label: t(`connect.siteName.${id}`) }))}
        value={form.server.id}
        error={said('site')}
        description={<SiteSaid form={form} />}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        rightSection={form.looking ? <Loader size={14} aria-hidden /> : undefined}
        onChange={(id) => {
          form.set({ siteId: ids.find((each) => each === id) ?? null });
        }}
      />
      {form.fields.siteId === 'own' && <OwnServer form={form} said={said} />}
    </>
  );
}

/** One line that is always there, so that the form does not jump when the site is found. */
function SiteSaid({ form }: { readonly form: Form }) {
  const { t } = useTranslation();
  const { server, found, looking, fields } = form;
  const where = server.host === null ? '' : `${server.host}:${server.port}`;
  const how = looking
    ? t('connect.siteLooking')
    : fields.siteId === 'own'
      ? ''
      : fields.siteId !== null
        ? t('connect.siteChosen')
        : found.site !== null
          ? t(`connect.evidence.${found.evidence}`)
          : found.address !== null
            ? t('connect.siteNotFound')
            : '';
  return (
    <span
      className="sw-site-said sw-break"
      data-own={fields.siteId === 'own' || undefined}
      role="status"
    >
      {[how, looking || fields.siteId === 'own' ? '' : where].filter(Boolean).join(' · ')}
    </span>
  );
}

function OwnServer({ form, said }: Props) {
  const { t } = useTranslation();
  const { ca } = form.fields;
  return (
    <div className="sw-own-server">
      <TextInput
        className="sw-own-host"
        label={t('connect.host')}
        placeholder="imap.example.com"
        spellCheck={false}
        maxLength={253}
        value={form.fields.host}
        error={said('host')}
        onChange={(event) => {
          form.set({ host: event.currentTarget.value });
        }}
      />
      <TextInput
        className="sw-own-port"
        label={t('connect.port')}
        inputMode="numeric"
        maxLength={5}
        value={form.fields.port}
        error={said('port')}
        onChange={(event) => {
          form.set({ port: event.currentTarget.value });
        }}
      />
      <div className="sw-own-ca">
        <p className="sw-own-ca-label">{t('connect.ca')}</p>
        <p className="sw-dim">{t('connect.caHint')}</p>
        <div className="sw-own-ca-row">
          <Button
            variant="default"
            leftSection={<IconFileCertificate size={16} stroke={1.6} aria-hidden />}
            onClick={() => void form.chooseCa()}
          >
            <span className="sw-ellipsis">{ca ?? t('connect.caChoose')}</span>
          </Button>
          {ca !== null && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              className="sw-break"
              onClick={() => {
                form.set({ ca: null });
              }}
            >
              {t('connect.caClear', { name: ca })}
            </Anchor>
          )}
        </div>
      </div>
    </div>
  );
}
