import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../use-format.ts';

const shownAtFirst = 5;

/** One kind of name that was seen in an episode; none says so. */
export function Names({
  name,
  values,
}: {
  readonly name: 'stages' | 'connectionIps' | 'recipientDomains' | 'programs';
  readonly values: readonly string[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? values : values.slice(0, shownAtFirst);
  return (
    <div>
      <h3>{t(`episode.field.${name}`)}</h3>
      {values.length === 0 ? (
        <p className="sw-dim">{t('drawer.unknown')}</p>
      ) : (
        <ul>
          {shown.map((value) => (
            <li key={value} className="sw-break">
              {value === '' ? t('scope.unknown') : value}
            </li>
          ))}
        </ul>
      )}
      {shown.length < values.length && (
        <UnstyledButton
          className="sw-more"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('chart:moreRows', { formatted: format.number(values.length - shown.length) })}
        </UnstyledButton>
      )}
    </div>
  );
}
