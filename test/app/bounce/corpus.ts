import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Failure, Notice } from '../../../app/bounce/index.ts';

export interface Sample {
  /** Path below test/corpus, without its ending. */
  readonly name: string;
  readonly raw: Uint8Array;
  /** What has to be read out of it; fields that are left out may be anything. */
  readonly expected: Expected | null;
}

export interface Expected {
  readonly isBounce: boolean;
  readonly forwarded?: boolean;
  readonly unreadable?: null;
  readonly reportingMta?: string | null;
  readonly original?: Partial<Notice['original']>;
  readonly failures: readonly Partial<Failure>[];
}

const root = new URL('../../corpus/', import.meta.url);

/** Every notice and decoy below test/corpus, hand-made and made by servers. */
export function readCorpus(): Sample[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.eml'))
    .sort()
    .map((path) => {
      const name = path.slice(0, -'.eml'.length);
      const expectation = new URL(`${name}.expected.json`, root);
      return {
        name,
        raw: new Uint8Array(readFileSync(new URL(path, root))),
        expected: existsSync(expectation)
          ? (JSON.parse(readFileSync(expectation, 'utf8')) as Expected)
          : null,
      };
    });
}

/** The header block as a sweep would fetch it: the wanted fields only. */
export function sweptHeaders(raw: Uint8Array, wanted: readonly string[]): Uint8Array {
  const text = Buffer.from(raw).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const fields = text.slice(0, end).split(/\r?\n(?![ \t])/);
  const names = new Set(wanted.map((name) => name.toLowerCase()));
  const kept = fields.filter((field) =>
    names.has(field.slice(0, field.indexOf(':')).toLowerCase()),
  );
  return Buffer.from(kept.join('\r\n') + '\r\n\r\n', 'latin1');
}
