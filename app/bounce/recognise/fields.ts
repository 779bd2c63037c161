import { toBinary } from '../decode/binary.ts';
import { decodeWords, firstField, parseFields } from '../decode/header.ts';
import type { Fields } from '../decode/header.ts';

/**
 * The header fields that a sweep has to fetch: each costs bytes for every message of the mailbox, so only
 * those that tell a notice, its time and its identity.
 */
export const sweepFields = [
  'FROM',
  'SUBJECT',
  'DATE',
  'MESSAGE-ID',
  'CONTENT-TYPE',
  'RETURN-PATH',
  'X-FAILED-RECIPIENTS',
] as const satisfies readonly string[];

const wanted: ReadonlySet<string> = new Set(sweepFields.map((name) => name.toLowerCase()));

/** The fields of a header block (a binary string) that the choice looks at, and no others. */
export const sweptFields = (block: string): Fields => parseFields(block, wanted);

/** Senders that are programs reporting on delivery. Matched on the decoded From, in any case. */
export const daemonSender =
  /mailer[-_ ]?da?emon|mail[-_ ]?da?emon|\bmdaemon@|post-?master|postoffice|mail delivery|maildelivery|mail-?bounce|mail ?administrator|mail system|mailsupport\.aliyun|microsoftexchange[0-9a-f]{6}|delivery (?:system|subsystem|service|status|report)|undeliver|\bbounces?\b|退信|系统邮件|邮件系统|邮局管理|投递/i;

/** Subjects of notices in the languages that servers write them in. */
export const noticeSubject =
  /undeliver|deliver(?:y|ed)?\b.{0,40}\b(?:stat|fail|delay|problem|err|warn|notif|incomplete|unsuccess|impossible|report|refus|reject)|(?:fail|delay|could not|cannot|unable|not|un|problem|error|warning).{0,40}\bdeliver|returned (?:mail|to sender|e-?mail|message)|returning message|return(?:ed)? to sender|failure notice|mail (?:failure|error|status|system error|delay)|(?:message|mail) (?:status|frozen|has been blocked|rejected|bounced|delayed)|(?:message|mail) \S{6,40} (?:delayed|frozen)|failed mail|banned contents (?:in|from)|processing error|user unknown|unknown user|bounced|bounce (?:notif|mail|message)|non[- ]?delivery|non[- ]?remis|nicht (?:zugestellt|zustellbar)|unzustell|zustellung|undelivrable|[ée]chec|no (?:se )?(?:ha )?(?:podido |pudo )?entreg|n[ãa]o entregue|devuelt|devolvid|mancata consegna|non consegnat|onbestelbaar|kunne ikke leveres|kan inte levereras|niedostarcz|nedoru|не (?:доставлен|удалось)|недостав|ошибка доставки|配信|配達|送信(?:でき|エラー|失敗)|戻り|반송|전송 실패|退信|退回|投递|投遞|未送达|未送達|无法(?:送达|发送|投递)|無法(?:傳遞|送達|寄)|(?:发送|传输)失败|發送失敗|延迟|传递|寄信失敗|未能(?:送达|发送)|系统通知/i;

/** Bytes of one message's fetched fields that are looked at. */
const maxSwept = 128 * 1024;

const forwardSubject =
  /^\s*(?:fwd?|wg|tr|rv|enc|i|转发|转寄|轉寄|轉發|回复|答复)\s*[:：]|\b(?:fwd?)\s*:/i;

/** What a sweep makes of a message: a candidate to fetch, one that may carry a notice inside, or neither. */
export type SweepChoice = 'candidate' | 'may-enclose' | 'ordinary';

/**
 * The sweep's choice, from `sweepFields` alone. Refuses ordinary mail cheaply; what it calls ordinary, `readNotice`
 * reads as no notice. A multipart/mixed may carry a notice as an attachment: its structure tells.
 */
export function chooseBySweep(headers: Uint8Array): SweepChoice {
  const looked = headers.length > maxSwept ? headers.subarray(0, maxSwept) : headers;
  const fields = sweptFields(toBinary(looked));
  if (fieldsMayBeNotice(fields)) return 'candidate';
  return /^\s*multipart\/mixed\b/i.test(firstField(fields, 'content-type').slice(0, 500))
    ? 'may-enclose'
    : 'ordinary';
}

/** Whether a message with these header fields can be a bounce notice itself. */
export const mayBeNotice = (headers: Uint8Array): boolean => chooseBySweep(headers) === 'candidate';

export function fieldsMayBeNotice(fields: Fields): boolean {
  const contentType = firstField(fields, 'content-type').slice(0, 500).toLowerCase();
  if (contentType.startsWith('multipart/report')) return true;
  if (contentType.startsWith('message/')) return true;
  if (fields.has('x-failed-recipients')) return true;
  const returnPath = fields.get('return-path');
  if (returnPath?.some((value) => /^<\s*>/.test(value))) return true;
  const rawFrom = firstField(fields, 'from');
  if (rawFrom === '' || !rawFrom.includes('@')) return true;
  if (daemonSender.test(rawFrom)) return true;
  if (rawFrom.includes('=?') && daemonSender.test(decodeWords(rawFrom))) return true;
  const subject = decodeWords(firstField(fields, 'subject').slice(0, 2000));
  if (noticeSubject.test(subject)) return true;
  return contentType.startsWith('multipart/') && !contentType.startsWith('multipart/alternative')
    ? contentType.startsWith('multipart/digest') || forwardSubject.test(subject)
    : false;
}
