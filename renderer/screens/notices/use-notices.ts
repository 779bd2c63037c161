import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Answer, Argument, ScanStatus } from '../../../app/api/contract.ts';
import type { Category } from '../../../app/bounce/notice.ts';
import { client } from '../../client.ts';
import { type Asked, useAnswer } from '../../use-answer.ts';
import { revisionOf } from '../../use-scan-end.ts';
import type { SharedView } from '../../view/use-views.ts';
import { filterAt } from '../../view/view.ts';

export type Sort = Argument<'notice:list'>['sort'];
export type Page = Extract<Answer<'notice:list'>, { ok: true }>['value'];

export interface Question {
  readonly category: Category | null;
  readonly text: string;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly offset: number;
}

/** A page fills the screen a few times over; the database, not the window, holds the other 100,000. */
export const pageSize = 100;

const atFirst: Question = { category: null, text: '', sort: 'at', descending: true, offset: 0 };

export function useNotices(
  accountId: number,
  scan: ScanStatus | null,
  shared: SharedView,
  known: number,
): {
  readonly asked: Asked<Page>;
  /** What was asked, without the page. */
  readonly whole: Omit<Argument<'notice:list'>, 'offset' | 'limit'>;
  readonly question: Question;
  readonly change: (change: Partial<Question>) => void;
} {
  const [question, setQuestion] = useState<Question>(atFirst);
  const [text] = useDebouncedValue(question.text.trim(), 200);
  const { category, sort, descending, offset } = question;
  const filter = {
    ...filterAt(shared.view, shared.now),
    category,
    text: text === '' ? null : text,
  };
  const key = JSON.stringify([
    accountId,
    revisionOf(scan),
    known,
    filter,
    sort,
    descending,
    offset,
  ]);
  const asked = useAnswer(key, () =>
    client.notices({
      accountId,
      filter,
      sort,
      descending,
      offset,
      limit: pageSize,
    }),
  );
  return {
    asked,
    whole: { accountId, filter, sort, descending },
    question,
    change: (change) => {
      setQuestion((before) => ({ ...before, ...change }));
    },
  };
}
