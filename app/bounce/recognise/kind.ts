import { firstField } from '../decode/header.ts';
import type { Letter } from '../letter.ts';
import { daemonSender, noticeSubject } from './fields.ts';

/** Programs that answer for people: not a report on delivery, whatever they quote. */
const autoReplySubject =
  /^\s*(?:auto(?:matic|mated)?[- ]?(?:reply|response)|out of (?:the )?office|autoreply|autosvar|abwesen|vacation|réponse automatique|respuesta automática|自动回复|自動回覆|自动答复|不在办公室|外出|休假)|(?:is|am) out of (?:the )?office|\bautorepl/i;
const replySubject = /^\s*(?:re|aw|sv|antw|回复|答复|回覆|答覆)\s*(?:\[\d+\])?\s*[:：]/i;
const forwardSubject = /^\s*(?:fwd?|wg|tr|转发|转寄|轉寄|轉發)\s*[:：]/i;

/** Words by which a server says that mail was not, or not yet, delivered. */
const failureWords =
  /(?:could|can|was|were|is|are|has|have|did|does|do|will)(?:\s?n[o']t|n't| ?not)\b.{0,60}?\b(?:deliver|reach|sent|process|accept|be (?:deliver|sent|forward))|undeliver|unable to (?:deliver|send|be deliver)|deliver\w{0,3} (?:has |have )?(?:fail|error|delay|problem|was (?:delayed|refused))|fail\w{0,4} (?:to )?(?:be )?deliver|permanent(?:ly)? (?:fail|fatal|error)|permanent error|delivery status notification|rejected (?:by|your|the)|return(?:ed|ing) (?:to sender|message|mail)|address(?:es)? (?:failed|had)|not (?:yet )?been delivered|(?:has|have) been (?:returned|postponed|stopped)|(?:was|were) (?:stopped|automatically rejected)|did not exactly match|message you sent blocked|banned contents|error (?:occurred|delivering)|wasn'?t delivered|退信|退回|无法(?:投递|送达|发送|传递)|未(?:能)?(?:送达|投递|传递)|投递失败|发送失败|配信(?:でき|不能|エラー)|送信でき|не (?:может быть )?доставлен|не удалось|nicht zugestellt|non (?:remis|consegnat)|no (?:se )?(?:ha )?pudo/i;

/** Addresses that no newsletter is sent from, and those that no person writes from. */
const postOffice = /^(?:mailer-?daemon|mdaemon|post-?master)\b/i;
const programAddress = /^(?:mailer-?daemon|mdaemon|microsoftexchange[0-9a-f]{6,})/i;

/** How sure the sender and the envelope make us that a program reports on delivery. */
export interface Standing {
  /** A delivery system wrote it: by its sender, or by a null return path and its subject. */
  readonly machine: boolean;
  /** The sender names itself a delivery system, so that an unknown layout is believed too. */
  readonly daemon: boolean;
  /** It does so by its address, not by a display name that anyone may choose. */
  readonly daemonAddress: boolean;
  /** The envelope or the address leaves no doubt: a person at the post office is ruled out. */
  readonly certain: boolean;
  readonly autoReply: boolean;
}

export function standingOf(letter: Letter): Standing {
  const { fields } = letter;
  const daemon = daemonSender.test(letter.from) || fields.has('x-failed-recipients');
  const nullPath = (fields.get('return-path') ?? []).some((value) => /^<\s*>/.test(value));
  const missing = !letter.from.includes('@');
  const announced = fields.has('x-failed-recipients');
  // In brackets it may be no valid address and still be the sender's own mark.
  const address =
    /<([^<>]{1,320})>\s*$/.exec(letter.from)?.[1] ?? letter.fromAddress ?? letter.from;
  const daemonAddress = announced || daemonSender.test(address);
  const returned = nullPath && daemonAddress;
  const report =
    (letter.contentType === 'multipart/report' && letter.reportType === 'delivery-status') ||
    (daemon && isRefusal(letter));
  const person =
    (replySubject.test(letter.subject) && !returned) ||
    forwardSubject.test(letter.subject) ||
    // A bounce that came back through a list's own address carries the list's fields.
    (fields.has('list-id') && !daemon) ||
    (fields.has('list-unsubscribe') && !announced && !returned && !postOffice.test(address));
  return {
    machine:
      report ||
      (!person && (daemon || missing || (nullPath && noticeSubject.test(letter.subject)))),
    daemon: report || daemon || missing,
    daemonAddress: report || daemonAddress,
    certain: report || announced || returned || programAddress.test(letter.fromAddress ?? ''),
    autoReply:
      autoReplySubject.test(letter.subject) ||
      fields.has('x-autoreply') ||
      fields.has('x-autorespond') ||
      fields.has('x-autoreply-from') ||
      /auto[_-]?reply/i.test(firstField(fields, 'precedence')),
  };
}

/** A filter's refusal (RFC 5429), which Dovecot sends in the form of a receipt. */
export const isRefusal = ({ fields }: Letter): boolean =>
  /^auto-replied\s{0,3}\(rejected\)/i.test(firstField(fields, 'auto-submitted'));

export const speaksOfFailure = (text: string): boolean => failureWords.test(text.slice(0, 6000));
