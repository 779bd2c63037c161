import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceLine } from '../../../app/api/contract.ts';
import { useFormat } from '../../use-format.ts';

const page = 20;

export interface EvidenceLinesProps {
  readonly lines: readonly EvidenceLine[];
  readonly total: number;
  readonly onNotice: (noticeId: number) => void;
}

/** The lines that decided, word for word, a page at a time: an episode can have thousands. */
export function EvidenceLines({ lines, total, onNotice }: EvidenceLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [count, setCount] = useState(page);
  const shown = lines.slice(0, count);
  return (
    <section aria-labelledby="episode-lines">
      <h3 id="episode-lines">
        {t('episode.lines')}{' '}
        <span className="sw-dim sw-number sw-count">
          {lines.length < total
            ? t('episode.linesOf', {
                shown: format.number(lines.length),
                total: format.number(total),
              })
            : format.number(total)}
        </span>
      </h3>
      <ol className="sw-lines">
        {shown.map((line, index) => (
          <li key={index}>
            <UnstyledButton
              className="sw-line"
              onClick={() => {
                onNotice(line.noticeId);
              }}
            >
              <span className="sw-line-head sw-number">
                <span>{format.dateTime(line.at)}</span>
                <span className="sw-ellipsis">{line.recipient ?? t('notices.none')}</span>
                {line.importedFrom !== null && (
                  <span className="sw-dim sw-ellipsis">
                    {t('episode.from', { name: line.importedFrom })}
                  </span>
                )}
              </span>
              <code className="sw-line-text sw-break">
                {line.diagnostic ?? t('drawer.noDeciding')}
              </code>
            </UnstyledButton>
          </li>
        ))}
      </ol>
      {shown.length < lines.length && (
        <UnstyledButton
          className="sw-more"
          onClick={() => {
            setCount(count + page);
          }}
        >
          {t('chart:moreRows', { formatted: format.number(lines.length - shown.length) })}
        </UnstyledButton>
      )}
    </section>
  );
}
