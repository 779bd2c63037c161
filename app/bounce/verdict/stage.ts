import type { SmtpStage } from '../notice.ts';

/** The reporting server's own words on which command was refused. */
const words: readonly (readonly [RegExp, SmtpStage])[] = [
  [/in reply to (?:the )?(?:MAIL FROM|MAIL)\b/i, 'mail'],
  [/in reply to (?:the )?RCPT(?: TO)?\b/i, 'rcpt'],
  [/in reply to (?:the )?(?:end of DATA|DATA|BDAT)\b/i, 'data'],
  [/after (?:pipelined )?(?:sending )?MAIL FROM\b/i, 'mail'],
  [/after (?:pipelined )?(?:sending )?RCPT TO\b/i, 'rcpt'],
  [/after (?:end of data|(?:pipelined )?(?:sending )?DATA\b|pipelined end of data)/i, 'data'],
  [/>>>\s{0,3}MAIL FROM\b/i, 'mail'],
  [/>>>\s{0,3}RCPT TO\b/i, 'rcpt'],
  [/\[(?:MAIL_FROM)\]/, 'mail'],
  [/\[(?:RCPT_TO)\]/, 'rcpt'],
  [/\[(?:BODY|DATA)\]/, 'data'],
  [/command: ['"]?(?:MAIL FROM)/i, 'mail'],
  [/command: ['"]?(?:RCPT TO)/i, 'rcpt'],
  [/command: ['"]?DATA/i, 'data'],
];

export function findStage(text: string): SmtpStage | null {
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
