import { toBinary } from './decode/binary.ts';
import { countAddresses } from './decode/address.ts';
import { decodeWords, firstField, parseFields } from './decode/header.ts';
import { readMessageId } from './original.ts';

/** A header field's text from raw header bytes, encoded words decoded (RFC 2047); null when it is absent. */
export function headerField(raw: Uint8Array, name: string): string | null {
  const value = parseFields(toBinary(raw)).get(name.toLowerCase())?.[0];
  return value === undefined ? null : decodeWords(value);
}

/** The Message-ID with its angle brackets; null when there is none. */
export const messageId = (raw: Uint8Array): string | null =>
  readMessageId(firstField(parseFields(toBinary(raw)), 'message-id'));

/** Recipients that To, Cc and Bcc name together. */
export function countRecipients(raw: Uint8Array): number {
  const fields = parseFields(toBinary(raw));
  return ['to', 'cc', 'bcc']
    .flatMap((name) => fields.get(name) ?? [])
    .reduce((sum, value) => sum + countAddresses(value), 0);
}
