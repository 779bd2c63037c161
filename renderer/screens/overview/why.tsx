import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CauseView } from '../../../app/api/contract.ts';
import { likelihoods } from '../../../app/health/cause.ts';
import { Titled } from '../../components/term.tsx';
import { useFormat } from '../../use-format.ts';
import { useEvidence } from './use-evidence.ts';
import './why.css';

type Basis = NonNullable<CauseView['evidence'][number]['basis']>;

const shownAtFirst = 3;

export interface WhyProps {
  readonly causes: readonly CauseView[];
  /** Shows what a sentence rests on; null where there is nothing to go to. */
  readonly onBasis: ((basis: Basis) => void) | null;
}

/** The four causes, the likeliest first, each with what speaks for or against it. */
export function Why({ causes, onBasis }: WhyProps) {
  const { t } = useTranslation();
  const ordered = causes.toSorted(
    (a, b) => likelihoods.indexOf(a.likelihood) - likelihoods.indexOf(b.likelihood),
  );
  return (
    <section className="sw-card sw-block" aria-labelledby="why-title">
      <Titled term="evidence">
        <h2 id="why-title" className="sw-section-title">
          {t('why.title')}
        </h2>
      </Titled>
      <p className="sw-dim sw-small">{t(causes.length === 0 ? 'why.none' : 'why.hint')}</p>
      <ul className="sw-why">
        {ordered.map((cause) => (
          <Cause key={cause.name} cause={cause} onBasis={onBasis} />
        ))}
      </ul>
    </section>
  );
}

function Cause({
  cause,
  onBasis,
}: {
  readonly cause: CauseView;
  readonly onBasis: WhyProps['onBasis'];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sentence = useEvidence();
  const [all, setAll] = useState(false);
  const shown = all ? cause.evidence : cause.evidence.slice(0, shownAtFirst);
  const hidden = cause.evidence.length - shown.length;
  return (
    <li className="sw-why-cause" data-likelihood={cause.likelihood}>
      <p className="sw-why-head">
        <Meter likelihood={cause.likelihood} />
        <span className="sw-why-name">{t(`cause:name.${cause.name}`)}</span>
        <span className="sw-why-likelihood">{t(`cause:likelihood.${cause.likelihood}`)}</span>
      </p>
      <ul className="sw-evidence">
        {shown.map((evidence, index) => (
          <li key={index}>
            {evidence.basis === null || onBasis === null ? (
              <span className="sw-break">{sentence(evidence)}</span>
            ) : (
              <UnstyledButton
                className="sw-evidence-link sw-break"
                title={t(`why.basis.${evidence.basis}`)}
                onClick={() => {
                  if (evidence.basis !== null) onBasis(evidence.basis);
                }}
              >
                {sentence(evidence)}
              </UnstyledButton>
            )}
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <UnstyledButton
          className="sw-evidence-link sw-small"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('chart:moreRows', { formatted: format.number(hidden) })}
        </UnstyledButton>
      )}
    </li>
  );
}

/** Three strokes, as many filled as the cause is likely: the word beside it says the same. */
function Meter({ likelihood }: { readonly likelihood: CauseView['likelihood'] }) {
  const filled = likelihoods.length - likelihoods.indexOf(likelihood);
  return (
    <svg width={16} height={14} viewBox="0 0 16 14" aria-hidden>
      {likelihoods.map((_, index) => (
        <rect
          key={index}
          x={index * 6}
          y={8 - index * 4}
          width={4}
          height={6 + index * 4}
          rx={1}
          fill={index < filled ? 'currentColor' : 'var(--sw-border-strong)'}
        />
      ))}
    </svg>
  );
}
