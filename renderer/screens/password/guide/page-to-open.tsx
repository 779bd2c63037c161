import { Button, Select } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasswordState } from '../../../../app/api/contract.ts';
import { sites } from '../../../../app/mailbox/sites.ts';
import { client } from '../../../client.ts';
import { CopyAddress } from './copy-address.tsx';

type SiteId = PasswordState['site'];

/** The webmail of the account's site; where its host stands in no table, the person chooses. */
export function PageToOpen({ known }: { readonly known: SiteId }) {
  const { t } = useTranslation();
  const [site, setSite] = useState<SiteId>(known === 'own' ? 'china' : known);
  const [outcome, setOutcome] = useState<'opened' | 'declined' | 'failed' | null>(null);
  const webmail = sites.find(({ id }) => id === site)?.webmail ?? '';
  const address = `https://${webmail}/`;
  const open = async () => {
    setOutcome(await client.openWebmail(site).catch(() => 'failed' as const));
  };
  return (
    <div className="sw-change-page">
      <h3>{t('guide.change.page')}</h3>
      {known === 'own' && (
        <Select
          label={t('guide.change.site')}
          description={t('guide.change.siteHint')}
          value={site}
          data={sites.map(({ id }) => ({ value: id, label: t(`connect.siteName.${id}`) }))}
          onChange={(value) => {
            setSite(sites.find(({ id }) => id === value)?.id ?? site);
            setOutcome(null);
          }}
        />
      )}
      <div className="sw-change-address">
        <span className="sw-dim sw-password-small">{t('guide.change.address')}</span>
        <code className="sw-break">{address}</code>
      </div>
      <div className="sw-password-deeds">
        <Button
          variant="default"
          leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
          onClick={() => void open()}
        >
          {t('guide.change.open')}
        </Button>
        <CopyAddress address={address} />
      </div>
      <p className="sw-dim sw-password-small" role="status">
        {outcome !== null && t(`guide.change.${outcome}`)}
      </p>
    </div>
  );
}
