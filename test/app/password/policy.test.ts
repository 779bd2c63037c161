import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { containsAccount, judgePolicy } from '../../../app/password/policy.ts';

// Many rounds, on machines that may be busy: no test here is about time.
vi.setConfig({ testTimeout: 60_000 });

const account = 'owner@example.com';
const broken = (password: string, of = account): string[] =>
  judgePolicy(password, of)
    .rules.filter(({ ok }) => !ok)
    .map(({ rule }) => rule);

describe('the rules', () => {
  it.each<[password: string, broken: string[]]>([
    ['', ['length', 'characterTypes']],
    ['Abcdef1', ['length']],
    ['Abcdefg1', []],
    [`Aa1${'x'.repeat(61)}`, []],
    [`Aa1${'x'.repeat(62)}`, ['length']],
    ['abcdefgh', ['characterTypes']],
    ['ABCdefgh', ['characterTypes']],
    ['abcdefg1', ['characterTypes']],
    ['ABCDEF1!', []],
    ['abcdef1!', []],
    ['ABCdef!!', []],
    ['ABCDEF12', ['characterTypes']],
    // Neither a space nor a letter, digit or sign outside ASCII is a type.
    ['abcdefg1 ', ['characterTypes']],
    ['abcdefg1é', ['characterTypes']],
    ['ÀBCdefgh', ['characterTypes']],
    ['abcdéfgh１Ａ', ['characterTypes']],
    ['密码abcdefg1', ['characterTypes']],
    ['abcdefg1！', ['characterTypes']],
    // Unicode characters count, not UTF-16 units.
    ['😀😀Aa1😀', ['length']],
    ['😀😀😀😀😀Aa1', []],
    [`Aa1${'😀'.repeat(61)}`, []],
    [`Aa1${'😀'.repeat(62)}`, ['length']],
    // A combining mark is a character of its own.
    ['Aa1e\u0301e\u0301e', []],
    // Right-to-left text and its marks count towards the length only.
    ['\u202eשלוםAa1', []],
    ['שלוםשלום', ['characterTypes']],
    ['Aa1\u0000\u0000\u0000\u0000\u0000', []],
    ['\ud800Aa1\udc00\ud800xy', []],
  ])('%j breaks %j', (password, expected) => {
    expect(broken(password)).toEqual(expected);
  });

  it.each(Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'))('take %s for punctuation', (sign) => {
    expect(broken(`abcdefgh1${sign}`)).toEqual([]);
  });

  it('are named in one order', () => {
    expect(judgePolicy('x', account)).toMatchObject({
      compliant: false,
      rules: [{ rule: 'length' }, { rule: 'characterTypes' }, { rule: 'noAccount' }],
    });
  });
});

describe('the account', () => {
  it.each<[account: string, password: string]>([
    ['owner@example.com', 'Owner#2026x'],
    ['owner@example.com', 'x1#OWNERx'],
    ['owner@example.com', '1#oWnEr@ExAmPlE.cOm'],
    ['OWNER@EXAMPLE.COM', 'x1#ownerX'],
    ['  owner@example.com ', 'x1#ownerX'],
    ['a@example.com', 'xyzX123#A'],
    ['a.b+c*@example.com', 'x1A.B+C*yz'],
    ['(x|y)$^@example.com', 'Q1(X|Y)$^q'],
    ['straße@example.com', 'x1#STRASSEx'],
    ['οδυσσευς@example.com', 'X1#ΟΔΥΣΣΕΥΣx'],
    ['sun@example.com', 'x1#\u017funXy'],
    ['jose\u0301@example.com', 'X1#JOSÉ#x'],
    ['josé@example.com', 'X1#JOSE\u0301#x'],
    ['no-at-sign', 'X1#no-at-sign'],
    ['@example.com', 'X1#x@example.com'],
  ])('%j is found in %j', (of, password) => {
    expect(broken(password, of)).toEqual(['noAccount']);
  });

  it.each<[account: string, password: string]>([
    ['owner@example.com', 'Owne#r2026x'],
    ['owner@example.com', 'x1#Example.com'],
    ['a.b@example.com', 'x1#AxByz'],
    ['.*@example.com', 'x1#AxByz'],
    ['jose@example.com', 'X1#JOSÉ#xy'],
    ['', 'x1#AxByz'],
    ['@', 'x1@AxByz'],
    ['   ', 'x1# AxByz'],
  ])('%j is not found in %j', (of, password) => {
    expect(broken(password, of)).toEqual([]);
  });

  it('is found wherever it stands and however it is written', () => {
    const local = fc.stringMatching(/^[a-z0-9.+*$^()[\]_-]{1,20}$/);
    fc.assert(
      fc.property(local, fc.string(), fc.string(), fc.boolean(), (name, before, after, upper) => {
        const written = upper ? name.toUpperCase() : name;
        expect(containsAccount(before + written + after, `${name}@example.com`)).toBe(true);
      }),
    );
  });
});

describe('the notes', () => {
  it.each<[password: string, notes: string[]]>([
    ['Abcdefg1', ['nine-characters']],
    ['Abcdefg1#', []],
    ['Abcdefg 1', ['space']],
    ['Abcdefgé1', ['non-ascii']],
    ['Abcdefg\t1', ['control-characters']],
    ['Abcdefg\u007f1', ['control-characters']],
    ['Abcdefg\u00851', ['non-ascii', 'control-characters']],
    ['Abcdef\u202e1', ['nine-characters', 'non-ascii']],
    ['Abc ef😀1', ['nine-characters', 'non-ascii', 'space']],
  ])('%j has %j', (password, notes) => {
    expect(judgePolicy(password, account).notes).toEqual(notes);
  });

  it('say when the account is so short that chance contains it', () => {
    expect(judgePolicy('Bcdefgh12', 'a@example.com').notes).toEqual(['short-account']);
    expect(judgePolicy('Bcdefgh12', '@example.com').notes).toEqual([]);
  });
});

describe('hostile input', () => {
  it.each([
    ['letters', 'a'],
    ['emoji', '😀'],
    ['combining marks', '\u0301'],
    ['marks in falling order', '\u0301\u0323'],
    ['right-to-left', 'ש\u202e'],
    ['letters that grow when folded', 'ß'],
    ['Hangul that composes', '\u1112\u1161\u11ab'],
  ])('of 10 MB is judged: %s', (_name, piece) => {
    expect(broken(piece.repeat(10_000_000 / piece.length))).toEqual(['length', 'characterTypes']);
  });

  it('of any kind gets a verdict', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 100 });
    fc.assert(
      fc.property(anything, anything, (password, of) => {
        const { compliant, rules } = judgePolicy(password, of);
        expect(compliant).toBe(rules.every(({ ok }) => ok));
        const length = Array.from(password).length;
        expect(rules[0]?.ok).toBe(length >= 8 && length <= 64);
      }),
    );
  });
});
