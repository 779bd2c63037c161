import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../use-format.ts';

export interface PagerProps {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
}

export function Pager({ offset, limit, total, onOffset }: PagerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (total <= limit && offset === 0) return null;
  return (
    <nav className="sw-pager" aria-label={t('notices.pages')}>
      <span className="sw-dim sw-number">
        {t('notices.range', {
          from: format.number(Math.min(offset + 1, total)),
          to: format.number(Math.min(offset + limit, total)),
          total: format.number(total),
        })}
      </span>
      <ActionIcon
        variant="default"
        aria-label={t('notices.previous')}
        disabled={offset === 0}
        onClick={() => {
          onOffset(Math.max(0, offset - limit));
        }}
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('notices.next')}
        disabled={offset + limit >= total}
        onClick={() => {
          onOffset(offset + limit);
        }}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </nav>
  );
}
