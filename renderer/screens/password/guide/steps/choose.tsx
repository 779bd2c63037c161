import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JudgedField, useJudged } from '../../judged-field.tsx';
import { Suggestions } from '../../suggestions.tsx';
import { CopySecret } from '../../copy-secret.tsx';
import type { StepProps } from '../guide.tsx';
import { NextButton } from '../next-button.tsx';
import { TaskHead } from '../task-head.tsx';

/** Going on asks for the owner's word that the password is saved: losing it now is the other way to be locked out. */
export function ChooseStep({ account, desk, progress, secret, onSecret }: StepProps) {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(false);
  const judged = useJudged(secret, account.address);
  const take = (password: string) => {
    onSecret(password);
    setSaved(false);
  };
  return (
    <>
      <TaskHead step="choose" title={t('guide.choose.title')}>
        {t('guide.choose.text')}
      </TaskHead>
      <Suggestions account={account.address} onUse={take} />
      <JudgedField
        label={t('guide.choose.field')}
        password={secret}
        judged={judged}
        weakText={t('guide.choose.weakText')}
        onChange={take}
      />
      <div className="sw-choose-saved">
        <Checkbox
          checked={saved}
          disabled={!judged.verdict.compliant}
          label={t('guide.choose.saved')}
          description={t('guide.choose.notStored')}
          onChange={(event) => {
            setSaved(event.currentTarget.checked);
          }}
        />
        {judged.verdict.compliant && (
          <CopySecret secret={secret} label={t('guide.change.copyPassword')} />
        )}
      </div>
      <div className="sw-password-deeds">
        <NextButton
          desk={desk}
          progress={progress}
          disabled={!judged.verdict.compliant || !saved}
        />
        <Button
          variant="subtle"
          onClick={() => {
            onSecret('');
            void desk.send({ type: 'next', from: 'choose' });
          }}
        >
          {t('guide.choose.elsewhere')}
        </Button>
      </div>
    </>
  );
}
