import { mailDate } from '../calendar.ts';
import {
  type Charset,
  encodedWords,
  type HeaderField,
  mailbox,
  message,
  multipart,
  type Part,
  textPart,
  type TransferEncoding,
} from '../mime.ts';
import { owner } from '../people.ts';

export interface IncomingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Also sent as HTML, in multipart/alternative. */
  readonly html?: string;
  readonly charset?: Charset;
  readonly transferEncoding?: TransferEncoding;
  /** Further header fields, such as List-Id or Auto-Submitted. */
  readonly headers?: readonly HeaderField[];
  /** Further parts: an attachment, a receipt. `kind` as in multipart(). */
  readonly attached?: { readonly kind: string; readonly parts: readonly Part[] };
}

/** A mail that someone else wrote to the owner. */
export function writeIncoming(id: string, sentAt: Date, mail: IncomingMail): string {
  const charset = mail.charset ?? 'utf-8';
  const transferEncoding = mail.transferEncoding ?? 'base64';
  const host = mail.from.address.slice(mail.from.address.indexOf('@') + 1);
  const plain = textPart(mail.text, charset, transferEncoding);
  const body =
    mail.html === undefined
      ? plain
      : multipart('alternative', `=_alt_${id}`, [
          plain,
          textPart(mail.html, charset, transferEncoding, 'html'),
        ]);
  return message(
    [
      [
        'Received',
        `from ${host} (${host} [192.0.2.${1 + (id.length % 200)}])\r\n\tby mx.example.cn; ${mailDate(sentAt)}`,
      ],
      ['Date', mailDate(sentAt)],
      ['From', mailbox(mail.from.name, mail.from.address, charset)],
      ['To', owner.address],
      ['Message-ID', `<${id}@${host}>`],
      [
        'Subject',
        encodedWords(mail.subject, charset, transferEncoding === 'quoted-printable' ? 'Q' : 'B'),
      ],
      ...(mail.headers ?? []),
      ['MIME-Version', '1.0'],
    ],
    mail.attached === undefined
      ? body
      : multipart(mail.attached.kind, `=_mix_${id}`, [body, ...mail.attached.parts]),
  );
}
