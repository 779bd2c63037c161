import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAccounts, readAccountsFile } from '../../../app/audit/accounts-file.ts';

const read = (text: string) => {
  const parsed = parseAccounts(text, '/audit/accounts.csv');
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.value;
};
const refusal = (text: string) => {
  const parsed = parseAccounts(text, '/audit/accounts.csv');
  return parsed.ok ? null : parsed.problem;
};

describe('an accounts file', () => {
  it('gives each row its server and the place of its password', () => {
    expect(
      read(
        'user,host,port,passwordEnv,passwordFile\nA@Example.com,imap.example.com,1993,PW_A,\nb@example.com,,,,b.txt\n',
      ).rows,
    ).toEqual([
      {
        line: 2,
        address: 'a@example.com',
        host: 'imap.example.com',
        port: 1993,
        password: { kind: 'env', name: 'PW_A' },
        problem: null,
      },
      {
        line: 3,
        address: 'b@example.com',
        host: null,
        port: 993,
        password: { kind: 'file', path: '/audit/b.txt' },
        problem: null,
      },
    ]);
  });

  it.each([
    ['semicolons', 'user;host;port;passwordEnv\na@example.com;;;PW'],
    ['tabs', 'user\thost\tport\tpasswordEnv\na@example.com\t\t\tPW'],
    ['quotes', '"user","host","port","passwordEnv"\r\n"a@example.com","","","PW"\r\n'],
    ['columns in another order', 'passwordEnv,user\nPW,a@example.com'],
    ['upper case and spaces', ' User , PASSWORDENV \n a@example.com , PW \n\n\n'],
  ])('may have %s', (_, text) => {
    expect(read(text).rows).toMatchObject([
      { address: 'a@example.com', port: 993, password: { kind: 'env', name: 'PW' } },
    ]);
  });

  it.each([
    ['a BOM', Buffer.from('\ufeffuser,passwordEnv\na@example.com,PW')],
    ['UTF-16', Buffer.from('\ufeffuser\tpasswordEnv\na@example.com\tPW', 'utf16le')],
    // 备注 in GBK, as a Chinese spreadsheet saves it.
    [
      'GB18030',
      Buffer.from('user,passwordEnv,\xb1\xb8\xd7\xa2\na@example.com,PW,\xb1\xb8\n', 'latin1'),
    ],
  ])('may have %s', async (_, bytes) => {
    const folder = mkdtempSync(join(tmpdir(), 'sendwell-accounts-'));
    try {
      writeFileSync(join(folder, 'a.csv'), bytes);
      const file = await readAccountsFile(join(folder, 'a.csv'));
      expect(file).toMatchObject({ ok: true, value: { rows: [{ address: 'a@example.com' }] } });
      if (file.ok) expect(file.value.rows).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('uses the first of several rows for one mailbox, so that no password is tried twice', () => {
    const file = read('user,passwordEnv\na@example.com,A\nb@example.com,B\nA@EXAMPLE.COM,C\n');
    expect(file.rows.map(({ password }) => password)).toEqual([
      { kind: 'env', name: 'A' },
      { kind: 'env', name: 'B' },
    ]);
    expect(file.repeated).toEqual([{ line: 4, address: 'a@example.com' }]);
  });

  it.each(['password', 'Password', 'pwd', 'imap_pass', '密码', 'secret'])(
    'is refused for a column "%s", and none of its cells is told',
    (column) => {
      const problem = refusal(`user,${column},passwordEnv\na@example.com,Hunter-2-Hunter,PW\n`);
      expect(problem?.code).toBe('accounts-password-column');
      expect(JSON.stringify(problem)).not.toContain('Hunter');
    },
  );

  it.each([
    ['without user', 'host,passwordEnv\nimap.example.com,PW', 'user'],
    ['without a password column', 'user,host\na@example.com,h', 'passwordEnv, passwordFile'],
    ['that is empty', '', 'user'],
  ])('is refused %s', (_, text, detail) => {
    expect(refusal(text)).toMatchObject({ code: 'accounts-unusable', detail });
  });

  it.each(['MyPass-Hunter', 'pwd Hunter', 'Hunter密码'])(
    'is refused without a head, and "%s" in its first line is not repeated',
    (word) => {
      const problem = refusal(`a@example.com,${word},imap.example.com\n`);
      expect(problem).toMatchObject({ code: 'accounts-password-column', detail: null });
      expect(JSON.stringify(problem)).not.toMatch(/hunter/i);
    },
  );

  it('is refused where quotes do not close, with the line and not its words', () => {
    const problem = refusal('user,passwordEnv\na@example.com,"Hunter-2\n');
    expect(problem?.code).toBe('accounts-unusable');
    expect(problem?.detail).toMatch(/^line \d+$/);
  });

  it.each([
    ['no address', 'nobody,PW'],
    ['a port that is none', 'a@example.com,PW,0'],
    ['more cells than the head', 'a@example.com,PW,993,Hunter-2'],
  ])('keeps a row with %s as one that failed', (_, row) => {
    const { rows } = read(`user,passwordEnv,port\n${row}\nb@example.com,PW,\n`);
    expect(rows.map(({ problem }) => problem?.code ?? null)).toEqual(['accounts-row', null]);
    expect(JSON.stringify(rows)).not.toContain('Hunter');
  });

  it('takes an address that starts like a formula as text', () => {
    const file = read(
      'user,passwordEnv\n=cmd@example.com,A\n+a@example.com,A\n-a@example.com,A\n@a@example.com,A\n',
    );
    expect(file.rows.map(({ address, problem }) => [address, problem?.code])).toEqual([
      ['=cmd@example.com', undefined],
      ['+a@example.com', undefined],
      ['-a@example.com', undefined],
      ['@a@example.com', 'accounts-row'],
    ]);
  });
});
