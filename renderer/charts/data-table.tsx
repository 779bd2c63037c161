import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format.ts';
import type { TableData } from './table-data.ts';
import './data-table.css';

/** Two thousand rows at once would hold up the window; the export has them all. */
const rowsAtOnce = 200;

export function DataTable({ table, name }: { readonly table: TableData; readonly name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [count, setCount] = useState(rowsAtOnce);
  const rows = table.rows.slice(0, count);
  return (
    <div className="sw-data-table" role="group" aria-label={name} tabIndex={0}>
      <table>
        <caption className="sw-dim">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others], index) => (
            <tr key={index}>
              <th scope="row" className="sw-break">
                {first?.text}
              </th>
              {others.map(({ text }, column) => (
                <td key={column}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < table.rows.length && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            setCount(count + rowsAtOnce);
          }}
        >
          {t('chart:moreRows', { formatted: format.number(table.rows.length - rows.length) })}
        </Button>
      )}
    </div>
  );
}
