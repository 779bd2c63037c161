import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export function CopyAddress({ address }: { readonly address: string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid(t('guide.change.addressCopied'));
    } catch {
      setSaid(t('password.suggest.copyFailed'));
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => void copy()}>
        {t('guide.change.copyAddress')}
      </Button>
      <span role="status" className="sw-password-small sw-dim">
        {said}
      </span>
    </>
  );
}
