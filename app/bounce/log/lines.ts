import { addressPattern, cleanAddress } from '../decode/address.ts';
import type { Action } from '../notice.ts';
import type { Case } from '../verdict/verdict.ts';

/** The rejections of one log line, one case for each recipient, and how the line ties in with others. */
export interface LineReading {
  readonly cases: readonly Case[];
  /** The mail server's queue id: ties a rejection to the line that names the sender. */
  readonly queueId: string | null;
  /** Lines behind this one may add to it: an exception's or an error object's. */
  readonly open: boolean;
}

interface Found {
  readonly recipient: string | null;
  readonly action: Action | null;
  readonly status: string | null;
  readonly remoteMta: string | null;
  readonly text: string;
}

const makeCase = ({ recipient, action, status, remoteMta, text }: Found): Case => ({
  recipient,
  action,
  status,
  remoteMta,
  stage: null,
  texts: [text],
  alibabaNotice: false,
});

const host = '([A-Za-z0-9_.-]{1,253}?)\\.?';
const postfix = new RegExp(
  `(?:^|\\s)([A-Za-z0-9]{5,20}): to=<([^>]{1,320})>,(?: orig_to=<[^>]{0,320}>,)? relay=(?:none|${host}(?:\\[[^\\]]{0,60}\\])?(?::\\d{1,5})?|[^,]{1,200}),.{0,300}? dsn=([245]\\.\\d{1,3}\\.\\d{1,3}), status=(bounced|deferred|undeliverable|expired|SOFTBOUNCE) \\((.*)\\)\\s*$`,
);
const exim = new RegExp(
  `(?:^|\\s)([A-Za-z0-9]{6}-[A-Za-z0-9]{6,11}-[A-Za-z0-9]{2,4}) (\\*\\*|==) (\\S{1,320}@\\S{1,253})(?: \\([^)]{0,320}\\))?(?: <[^>]{0,320}>)?(.*)$`,
);
const sendmail = /(?:sendmail|sm-mta|sm-msp-queue)\S{0,40}:? ([A-Za-z0-9]{8,20}): to=(.{1,4000})$/;

/** A line of a mail server's log that reports one delivery; null for any other, cases empty when it went well. */
export function readServerLine(line: string): LineReading | null {
  return readPostfix(line) ?? readExim(line) ?? readSendmail(line);
}

function readPostfix(line: string): LineReading | null {
  if (!line.includes(' status=')) return null;
  const found = postfix.exec(line);
  if (!found) return / status=(?:sent|deliverable)\b/.test(line) ? nothing : null;
  const [, queueId = '', recipient = '', relay, status = '', state, text = ''] = found;
  const one = makeCase({
    recipient: cleanAddress(recipient),
    action: state === 'deferred' || state === 'SOFTBOUNCE' ? 'delayed' : 'failed',
    status,
    remoteMta: relay ? relay.toLowerCase() : null,
    text,
  });
  return { cases: [one], queueId, open: false };
}

const nothing: LineReading = { cases: [], queueId: null, open: false };

function readExim(line: string): LineReading | null {
  const found = exim.exec(line);
  if (!found) return null;
  const [, queueId = '', mark, recipient = '', rest = ''] = found;
  const colon = rest.search(/: /);
  const remote = / H=([^\s[]{1,253}) ?\[/.exec(rest)?.[1];
  const one = makeCase({
    recipient: cleanAddress(recipient.replace(/^<|>?:?$/g, '')),
    action: mark === '==' ? 'delayed' : 'failed',
    status: null,
    remoteMta: remote?.toLowerCase() ?? null,
    text: (colon < 0 ? rest : rest.slice(colon + 2)).trim(),
  });
  return { cases: [one], queueId, open: false };
}

function readSendmail(line: string): LineReading | null {
  const found = sendmail.exec(line);
  if (!found) return null;
  const [, queueId = '', rest = ''] = found;
  const stat = /, stat=(.*)$/.exec(rest)?.[1] ?? '';
  if (stat === '' || /^(?:Sent|queued)/i.test(stat)) return nothing;
  const reply = /, reply=(.*?), stat=/.exec(rest)?.[1] ?? '';
  const relay = /, relay=\[?([A-Za-z0-9_.-]{1,253}?)\.?[\s\],]/.exec(rest)?.[1];
  const status = /, dsn=([245]\.\d{1,3}\.\d{1,3})/.exec(rest)?.[1] ?? null;
  const recipients = rest.split(/, (?:ctladdr|delay|xdelay|mailer|pri|relay|dsn)=/)[0] ?? '';
  const shared = {
    action: /^Deferred/i.test(stat) ? 'delayed' : 'failed',
    status,
    remoteMta: relay?.toLowerCase() ?? null,
    text: reply === '' ? stat.replace(/^Deferred:\s*/i, '') : reply,
  } as const;
  const cases = [...recipients.matchAll(new RegExp(addressPattern.source, 'g'))]
    .slice(0, 1000)
    .map(([address]) => makeCase({ recipient: cleanAddress(address), ...shared }));
  return { cases, queueId, open: false };
}

/** `(554, b'text')` and `(554, 'text')` as Python's smtplib prints a refusal, with the recipient it may be for. */
const tuple =
  /(?:['"]([^'"\s]{1,320}@[^'"\s]{1,253})['"]\s{0,3}:\s{0,3})?\(\s{0,3}([45]\d\d)\s{0,3},\s{0,3}b?(?:'((?:[^'\\]|\\.){0,3000})'|"((?:[^"\\]|\\.){0,3000})")/g;

export function readPython(line: string): LineReading | null {
  if (!/\(\s{0,3}[45]\d\d\s{0,3},/.test(line)) return null;
  const cases = [...line.matchAll(tuple)].slice(0, 1000).map((found) =>
    makeCase({
      recipient: found[1] === undefined ? null : cleanAddress(found[1]),
      action: null,
      status: null,
      remoteMta: null,
      text: `${found[2] ?? ''} ${unescape(found[3] ?? found[4] ?? '')}`,
    }),
  );
  return cases.length === 0 ? null : { cases, queueId: null, open: false };
}

function unescape(text: string): string {
  const bytes = text.replace(
    /\\(?:x([0-9a-f]{2})|(.))/g,
    (_, hex: string | undefined, letter: string) =>
      hex === undefined
        ? /[nrt]/.test(letter)
          ? ' '
          : letter
        : String.fromCharCode(parseInt(hex, 16)),
  );
  return bytes;
}

/** Codes that SMTP servers answer with, so that a web server's "502" is not read as a refusal. */
const smtpCode =
  '(?:4(?:2[1-3]|3[0-6]|4[1-7]|5\\d|7\\d)|5(?:0[0-7]|1[0-9]|2[0-3]|3[0-8]|4\\d|5\\d|6[0-9]|7\\d))';
const web =
  /^[45]\d\d (?:internal server error|bad gateway|gateway time-?out|not found|forbidden|unauthorized|not implemented|http|too many requests|service unavailable\s*$|bad request)/i;
const bare = new RegExp(
  `^\\s{0,20}["'\`(<]{0,3}(${smtpCode})[ -](?=[\\w"'<\\[(#\\u0080-\\uffff])`,
  'u',
);
const announced = new RegExp(
  `(?:\\bsaid: |<<<\\s{0,3}|SMTP error from remote [^:]{0,60}:[^:]{0,80}: ?(?:host [^:]{1,300}: ?)?|SMTP[A-Za-z]{0,30}Exception: |MessagingException: |responded(?: with)?:? ?['"]?|(?:server )?(?:response|replied|reply|answered|returned)(?: was)?\\s{0,3}[:=]\\s{0,3}['"\`]?|(?:rejected|refused|failed|error|denied|message)[\\w\\s-]{0,40}: ['"]?)(${smtpCode})(?:[ -](?!\\d\\d)|: )`,
  'i',
);
const withStatus = new RegExp(
  `(?<![\\w./:-])(${smtpCode})[ -]#?[45]\\.\\d{1,2}\\.\\d{1,3}\\b`,
  'u',
);
const antispam = /behaviou?r\s+spam|ANTISPAM_(?:BAT|CAT)/i;
const program =
  /\b(?:SMTP\w*Exception|MessagingException|SendFailedException|Error: |error:|EENVELOPE|EMESSAGE|nested exception|Caused by:)|\{\s*$/;

/** Any other line that quotes an SMTP refusal: an exception, an error object, a pasted reply. */
export function readQuotedReply(line: string): LineReading | null {
  if (/\bstatus=(?:sent|deliverable)|stat=Sent|NOQUEUE: |^\s*(?:#|\/\/)/.test(line)) return null;
  const start = bare.exec(line);
  const found =
    (start && !web.test(line.trim()) ? start : null) ??
    announced.exec(line) ??
    withStatus.exec(line);
  const signed = antispam.exec(line);
  if (!found && !signed) return null;
  const code = found?.[1];
  const at =
    found && code ? found.index + found[0].lastIndexOf(code) : codeBefore(line, signed?.index ?? 0);
  if (found && code && web.test(line.slice(at))) return null;
  const text = line.slice(at).replace(/['"`]?,?\s*$/, '');
  const recipient = recipientNear(line);
  const remote = new RegExp(`\\bhost ${host}\\[`).exec(line)?.[1]?.toLowerCase() ?? null;
  const one = makeCase({ recipient, action: null, status: null, remoteMta: remote, text });
  const stage = /\(in reply to[^)]*\)/i.exec(line)?.[0];
  const whole = stage && !text.includes(stage) ? `${text} ${stage}` : text;
  return {
    cases: [{ ...one, texts: [whole] }],
    queueId: null,
    open: program.test(line) || /^\s{0,20}[45]\d\d-/.test(line),
  };
}

function codeBefore(line: string, place: number): number {
  const codes = [...line.slice(0, place).matchAll(/(?<![\w.])[45]\d\d(?=[ -])/g)];
  return codes.at(-1)?.index ?? 0;
}

/** A recipient that the line itself names as one: to=<…>, RCPT TO:<…>, "for …", <…>: in front of the reply. */
function recipientNear(line: string): string | null {
  const found =
    /\b(?:to=|to:|rcpt to:|recipient[=:]?|for)\s{0,2}['"<]{1,2}([^<>\s'"]{1,128}@[^<>\s'"]{1,253})['">]/i.exec(
      line,
    ) ??
    /^\s{0,20}<([^<>\s]{1,128}@[^<>\s]{1,253})>:?\s/.exec(line) ??
    /\bto ([^<>\s'":,;()]{1,128}@[^<>\s'":,;()]{1,253})/i.exec(line);
  return found?.[1] ? cleanAddress(found[1]) : null;
}
