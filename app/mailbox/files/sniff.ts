export type FileFormat = 'eml' | 'mbox' | 'log';

/** How many bytes are looked at to tell what a file is. */
export const sniffBytes = 4096;

const byExtension: Readonly<Record<string, FileFormat>> = {
  eml: 'eml',
  mbox: 'mbox',
  mbx: 'mbox',
  log: 'log',
  txt: 'log',
};

/** By its name; null where the content has to tell. */
export function formatByName(name: string): FileFormat | null {
  const extension = /\.([A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase();
  return extension === undefined ? null : (byExtension[extension] ?? null);
}

/** By its first bytes; null for what is neither mail nor text, such as a picture. */
export function formatByContent(head: Uint8Array): FileFormat | null {
  const text = Buffer.from(head).toString('latin1');
  const utf16 = /^(?:\xff\xfe|\xfe\xff)/.test(text);
  if (/^\s*From [^\r\n]+\r?\n(?:>?[!-9;-~]+:|\r?\n)/.test(text)) return 'mbox';
  if (looksLikeMail(text)) return 'eml';
  return text.includes('\0') && !utf16 ? null : 'log';
}

/**
 * A block of header fields (RFC 5322 section 2.2), at least one of them known: a line of a log such as
 * "ERROR: refused" starts like one too.
 */
function looksLikeMail(text: string): boolean {
  const block = text.replace(/^\s+/, '').split(/\r?\n\r?\n/)[0] ?? '';
  const lines = block.split(/\r?\n/);
  // The last line may be cut by the end of what is looked at.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  return (
    whole.every((line) => /^(?:[!-9;-~]+[ \t]*:|[ \t])/.test(line)) &&
    /^(?:Return-Path|Received|From|To|Date|Subject|Message-ID|MIME-Version|Delivered-To|DKIM-Signature|X-[\w-]+):/im.test(
      block,
    )
  );
}
