import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { categories } from '../../../app/bounce/notice.ts';
import { useFormat } from '../../use-format.ts';
import type { TimeRange } from './use-notices.ts';
import type { Question } from './use-notices.ts';

const everything = 'all';

export interface FiltersProps {
  readonly question: Question;
  readonly range: TimeRange | null;
  readonly onChange: (change: Partial<Question>) => void;
  readonly onRange: (range: TimeRange | null) => void;
  /** Null while nothing is filtered. */
  readonly onClear: (() => void) | null;
}

export function Filters({ question, range, onChange, onRange, onClear }: FiltersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="sw-filters" role="search">
      <Select
        aria-label={t('notices.category')}
        className="sw-filters-category"
        value={question.category ?? everything}
        data={[
          { value: everything, label: t('notices.allCategories') },
          ...categories.map((value) => ({ value, label: t(`category.${value}`) })),
        ]}
        maxDropdownHeight={420}
        onChange={(value) => {
          onChange({ category: categories.find((each) => each === value) ?? null, offset: 0 });
        }}
      />
      <TextInput
        type="search"
        aria-label={t('notices.search')}
        placeholder={t('notices.search')}
        className="sw-filters-text"
        maxLength={200}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={question.text}
        onChange={(event) => {
          onChange({ text: event.currentTarget.value, offset: 0 });
        }}
      />
      {range !== null && (
        <Button
          variant="default"
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={t('notices.clearRange')}
          onClick={() => {
            onRange(null);
          }}
        >
          {t('notices.between', {
            from: format.dateTime(range.from),
            to: format.dateTime(range.to),
          })}
        </Button>
      )}
      {onClear !== null && (
        <Button variant="subtle" onClick={onClear}>
          {t('notices.clear')}
        </Button>
      )}
    </div>
  );
}
