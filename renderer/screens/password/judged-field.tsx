import { PasswordInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { judgePolicy, type PolicyVerdict } from '../../../app/password/policy.ts';
import { strongFrom } from '../../../app/password/strength.ts';
import { Rules } from './rules.tsx';
import { StrengthMeter } from './strength-meter.tsx';
import { useStrength, type Estimate } from './use-strength.ts';
import './judged-field.css';

export interface Judged {
  readonly verdict: PolicyVerdict;
  readonly estimate: Estimate;
  /** It complies and everybody tries it early all the same. */
  readonly weak: boolean;
}

/** The verdict while typing; the rules at once, the estimate a moment later. */
export function useJudged(password: string, account: string): Judged {
  const verdict = judgePolicy(password, account);
  const estimate = useStrength(password, account);
  const { strength, current } = estimate;
  const weak = verdict.compliant && current && strength !== null && strength.score < strongFrom;
  return { verdict, estimate, weak };
}

export interface JudgedFieldProps {
  readonly label: string;
  readonly password: string;
  readonly judged: Judged;
  readonly weakText: string;
  readonly error?: string | undefined;
  readonly onChange: (password: string) => void;
}

/** A field for a password with the rules, the strength and what is worth knowing below it. */
export function JudgedField(props: JudgedFieldProps) {
  const { t } = useTranslation();
  const { verdict, estimate, weak } = props.judged;
  return (
    <div className="sw-judged">
      <PasswordInput
        label={props.label}
        autoComplete="off"
        spellCheck={false}
        maxLength={1024}
        value={props.password}
        error={props.error}
        visibilityToggleButtonProps={{ 'aria-label': t('password.field.show'), tabIndex: 0 }}
        onChange={(event) => {
          props.onChange(event.currentTarget.value);
        }}
      />
      <div className="sw-judged-below">
        <Rules verdict={verdict} empty={props.password === ''} />
        <StrengthMeter estimate={estimate} />
      </div>
      <ul className="sw-notes" aria-live="polite">
        {verdict.notes.map((note) => (
          <Note key={note} text={t(`password:note.${note}`)} />
        ))}
        {weak && <Note text={props.weakText} />}
      </ul>
    </div>
  );
}

function Note({ text }: { readonly text: string }) {
  return (
    <li>
      <IconInfoCircle size={16} stroke={1.6} aria-hidden />
      <span>{text}</span>
    </li>
  );
}
