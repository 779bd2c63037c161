import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { categories, type Direction, directions } from '../../../app/bounce/notice.ts';
import type { Question } from './use-notices.ts';

const everything = 'all';

export interface FiltersProps {
  readonly question: Question;
  /** Which side was limited; one of the filters that all views share. */
  readonly direction: Direction | null;
  readonly onDirection: (direction: Direction | null) => void;
  readonly onChange: (change: Partial<Question>) => void;
  /** Null while nothing is filtered. */
  readonly onClear: (() => void) | null;
}

export function Filters({ question, direction, onDirection, onChange, onClear }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="sw-filters sw-notices-filters" role="search">
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
      <Select
        aria-label={t('saving.side')}
        className="sw-filters-direction"
        value={direction ?? everything}
        data={[
          { value: everything, label: t('saving.allSides') },
          ...directions.map((value) => ({ value, label: t(`scope.direction.${value}`) })),
        ]}
        comboboxProps={{ width: 260, position: 'bottom-start' }}
        onChange={(value) => {
          onDirection(directions.find((each) => each === value) ?? null);
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
      {onClear !== null && (
        <Button variant="subtle" onClick={onClear}>
          {t('notices.clear')}
        </Button>
      )}
    </div>
  );
}
