import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RandomSource } from '../../../app/password/draw.ts';
import {
  passphraseWords,
  suggestPassphrase,
  suggestPassword,
} from '../../../app/password/suggest.ts';
import { CopySecret } from './copy-secret.tsx';
import { phraseWords } from './strength.ts';
import './suggestions.css';

const random: RandomSource = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

interface Suggestion {
  readonly kind: 'characters' | 'phrase';
  readonly password: string;
}

/** Passwords from the system's cryptographic source; they are made in the window and leave it by being used. */
export function Suggestions({
  account,
  onUse,
}: {
  readonly account: string;
  readonly onUse: (password: string) => void;
}) {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  const suggestions = useSuggestions(account, round);
  return (
    <section className="sw-suggestions" aria-labelledby="suggestions-title">
      <div className="sw-suggestions-head">
        <h3 id="suggestions-title">{t('password.suggest.title')}</h3>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconRefresh size={14} stroke={1.6} aria-hidden />}
          onClick={() => {
            setRound(round + 1);
          }}
        >
          {t('password.suggest.more')}
        </Button>
      </div>
      <p className="sw-dim sw-password-small">{t('password.suggest.text')}</p>
      <ul>
        {suggestions.map(({ kind, password }) => (
          <li key={`${String(round)} ${kind}`}>
            <span className="sw-dim sw-password-small">{t(`password.suggest.${kind}`)}</span>
            <code className="sw-break">{password}</code>
            <span className="sw-suggestion-deeds">
              <Button
                variant="light"
                size="xs"
                aria-label={t('password.suggest.useLabel', { name: t(`password.suggest.${kind}`) })}
                onClick={() => {
                  onUse(password);
                }}
              >
                {t('password.suggest.use')}
              </Button>
              <CopySecret
                secret={password}
                label={t('password.suggest.copy')}
                name={t('password.suggest.copyLabel', { name: t(`password.suggest.${kind}`) })}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useSuggestions(account: string, round: number): readonly Suggestion[] {
  const [made, setMade] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    let current = true;
    const characters = { kind: 'characters', password: suggestPassword(random, account) } as const;
    void phraseWords().then(
      (words) => {
        const phrase = suggestPassphrase(random, account, passphraseWords(words));
        if (current) setMade([characters, { kind: 'phrase', password: phrase }]);
      },
      () => {
        // The words did not come; this kind needs none.
        if (current) setMade([characters]);
      },
    );
    return () => {
      current = false;
    };
  }, [account, round]);
  return made;
}
