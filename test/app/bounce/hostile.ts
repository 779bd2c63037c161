/** Messages built to break a reader: each names the attack. Shared by unit tests, fuzzer and benchmark. */
const head =
  'From: MAILER-DAEMON@smtp.example.com\r\nTo: owner@example.com\r\nSubject: Undelivered Mail Returned to Sender\r\n';
const report = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n';

function nested(levels: number): string {
  let text = `${head}Content-Type: multipart/mixed; boundary="b0"\r\n\r\n`;
  for (let level = 0; level < levels; level++)
    text += `--b${String(level)}\r\nContent-Type: multipart/mixed; boundary="b${String(level + 1)}"\r\n\r\n`;
  return text + `--b${String(levels)}\r\n\r\ntext\r\n`;
}

function nestedMessages(levels: number): string {
  return (
    `${head}Content-Type: message/rfc822\r\n\r\n` +
    `${head}Content-Type: message/rfc822\r\n\r\n`.repeat(levels)
  );
}

const megabytes = (count: number, pattern: string): string =>
  pattern.repeat(Math.ceil((count * 1024 * 1024) / pattern.length));

export const attacks: Readonly<Record<string, () => string>> = {
  'a boundary that never comes': () => `${head}${report}${megabytes(8, 'text without end\r\n')}`,
  'a boundary that never ends': () => `${head}${report}--b\r\n\r\n${megabytes(8, 'a')}`,
  '1,000 levels of multipart': () => nested(1000),
  '1,000 levels of message/rfc822': () => nestedMessages(1000),
  'a header line of 100 MB': () => `${head}X-Long: ${megabytes(100, 'x')}\r\n\r\ntext`,
  'a From of 20 MB': () => `From: ${megabytes(20, '<a')}\r\n\r\ntext`,
  'a million header fields': () => `${head}${'A: b\r\n'.repeat(1_000_000)}\r\ntext`,
  '100,000 parts': () => `${head}${report}${'--b\r\n\r\nx\r\n'.repeat(100_000)}--b--`,
  '100,000 look-alike boundaries': () => `${head}${report}${'--bX\r\n'.repeat(700_000)}`,
  'a bomb of encoded words': () =>
    `${head}Subject: ${'=?gb18030?B?' + 'suLK1A'.repeat(60) + '?= '}${megabytes(4, '=?utf-7?Q?+AAA=41?= ')}\r\n\r\n`,
  'half-open encoded words': () => `${head}Subject: ${megabytes(2, '=?a?b?')}\r\n\r\n`,
  'a megabyte before the @': () => `${head}\r\n${megabytes(4, 'a')}@\r\n`,
  'addresses without end': () =>
    `${head}\r\nYour message could not be delivered\r\n${megabytes(4, 'a@b.c ')}`,
  'angle brackets without end': () =>
    `${head}\r\nYour message could not be delivered\r\n${megabytes(4, '<a@b')}`,
  'only line ends': () => `${head}\r\n${megabytes(8, '\n')}`,
  'only dashes': () => `${head}\r\n${megabytes(4, '---- ')}`,
  'blanks before marks': () => `${head}\r\n${megabytes(4, ' \t')}----- Original message`,
  'Alibaba prefixes without end': () =>
    `${head}\r\nYour message could not be delivered\r\n<a@b.example>: ${megabytes(4, '554 Reject by behaviour spam at Rcpt State(Connection IP address: ANTISPAM_BAT[')}`,
  'replies without end': () =>
    `${head}\r\nYour message could not be delivered\r\n<a@b.example>: ${megabytes(4, '554 5.7.1 said: ')}`,
  'HTML tags that never close': () =>
    `${head}Content-Type: text/html\r\n\r\n${megabytes(4, '<div <script <!-- ')}`,
  'HTML quotes without end': () =>
    `${head}Content-Type: text/html\r\n\r\n${megabytes(4, '<blockquote>')}`,
  'entities without end': () =>
    `${head}Content-Type: text/html\r\n\r\n${megabytes(4, '&#x41;&amp')}`,
  'NUL bytes': () => `${head}\r\n${megabytes(4, '\0')}`,
  'a million recipients': () =>
    `${head}${report}--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\n\r\n${'Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n\r\n'.repeat(200_000)}--b--`,
  'a Diagnostic-Code of 8 MB': () =>
    `${head}${report}--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\nDiagnostic-Code: smtp; ${megabytes(8, '554 \r\n ')}\r\n--b--`,
  'quoted-printable without end': () =>
    `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${megabytes(4, '=3D=\r\n= ')}`,
  'base64 noise': () =>
    `${head}Content-Transfer-Encoding: base64\r\n\r\n${megabytes(4, '=A=\r\n')}`,
  'utf-7 noise': () =>
    `${head}Content-Type: text/plain; charset=utf-7\r\n\r\n${megabytes(4, '+AGEA')}`,
  'a charset that no one knows': () =>
    `${head}Content-Type: text/plain; charset="${'x'.repeat(5000)}"\r\n\r\n\xff\xfe`,
  'parameters without end': () =>
    `${head}Content-Type: text/plain; ${megabytes(2, 'a*0*="\\')}\r\n\r\n`,
  'an attached message in base64 in an attached message': () =>
    `${head}Content-Type: application/octet-stream; name="a.eml"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(nestedMessages(200)).toString('base64')}`,
};

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
