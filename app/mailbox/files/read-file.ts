import type { FileItem } from './item.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { asUtf8, type Chunks, peek } from './chunks.ts';
import { maxMessageBytes } from './limits.ts';
import { MboxSplitter } from './mbox.ts';
import { type FileFormat, formatByContent, sniffBytes } from './sniff.ts';
import { TextLines } from './text-lines.ts';

/** What is in one file or pipe. A null format is found from the content; so is whether it is mail at all. */
export async function* readStream(
  source: string,
  chunks: Chunks,
  format: FileFormat | null,
  whenUnknown: 'skip' | 'message',
): AsyncIterable<FileItem> {
  const { head, all } = await peek(chunks, sniffBytes);
  const found = format ?? formatByContent(head);
  switch (found) {
    case 'mbox':
      yield* mboxMessages(source, all);
      return;
    case 'log':
      yield { kind: 'log', source, lines: logLines(head, all) };
      return;
    case 'eml':
      yield await wholeMessage(source, all);
      return;
    case null:
      // What was named by the person gets an answer, even if it can only be "this is no mail".
      if (whenUnknown === 'message') yield await wholeMessage(source, all);
  }
}

async function* mboxMessages(source: string, chunks: Chunks): AsyncIterable<FileItem> {
  const splitter = new MboxSplitter();
  const item = ({ number, raw, truncated }: ReturnType<MboxSplitter['end']>[number]): FileItem => {
    return { kind: 'message', source: `${source}:${number}`, raw, truncated };
  };
  for await (const chunk of chunks) yield* splitter.push(chunk).map(item);
  yield* splitter.end().map(item);
}

async function* logLines(head: Uint8Array, chunks: Chunks): AsyncIterable<string> {
  const lines = new TextLines();
  for await (const chunk of asUtf8(head, chunks)) yield* lines.push(chunk);
  yield* lines.end();
}

async function wholeMessage(source: string, chunks: Chunks): Promise<FileItem> {
  const buffer = new ByteBuffer(maxMessageBytes);
  for await (const chunk of chunks) {
    buffer.append(chunk);
    if (buffer.full) break;
  }
  const { bytes, truncated } = buffer.take();
  return { kind: 'message', source, raw: withoutSeparator(bytes), truncated };
}

/** Some programs save one message with the "From " line of the mbox it came from. */
function withoutSeparator(bytes: Uint8Array): Uint8Array {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== 'From ') return bytes;
  return bytes.subarray(bytes.indexOf(0x0a) + 1);
}
