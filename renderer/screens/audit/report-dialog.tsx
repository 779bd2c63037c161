import { Button, Checkbox, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditFormats, type AuditFormat } from '../../../app/report/audit/formats.ts';
import type { Answer } from '../../../app/api/contract.ts';
import type { Problem } from '../../../app/result.ts';
import { client } from '../../client.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { useFormat } from '../../use-format.ts';

const languages = ['en', 'zh-CN'] as const;
/** Accounts that are named where their notices could not be fetched. */
const mostNamed = 5;
type Written = NonNullable<Extract<Answer<'audit:report'>, { ok: true }>['value']>;

/** What the report is to be; main asks for the folder and writes it. */
export function ReportDialog({
  opened,
  accountIds,
  onClose,
}: {
  readonly opened: boolean;
  readonly accountIds: readonly number[];
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [formats, setFormats] = useState<readonly AuditFormat[]>(['html', 'pdf', 'csv']);
  const [redact, setRedact] = useState(false);
  const [evidence, setEvidence] = useState(false);
  const [language, setLanguage] = useState<(typeof languages)[number] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [written, setWritten] = useState<Written | null>(null);
  const close = () => {
    setProblem(null);
    setWritten(null);
    onClose();
  };
  const make = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await client.auditReport({
      accountIds: [...accountIds],
      formats: [...formats],
      redact,
      evidence: evidence && !redact,
      language: language ?? (i18n.language === 'zh-CN' ? 'zh-CN' : 'en'),
    });
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
    else if (answer.value !== null) setWritten(answer.value);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('audit.report.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      <Stack gap="md">
        <p>{t('audit.report.accounts', { formatted: format.number(accountIds.length) })}</p>
        <Checkbox.Group
          label={t('audit.report.formats')}
          value={[...formats]}
          onChange={(values) => {
            setFormats(auditFormats.filter((each) => values.includes(each)));
          }}
        >
          <Stack gap="xs" mt="xs">
            {auditFormats.map((each) => (
              <Checkbox key={each} value={each} label={t(`audit.report.format.${each}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select
          label={t('audit.report.language')}
          value={language ?? (i18n.language === 'zh-CN' ? 'zh-CN' : 'en')}
          data={languages.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          onChange={(value) => {
            setLanguage(languages.find((each) => each === value) ?? null);
          }}
        />
        <Checkbox
          label={t('audit.report.redact')}
          description={t('audit.report.redactHint')}
          checked={redact}
          onChange={(event) => {
            setRedact(event.currentTarget.checked);
          }}
        />
        <Checkbox
          label={t('audit.report.evidence')}
          description={t(redact ? 'audit.report.evidenceRedacted' : 'audit.report.evidenceHint')}
          checked={evidence && !redact}
          disabled={redact}
          onChange={(event) => {
            setEvidence(event.currentTarget.checked);
          }}
        />
        {problem !== null && <ProblemBox problem={problem} />}
        {written !== null && (
          <div role="status" className="sw-break">
            <p>{t('audit.report.done', { folder: written.folder })}</p>
            {written.withoutEvidence.length > 0 && (
              <p>
                {t('audit.report.withoutEvidence', {
                  count: written.withoutEvidence.length,
                  formatted: format.number(written.withoutEvidence.length),
                  accounts: format.list(written.withoutEvidence.slice(0, mostNamed)),
                })}
              </p>
            )}
          </div>
        )}
        <div className="sw-audit-actions">
          <Button variant="default" onClick={close}>
            {t('audit.report.close')}
          </Button>
          <Button loading={busy} disabled={formats.length === 0} onClick={() => void make()}>
            {t(busy ? 'audit.report.making' : 'audit.report.make')}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
