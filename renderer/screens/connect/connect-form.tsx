import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../app/api/contract.ts';
import { CertificateBox } from '../../components/certificate-box.tsx';
import { ConnectSteps } from '../../components/connect-steps.tsx';
import { LikelyCauses } from '../../components/likely-causes.tsx';
import { ProblemBox } from '../../components/problem-box.tsx';
import { Term } from '../../components/term.tsx';
import { MoreFields } from './more-fields.tsx';
import { ServerFields } from './server-fields.tsx';
import { useConnectForm } from './use-connect-form.ts';

export function ConnectForm({
  again,
  onOpened,
}: {
  readonly again: Account | null;
  readonly onOpened: (accountId: number) => void;
}) {
  const { t } = useTranslation();
  const form = useConnectForm(again, onOpened);
  const outcomeRef = useRef<HTMLDivElement>(null);
  const { problem, steps } = form;
  const shown = steps.length > 0 || problem !== null;
  const failed = steps.find(({ state }) => state === 'failed') ?? null;
  const certificate = failed?.certificate ?? null;
  // In a small window the steps stand below the edge; where the answer does not fit, its beginning is shown.
  useEffect(() => {
    if (shown) outcomeRef.current?.scrollIntoView({ block: 'nearest' });
  }, [shown, problem]);
  const said = (key: keyof typeof form.wrong) => {
    const wrong = form.wrong[key];
    return wrong === undefined ? undefined : t(wrong);
  };
  return (
    <form
      className="sw-card sw-connect-form"
      aria-labelledby="connect-form-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <h2 id="connect-form-title" className="sw-hidden">
        {t('connect.form')}
      </h2>
      <TextInput
        type="email"
        label={t('connect.address')}
        placeholder={t('connect.addressExample')}
        autoComplete="off"
        spellCheck={false}
        maxLength={320}
        readOnly={again !== null}
        autoFocus={again === null}
        value={form.fields.address}
        error={said('address')}
        onChange={(event) => {
          form.set({ address: event.currentTarget.value });
        }}
        onBlur={form.askNow}
      />
      <PasswordInput
        label={t('connect.password')}
        description={
          <>
            {t('connect.passwordHint')} <Term name="clientPassword" />
          </>
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        maxLength={1024}
        autoFocus={again !== null}
        value={form.fields.password}
        error={said('password')}
        visibilityToggleButtonProps={{ 'aria-label': t('connect.showPassword'), tabIndex: 0 }}
        onChange={(event) => {
          form.set({ password: event.currentTarget.value });
        }}
      />
      <ServerFields form={form} said={said} />
      <MoreFields form={form} said={said} />
      <div className="sw-connect-submit">
        <Button type="submit" size="md" loading={form.busy}>
          {t('connect.submit')}
        </Button>
        <p className="sw-dim" aria-live="polite">
          {t('connect.once')}
        </p>
      </div>
      {shown && (
        <div ref={outcomeRef} className="sw-connect-outcome">
          {steps.length > 0 && <ConnectSteps steps={steps} />}
          {problem !== null && (
            <ProblemBox problem={problem}>
              <LikelyCauses
                problem={problem}
                failedAt={failed?.name ?? null}
                whose={
                  again !== null
                    ? { accountId: again.id }
                    : form.server.id === null
                      ? {}
                      : { siteId: form.server.id }
                }
              />
              {certificate !== null && (
                <CertificateBox
                  certificate={certificate}
                  host={problem.subject ?? ''}
                  onChooseCa={() => void form.chooseCaAndConnect()}
                />
              )}
              {certificate === null && problem.code !== 'login-refused' && (
                <div>
                  <Button variant="default" onClick={() => void form.submit()}>
                    {t('app.tryAgain')}
                  </Button>
                </div>
              )}
            </ProblemBox>
          )}
        </div>
      )}
    </form>
  );
}
