import { useTranslation } from 'react-i18next';
import type { EpisodeRow, Overview } from '../../../app/api/contract.ts';
import { useFormat } from '../../use-format.ts';
import './pace-table.css';

type Highest = NonNullable<Overview['pace']>['highestWithoutRejection'];

const windows = ['minute', 'hour', 'day'] as const;

export interface PaceTableProps {
  /** What was sent up to an episode's first rejection; left out where no episode is meant. */
  readonly before?: EpisodeRow['pace'];
  readonly highest: Highest | null;
}

/** What was seen to be sent, beside what was seen to go through. Never a limit: nobody outside Alibaba knows those. */
export function PaceTable({ before, highest }: PaceTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = (sent: { messages: number; recipients: number } | null | undefined) =>
    sent === null || sent === undefined
      ? t('pace.notObserved')
      : t('pace.sent', {
          count: sent.messages,
          messages: format.number(sent.messages),
          recipients: t('pace.recipients', {
            count: sent.recipients,
            formatted: format.number(sent.recipients),
          }),
        });
  return (
    <table className="sw-pace">
      <thead>
        <tr>
          <td />
          {before !== undefined && <th scope="col">{t('pace.before')}</th>}
          <th scope="col">{t('pace.highest')}</th>
        </tr>
      </thead>
      <tbody>
        {windows.map((window) => (
          <tr key={window}>
            <th scope="row">{t(`pace.window.${window}`)}</th>
            {before !== undefined && <td>{words(before?.[window])}</td>}
            <td>{words(highest?.[window])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
