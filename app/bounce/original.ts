import { fieldAddress } from './decode/address.ts';
import { parseDate } from './decode/date.ts';
import { fieldText, firstField, parseFields } from './decode/header.ts';
import type { Fields } from './decode/header.ts';
import { bodyBinary, contentStart, splitHeader } from './decode/mime.ts';
import { collapse } from './decode/text.ts';
import type { Letter } from './letter.ts';
import type { Limits } from './limits.ts';
import type { OriginalMail } from './notice.ts';
import { noOriginal } from './notice.ts';

/** What a layout itself says of the mail that bounced, where nothing of it is returned. */
export interface ToldOriginal {
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly sentAt?: string | undefined;
}

/** The mail that bounced: from what is returned, else from what the notice tells of it. */
export function readOriginal(letter: Letter, told: ToldOriginal, limits: Limits): OriginalMail {
  const returned = returnedFields(letter, limits);
  const fromFields = returned ? describeOriginal(returned) : noOriginal;
  return {
    messageId: fromFields.messageId ?? referredId(letter.fields),
    subject: fromFields.subject ?? told.subject ?? null,
    from: fromFields.from ?? told.from ?? null,
    sentAt: fromFields.sentAt ?? told.sentAt ?? null,
    program: fromFields.program,
  };
}

function returnedFields(letter: Letter, limits: Limits): Fields | null {
  for (const part of [...letter.messages, ...letter.headerBlocks]) {
    const fields = headerOf(bodyBinary(part, limits.maxHeaderBytes));
    if (looksLikeMail(fields)) return fields;
  }
  const text = letter.human().inlineOriginal;
  if (text === null) return null;
  const start = /^[ \t]{0,8}(?:[A-Z][A-Za-z-]{1,40}): /m.exec(text);
  if (!start) return null;
  const indent = /^[ \t]*/.exec(start[0])?.[0] ?? '';
  const block = text.slice(start.index, start.index + limits.maxHeaderBytes);
  const fields = headerOf(
    indent === '' ? block : block.replaceAll(`\n${indent}`, '\n').trimStart(),
  );
  return looksLikeMail(fields) ? fields : null;
}

function headerOf(source: string): Fields {
  const start = contentStart(source);
  const [end] = splitHeader(source, start, source.length);
  return parseFields(source.slice(start, end));
}

const looksLikeMail = (fields: Fields): boolean =>
  ['message-id', 'subject', 'from', 'date', 'to'].some((name) => fields.has(name));

/** Message-ID, subject, sender, date and program of a mail by its header fields. */
export function describeOriginal(fields: Fields): OriginalMail {
  const messageId = readMessageId(firstField(fields, 'message-id'));
  const subject = collapse(fieldText(fields, 'subject'));
  return {
    messageId,
    subject: subject === '' ? null : subject.slice(0, 1000),
    from: fieldAddress(firstField(fields, 'from')),
    sentAt: parseDate(firstField(fields, 'date'))?.iso ?? null,
    program: programOf(fields, messageId),
  };
}

export function readMessageId(value: string): string | null {
  const bracketed = /<\s*([^<>\s]{1,990})\s*>/.exec(value)?.[1];
  if (bracketed) return `<${bracketed}>`;
  const bare = /^[^\s<>@]{1,500}@[^\s<>@]{1,490}$/.exec(value.trim())?.[0];
  return bare ? `<${bare}>` : null;
}

function programOf(fields: Fields, messageId: string | null): string | null {
  const host = messageId === null ? '' : (/@([^>]+)>$/.exec(messageId)?.[1] ?? '');
  const parts = [host, fieldText(fields, 'x-mailer'), fieldText(fields, 'user-agent')];
  const said = parts.map(collapse).filter((part) => part !== '');
  return said.length === 0 ? null : said.join(', ').slice(0, 1000);
}

/** Gmail, Exchange and newer Exim name the original's Message-ID in the notice's own References. */
function referredId(fields: Fields): string | null {
  return (
    readMessageId(firstField(fields, 'in-reply-to')) ??
    readMessageId(firstField(fields, 'references'))
  );
}
