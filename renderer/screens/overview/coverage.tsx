import { useTranslation } from 'react-i18next';
import type { FolderReport, NotScanned, Overview } from '../../../app/api/contract.ts';
import { useFormat } from '../../use-format.ts';
import { Imports } from './imports.tsx';

export interface CoverageProps {
  readonly folders: readonly FolderReport[];
  readonly notScanned: readonly NotScanned[];
  readonly imports: Overview['imports'];
}

/** What the sentences above rest on: what was read, and what was not. */
export function Coverage({ folders, notScanned, imports }: CoverageProps) {
  const { t } = useTranslation();
  return (
    <section className="sw-card sw-block" aria-labelledby="unread-title">
      <h2 id="unread-title" className="sw-section-title">
        {t('overview.notRead')}
      </h2>
      {notScanned.length === 0 ? (
        <p className="sw-dim">{t('overview.notReadNone')}</p>
      ) : (
        <ul className="sw-unread">
          {notScanned.map((entry, index) => (
            <NotRead key={index} entry={entry} />
          ))}
        </ul>
      )}
      <h3 className="sw-section-title sw-coverage-read">{t('overview.read')}</h3>
      {folders.length === 0 ? (
        <p className="sw-dim">{t('overview.noFolders')}</p>
      ) : (
        <FolderTable folders={folders} />
      )}
      <Imports imports={imports} />
    </section>
  );
}

function NotRead({ entry }: { readonly entry: NotScanned }) {
  const { t } = useTranslation();
  const { code, subject, count } = entry;
  const values = { subject: subject ?? '', ...(count === null ? {} : { count }) };
  return <li className="sw-break">{t(`notice:notScanned.${code}`, values)}</li>;
}

const columns = ['messages', 'swept', 'candidates', 'notices'] as const;

function FolderTable({ folders }: { readonly folders: readonly FolderReport[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="sw-table-scroll" role="region" aria-label={t('overview.read')} tabIndex={0}>
      <table className="sw-folders">
        <thead>
          <tr>
            <th scope="col">{t('overview.folder')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`overview.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {folders.map((folder) => (
            <tr key={folder.path}>
              <th scope="row">
                <span className="sw-break">
                  {folder.role === 'other' ? folder.path : t(`overview.role.${folder.role}`)}
                </span>
              </th>
              {columns.map((column) => (
                <td key={column}>{format.number(folder[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
