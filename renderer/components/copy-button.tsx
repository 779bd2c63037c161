import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

export function CopyButton({
  text,
  label,
}: {
  readonly text: () => string | Promise<string | null>;
  /** Else: "Copy for support". */
  readonly label?: string;
}) {
  const { t } = useTranslation();
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  useEffect(() => {
    if (state === 'copy') return;
    const timer = setTimeout(() => {
      setState('copy');
    }, 4000);
    return () => {
      clearTimeout(timer);
    };
  }, [state]);
  const copy = async () => {
    try {
      const copied = await text();
      // Why there is nothing to copy was said where that was found out.
      if (copied === null) return;
      await navigator.clipboard.writeText(copied);
      setState('copied');
    } catch {
      // The system may refuse (no clipboard, another program holds it): said, not hidden.
      setState('copyFailed');
    }
  };
  const Icon = state === 'copied' ? IconCheck : IconCopy;
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
        onClick={() => void copy()}
      >
        {state === 'copied' ? t('drawer.copied') : (label ?? t('drawer.copy'))}
      </Button>
      <span role="status" className="sw-small">
        {state === 'copyFailed' && t('drawer.copyFailed')}
      </span>
    </>
  );
}
