/** The SMTP reply that a text quotes (RFC 5321 section 4.2) with its enhanced status (RFC 3463). */
export interface Reply {
  readonly code: number | null;
  readonly status: string | null;
  /** Where the reply begins in the text; -1 when the text quotes none. */
  readonly at: number;
}

export const noReply: Reply = { code: null, status: null, at: -1 };

/** Codes in use are 4xx and 5xx up to x7x: Alibaba answers with 559 and 561. */
const code = '([45][0-7]\\d)';
const after = '(?=[ \\-:.,;)\'"#]|$)';
const announced = new RegExp(
  `(?:said|sa[iy]s|returned|respon(?:ded|se|ds)(?: was| is)?|repl(?:y|ied)|answer(?:ed)?|<<<|smtp|x-[a-z0-9-]{1,30}|reason|error(?: was| is| code)?|code|应答|响应|信息|原因|回应|返回|説明|说明|回應|應答)\\s{0,3}[:;=]?\\s{0,3}['"(\\[<#]{0,3}b?['"]?${code}${after}`,
  'gi',
);
const leading = new RegExp(`^[\\s('"\\[<]{0,4}b?['"]?${code}${after}`);
const withStatus = new RegExp(
  `(?<![\\d.])${code}[ -]{1,2}#?[245]\\.\\d{1,3}\\.\\d{1,3}(?![.\\d])`,
  'u',
);
/** A bare code inside a text: followed by words, and not a quantity. */
const bare = new RegExp(
  `(?<![\\w.@/:-]|\\[)${code}(?:[ -](?!(?:k?bytes?|[km]i?b|seconds?|minutes?|hours?|days?|messages?|recipients?|times|emails?|characters)\\b)(?=[A-Za-z"'<\\[(#\\u0080-\\uffff]))`,
  'i',
);
const afterColon = new RegExp(`[:;]\\s{1,3}${code}${after}`);
const enhanced = /(?<![\d.])([245]\.\d{1,2}\.\d{1,3})(?![.\d])/;

/** Finds the quoted reply in collapsed text: announced, leading, with an enhanced status, or bare. */
export function findReply(text: string): Reply {
  const found =
    leading.exec(text) ??
    announcedReply(text) ??
    withStatus.exec(text) ??
    afterColon.exec(text) ??
    bare.exec(text);
  if (!found?.[1]) return { code: null, status: enhancedNear(text, 0), at: -1 };
  const at = found.index + found[0].lastIndexOf(found[1]);
  return { code: Number(found[1]), status: enhancedNear(text, at), at };
}

function announcedReply(text: string): RegExpExecArray | null {
  announced.lastIndex = 0;
  return announced.exec(text);
}

/** The last reply that stands before a place: a relay may put its own code in front of the one it quotes. */
export function replyBefore(text: string, place: number): Reply {
  const part = text.slice(Math.max(0, place - 300), place);
  const offset = Math.max(0, place - 300);
  const codes = [...part.matchAll(/(?<![\d.\w])([45][0-7]\d)(?=[ \-:])/gu)];
  const last = codes.at(-1);
  if (!last?.[1]) return noReply;
  const at = offset + last.index;
  const status = enhanced.exec(text.slice(at, place));
  return { code: Number(last[1]), status: status?.[1] ?? null, at };
}

function enhancedNear(text: string, at: number): string | null {
  // Directly behind the code first, else anywhere; an IP address has four numbers and never matches.
  const direct = /^[45]\d\d[ \-:]{1,2}#?\(?([245]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(
    text.slice(at, at + 20),
  );
  if (direct?.[1]) return direct[1];
  const any = enhanced.exec(text);
  return any?.[1] && !any[1].startsWith('2') ? any[1] : null;
}
