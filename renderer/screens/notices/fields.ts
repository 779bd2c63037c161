import { useTranslation } from 'react-i18next';
import type { Explained, NoticeDetail } from '../../../app/api/contract.ts';
import type { en } from '../../../app/text/en/index.ts';
import { useFormat } from '../../use-format.ts';

/** Read in a mailbox, or in a file or text outside any. */
export type AnyNotice = NoticeDetail | Explained;
type Failure = NoticeDetail['failures'][number];
type FieldName = keyof typeof en.window.drawer.field;

export interface Field {
  readonly name: FieldName;
  /** Null: the notice does not say. */
  readonly value: string | null;
}

/** Every field of docs/cli.md in words, for the drawer and for the copy that goes to support. */
export function useFields() {
  const { t } = useTranslation();
  const format = useFormat();

  const word = (kind: 'action' | 'stage' | 'phrase' | 'direction', value: string | null) =>
    value === null ? null : t(`drawer.value.${kind}.${value}`);
  const yesNo = (value: boolean | null) =>
    value === null ? null : t(value ? 'drawer.yes' : 'drawer.no');
  /** The reader's time first, then what the mail itself says, since support reads logs in that zone. */
  const time = (iso: string | null) => {
    const at = iso === null ? Number.NaN : Date.parse(iso);
    return iso === null || Number.isNaN(at) ? iso : `${format.dateTime(at)} (${iso})`;
  };

  const failure = (of: Failure): Field[] => [
    { name: 'recipient', value: of.recipient },
    { name: 'action', value: word('action', of.action) },
    { name: 'category', value: t(`category.${of.category}`) },
    { name: 'confidence', value: t(`drawer.value.confidence.${of.confidence}`) },
    { name: 'replyCode', value: of.replyCode?.toString() ?? null },
    { name: 'enhancedStatus', value: of.enhancedStatus },
    { name: 'remoteMta', value: of.remoteMta },
    ...(of.throttle === null
      ? []
      : ([
          { name: 'phrase', value: word('phrase', of.throttle.phrase) },
          { name: 'permanent', value: yesNo(of.throttle.permanent) },
          { name: 'stage', value: word('stage', of.throttle.stage) },
          { name: 'connectionIp', value: of.throttle.connectionIp },
          { name: 'tag', value: of.throttle.tag },
          { name: 'node', value: of.throttle.node },
          { name: 'direction', value: word('direction', of.throttle.direction) },
        ] as const)),
  ];

  const notice = (of: AnyNotice): Field[] => [
    { name: 'bouncedAt', value: time(of.bouncedAt) },
    { name: 'reportingMta', value: of.reportingMta },
    { name: 'isBounce', value: yesNo(of.isBounce) },
    ...('source' in of
      ? ([{ name: 'source', value: of.source }] as const)
      : of.importedFrom === null
        ? ([
            { name: 'folder', value: of.folder },
            { name: 'uid', value: String(of.uid) },
            { name: 'inMailbox', value: yesNo(!of.expunged) },
          ] as const)
        : ([{ name: 'source', value: of.importedFrom }] as const)),
  ];

  const original = ({ original: of }: AnyNotice): Field[] => [
    { name: 'subject', value: of.subject },
    { name: 'from', value: of.from },
    { name: 'sentAt', value: time(of.sentAt) },
    { name: 'messageId', value: of.messageId },
    { name: 'program', value: of.program },
  ];

  const lines = (fields: readonly Field[]) =>
    fields.map(
      ({ name, value }) => `${t(`drawer.field.${name}`)}: ${value ?? t('drawer.unknown')}`,
    );

  const asText = (of: AnyNotice): string =>
    [
      of.summary,
      ...of.failures.map((each) =>
        [...lines(failure(each)), `${t('drawer.field.diagnostic')}: ${each.diagnostic ?? ''}`].join(
          '\n',
        ),
      ),
      [t('drawer.original'), ...lines(original(of))].join('\n'),
      [t('drawer.notice'), ...lines(notice(of))].join('\n'),
    ].join('\n\n');

  return { failure, notice, original, asText };
}
