import { expect, test } from 'vitest';
import { emptyRecord, readCommand, type ProxyRecord } from '../../servers/proxy-record.ts';
import { assertReadOnly, findChanges } from '../../servers/read-only.ts';

function recordOf(...lines: string[]): ProxyRecord {
  const record = emptyRecord();
  for (const line of lines) {
    const { tag, verb } = readCommand(line);
    record.commands.push({
      connection: 1,
      tag,
      verb,
      line,
      bytesToServer: line.length,
      bytesToClient: 0,
      status: 'OK',
      answer: '',
    });
  }
  return record;
}

test.each([
  'a CAPABILITY',
  'a ID NIL',
  'a LOGIN owner@example.com ***',
  'a XLIST "" "*"',
  'a STATUS INBOX (MESSAGES)',
  'a EXAMINE "STORE"',
  'a uid search SINCE 1-Jan-2026',
  'a UID FETCH 1:9 (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)',
  'a UID FETCH 1 BODY.PEEK[HEADER.FIELDS (FROM SUBJECT)]',
  'a UID FETCH 1 (UID BODY.PEEK[]<0.262144>)',
  'a UID FETCH 1 RFC822.HEADER',
  'a NOOP',
  'a IDLE',
  'a LOGOUT',
])('takes %s', (line) => {
  expect(findChanges(recordOf(line))).toEqual([]);
});

test.each([
  'a SELECT INBOX',
  'a STORE 1 +FLAGS (\\Seen)',
  'a UID STORE 1 +FLAGS.SILENT (\\Deleted)',
  'a uid store 1 FLAGS ()',
  'a UID COPY 1 Trash',
  'a UID MOVE 1 Trash',
  'a EXPUNGE',
  'a UID EXPUNGE 1',
  'a APPEND INBOX {3}',
  'a CREATE x',
  'a DELETE x',
  'a RENAME x y',
  'a SUBSCRIBE x',
  'a SETMETADATA INBOX (/private/comment "x")',
  'a CHECK',
  'a CLOSE',
  'a FETCH 1 (FLAGS)',
  'a UID FETCH 1 BODY[]',
  'a UID FETCH 1 (UID BODY.PEEK[HEADER] BODY[TEXT])',
  'a UID FETCH 1 body[1]',
  'a UID FETCH 1 BINARY[1]',
  'a UID FETCH 1 RFC822',
  'a UID FETCH 1 (RFC822.TEXT)',
  'a XUNKNOWN',
])('finds %s', (line) => {
  const record = recordOf(line);
  expect(findChanges(record)).toHaveLength(1);
  expect(() => assertReadOnly(record)).toThrow(line);
});

test('allows CLOSE only where EXAMINE opened the folder', () => {
  expect(findChanges(recordOf('a EXAMINE INBOX', 'b CLOSE'))).toEqual([]);
  expect(findChanges(recordOf('a EXAMINE INBOX', 'b SELECT INBOX', 'c CLOSE'))).toHaveLength(2);
});

test('an empty record proves nothing', () => {
  expect(() => assertReadOnly(emptyRecord())).toThrow('empty');
});
