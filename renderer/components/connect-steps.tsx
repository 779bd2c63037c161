import { IconCircle, IconCircleCheck, IconCircleX, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConnectStep } from '../../app/api/contract.ts';
import { seenWords } from '../../app/text/seen-words.ts';
import './connect-steps.css';

const icons = {
  waiting: IconCircle,
  running: IconLoader2,
  done: IconCircleCheck,
  failed: IconCircleX,
};

/** The way to the mailbox. Every step has its line from the beginning, so that nothing moves when one is done. */
export function ConnectSteps({ steps }: { readonly steps: readonly ConnectStep[] }) {
  const { t } = useTranslation();
  return (
    <ol className="sw-steps" aria-label={t('connect.steps')}>
      {steps.map((step) => (
        <Step key={step.name} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { readonly step: ConnectStep }) {
  const { t, i18n } = useTranslation('connection');
  const Icon = icons[step.state];
  const seen = step.seen === null ? '' : seenWords(step.seen, i18n);
  return (
    <li className={`sw-step sw-step-${step.state}`}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className="sw-step-name">
        {t(`step.${step.name}`)}
        <span className="sw-hidden">{`: ${t(`state.${step.state}`)}`}</span>
      </span>
      <span className="sw-step-seen sw-ellipsis" title={seen}>
        {seen}
      </span>
    </li>
  );
}
