/** A small seeded generator (mulberry32), so that a failing run can be repeated from its printed seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fragments that mean something to the reader: putting them anywhere finds more than random bytes do. */
const fragments = [
  '\r\n\r\n',
  '\n',
  '\0',
  '--',
  '\r\n--b\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: multipart/mixed; boundary="b"\r\n\r\n',
  'Content-Type: text/html; charset=gb2312\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n',
  'Diagnostic-Code: smtp; 554 ',
  '554 Reject by behaviour spam ANTISPAM_BAT[',
  ']: too frequently sending',
  '=?utf-8?B?/w==?=',
  '=?gb2312?Q?=D6?=',
  '<a@b.example>: ',
  '----- Original message -----\r\n',
  '> ',
  '<blockquote>',
  '&#x110000;',
  '\xff\xfe\x81',
  '\x1b$B',
  '+AGEA-',
  'a'.repeat(5000),
  '<'.repeat(2000),
  '(((((((((('.repeat(100),
];

/** One of the corpus, changed in one to eight places; `words` is what is put in besides noise. */
export function mutate(
  random: () => number,
  corpus: readonly Uint8Array[],
  words: readonly string[] = fragments,
): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  let bytes: Uint8Array = pick(corpus) ?? new Uint8Array();
  for (let rounds = 1 + below(8); rounds > 0; rounds--) {
    const at = below(bytes.length + 1);
    const length = below(Math.min(400, bytes.length - at) + 1);
    const other = pick(corpus) ?? new Uint8Array();
    switch (below(7)) {
      case 0: {
        bytes = bytes.slice();
        if (at < bytes.length) bytes[at] = below(256);
        break;
      }
      case 1:
        bytes = join(bytes.subarray(0, at), bytes.subarray(at + length));
        break;
      case 2:
        bytes = join(
          bytes.subarray(0, at),
          Buffer.from(pick(words) ?? '', 'latin1'),
          bytes.subarray(at),
        );
        break;
      case 3:
        bytes = join(bytes.subarray(0, at + length), bytes.subarray(at));
        break;
      case 4:
        bytes = join(bytes.subarray(0, at), other.subarray(below(other.length + 1)));
        break;
      case 5:
        bytes = bytes.subarray(0, at);
        break;
      default: {
        const piece = bytes.subarray(at, at + length);
        const times = Math.min(200, Math.floor(200_000 / (length + 1)));
        bytes = join(
          bytes.subarray(0, at),
          ...Array.from({ length: times }, () => piece),
          bytes.subarray(at),
        );
      }
    }
    if (bytes.length > 4_000_000) bytes = bytes.subarray(0, 4_000_000);
  }
  return bytes;
}

const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
