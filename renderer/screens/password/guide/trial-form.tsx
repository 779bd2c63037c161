import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../client.ts';
import type { StepProps } from './guide.tsx';

/** One sign-in. The password leaves the window here and nowhere else. */
export function TrialForm({
  desk,
  state,
  secret,
  onSecret,
  label,
}: StepProps & { readonly label: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState(secret);
  const [remember, setRemember] = useState(false);
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const submit = async () => {
    setEmpty(password === '');
    if (password === '' || busy) return;
    setBusy(true);
    const { accountId } = desk;
    const next = await desk.run(() => client.tryPassword({ accountId, password, remember }));
    setBusy(false);
    // Main holds it from now on; here it has no more to do.
    if (next?.held === true) onSecret('');
  };
  return (
    <form
      className="sw-trial"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <PasswordInput
        label={label}
        description={secret !== '' && password === secret ? t('guide.verify.filled') : undefined}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        maxLength={1024}
        value={password}
        error={empty && password === '' ? t('guide.verify.empty') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('password.field.show'), tabIndex: 0 }}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
      {state.remember.problem === null && (
        <Checkbox
          checked={remember}
          label={t('password.remember.switch')}
          onChange={(event) => {
            setRemember(event.currentTarget.checked);
          }}
        />
      )}
      <Button type="submit" size="md" loading={busy}>
        {t('guide.verify.button')}
      </Button>
    </form>
  );
}
