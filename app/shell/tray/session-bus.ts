/** The part of D-Bus's wire format (D-Bus Specification, "Message Protocol") that one question takes. */

const little = 0x6c;
const methodCall = 1;
const methodReturn = 2;
/** What a bus tells us takes a few hundred; stops an answer that claims gigabytes from being waited for. */
export const mostBytes = 64 * 1024;
/** Nothing is started by our asking. */
const noAutoStart = 2;

export interface Call {
  readonly serial: number;
  readonly to: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Arguments of type string. */
  readonly words?: readonly string[];
}

/** A method call's bytes. */
export function message({ serial, words = [], ...call }: Call): Buffer {
  const body = new Writer();
  for (const word of words) body.string(word);
  const head = new Writer();
  head.bytes([little, methodCall, noAutoStart, 1]);
  head.number(body.length).number(serial);
  const fields = new Writer();
  const field = (code: number, type: string, value: string): void => {
    fields.align(8).bytes([code]).signature(type);
    if (type === 'g') fields.signature(value);
    else fields.string(value);
  };
  field(1, 'o', call.path);
  field(2, 's', call.interface);
  field(3, 's', call.member);
  field(6, 's', call.to);
  if (words.length > 0) field(8, 'g', 's'.repeat(words.length));
  // The fields begin at byte 16, so their own alignment holds there too.
  head.number(fields.length);
  return Buffer.concat([head.buffer, fields.align(8).buffer, body.buffer]);
}

class Writer {
  buffer = Buffer.alloc(0);
  get length(): number {
    return this.buffer.length;
  }
  bytes(more: Buffer | readonly number[]): this {
    this.buffer = Buffer.concat([this.buffer, Buffer.from(more)]);
    return this;
  }
  align(size: number): this {
    return this.bytes(Buffer.alloc((size - (this.length % size)) % size));
  }
  number(value: number): this {
    const four = Buffer.alloc(4);
    four.writeUInt32LE(value);
    return this.align(4).bytes(four);
  }
  string(text: string): this {
    const bytes = Buffer.from(text);
    return this.number(bytes.length).bytes(bytes).bytes([0]);
  }
  signature(text: string): this {
    return this.bytes([text.length]).bytes(Buffer.from(text)).bytes([0]);
  }
}

export interface Reply {
  /** The serial of the call that this answers; null for anything else that the bus says. */
  readonly to: number | null;
  /** The answer where it is one boolean in a variant; null for every other, and for errors. */
  readonly truth: boolean | null;
}

/**
 * The first message in the bytes, and how many it took; null while it is not whole.
 * @throws where it is no message that a bus on this machine would send
 */
export function readReply(held: Buffer): { value: Reply; length: number } | null {
  if (held.length < 16) return null;
  if (held[0] !== little) throw new Error('not little-endian');
  const bodyLength = held.readUInt32LE(4);
  const fieldsEnd = 16 + held.readUInt32LE(12);
  const bodyStart = Math.ceil(fieldsEnd / 8) * 8;
  const length = bodyStart + bodyLength;
  if (length > mostBytes) throw new Error('too long');
  if (held.length < length) return null;
  const to = replySerial(held, fieldsEnd);
  const body = held.subarray(bodyStart, length);
  // A variant: its signature's length, 'b', an end; the value stands on a multiple of four.
  const isTruth =
    held[1] === methodReturn && body.length === 8 && body[0] === 1 && body[1] === 0x62;
  return { value: { to, truth: isTruth ? body.readUInt32LE(4) === 1 : null }, length };
}

function replySerial(held: Buffer, end: number): number | null {
  let at = 16;
  while (at < end) {
    at = Math.ceil(at / 8) * 8;
    const code = held.readUInt8(at);
    const type = String.fromCharCode(held.readUInt8(at + 2));
    at += 4;
    if (type === 'g') {
      at += held.readUInt8(at) + 2;
      continue;
    }
    at = Math.ceil(at / 4) * 4;
    const number = held.readUInt32LE(at);
    if (code === 5 && type === 'u') return number;
    at += 4;
    if (type === 's' || type === 'o') at += number + 1;
    else if (type !== 'u') throw new Error('an unknown field');
  }
  return null;
}
