import { useRef, useState } from 'react';
import type { Answer, Explanation } from '../../../app/api/contract.ts';
import type { Problem, Result } from '../../../app/result.ts';
import { client } from '../../client.ts';

export type Imported = Extract<Answer<'import:files'>, { ok: true }>['value'];

/** What was asked about: pasted text, or files that can then be added to an account's history. */
export type Source =
  { readonly kind: 'text' } | { readonly kind: 'files'; readonly paths: readonly string[] };

export type Import =
  | { readonly phase: 'none' | 'running' }
  | { readonly phase: 'done'; readonly accountId: number; readonly value: Imported }
  | { readonly phase: 'failed'; readonly problem: Problem };

export type Explained =
  | { readonly phase: 'empty' }
  | { readonly phase: 'running'; readonly source: Source }
  | { readonly phase: 'failed'; readonly source: Source; readonly problem: Problem }
  | {
      readonly phase: 'done';
      readonly source: Source;
      readonly value: Explanation;
      readonly imported: Import;
    };

export interface ExplainState {
  readonly text: string;
  readonly explained: Explained;
  readonly setText: (text: string) => void;
  readonly explainText: () => void;
  readonly explainFiles: (paths: readonly string[]) => void;
  /** Asks for files or a folder; `chosen` is called once there are some. */
  readonly choose: (kind: 'files' | 'folder', chosen?: () => void) => void;
  readonly importInto: (accountId: number) => void;
  readonly clear: () => void;
}

/** Longer than any line or log excerpt that one pastes; a whole log is a file to drop. */
export const mostPasted = 400_000;

/** Stands above the screens, so that text and verdict are still there when one comes back. */
export function useExplain(onImported: () => void): ExplainState {
  const [text, setText] = useState('');
  const [explained, setExplained] = useState<Explained>({ phase: 'empty' });
  // An answer to an older question is dropped.
  const asking = useRef(0);

  const ask = async (source: Source, answer: () => Promise<Result<Explanation>>) => {
    const mine = (asking.current += 1);
    setExplained({ phase: 'running', source });
    const result = await answer();
    if (mine !== asking.current) return;
    setExplained(
      result.ok
        ? { phase: 'done', source, value: result.value, imported: { phase: 'none' } }
        : { phase: 'failed', source, problem: result.problem },
    );
  };
  const explainFiles = (paths: readonly string[]) => {
    if (paths.length > 0) void ask({ kind: 'files', paths }, () => client.explainFiles(paths));
  };

  const importInto = async (accountId: number) => {
    if (explained.phase !== 'done' || explained.source.kind !== 'files') return;
    const { paths } = explained.source;
    const mine = asking.current;
    const become = (imported: Import) => {
      setExplained((before) =>
        before.phase === 'done' && mine === asking.current ? { ...before, imported } : before,
      );
    };
    become({ phase: 'running' });
    const result = await client.importFiles(accountId, paths);
    become(
      result.ok
        ? { phase: 'done', accountId, value: result.value }
        : { phase: 'failed', problem: result.problem },
    );
    if (result.ok) onImported();
  };

  return {
    text,
    explained,
    setText,
    explainText: () => {
      if (text.trim() !== '' && text.length <= mostPasted)
        void ask({ kind: 'text' }, () => client.explainText(text));
    },
    explainFiles,
    choose: (kind, chosen) => {
      void client.chooseMailFiles(kind).then((paths) => {
        if (paths.length > 0) chosen?.();
        explainFiles(paths);
      });
    },
    importInto: (accountId) => void importInto(accountId),
    clear: () => {
      asking.current += 1;
      setText('');
      setExplained({ phase: 'empty' });
    },
  };
}
