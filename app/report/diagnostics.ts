import { problemCodes } from '../result.ts';

/** What is known about this installation. All of it is taken for hostile: only words of the lists below come out. */
export interface DiagnosticFacts {
  readonly version: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
  /** As process.platform, process.arch and os.release() say. */
  readonly platform: string;
  readonly arch: string;
  readonly release: string;
  readonly fallbackRuntime: boolean;
  readonly language: string;
  /** The settings as they are; names, hosts and paths among them are left out. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** How much there is; or the code of the problem that keeps it from being counted. */
  readonly counts: Readonly<Record<string, number>> | string;
  /** Why no password can be remembered here; null when it can. */
  readonly keyring: string | null;
  /** The end of the log. */
  readonly log: string;
  /** The questions that the window may ask, as the log names them. */
  readonly channels: readonly string[];
}

const platforms = ['linux', 'darwin', 'win32', 'freebsd'];
const archs = ['x64', 'arm64', 'ia32', 'arm'];
const languages = ['en', 'zh-CN'];
const keyrings = ['no-keyring', 'built-in-key', 'broken'];
const countNames = ['accounts', 'samples', 'read', 'watched', 'notices'];
/** By name of the setting: the words that it may have; numbers, yes and no are always told. */
const settingWords: Readonly<Record<string, readonly string[]>> = {
  language: languages,
  theme: ['system', 'light', 'dark'],
  gapMinutes: [],
  days: [],
  closeToTray: [],
  startAtLogin: [],
  startMinimised: [],
  watchAtStart: [],
  notify: [],
};
const proxyUses = ['system', 'direct', 'manual'];
/** The words of our own log entries (app/main.ts, app/shell/). */
const logWords = [
  ...[
    'refused',
    'problem',
    'a',
    'handler',
    'scan',
    'watch',
    'broke',
    'ended',
    'with',
    'the',
    'page',
  ],
  ...['database', 'cannot', 'be', 'opened', 'uncaught', 'unhandled', 'exception', 'rejection'],
  ...['unknown-window', 'not-main-frame', 'foreign-page', 'too-large', 'bad-argument'],
  ...['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'],
];
const mostLogLines = 20;

/**
 * The text behind "Copy diagnostics", in English for whoever helps. It is built from words that are known beforehand
 * and from numbers, so that no address, host, subject, secret or path can be in it, whatever the facts hold.
 */
export function diagnostics(facts: DiagnosticFacts): string {
  const { counts, settings, fallbackRuntime } = facts;
  return [
    `Sendwell ${version(facts.version)}`,
    `Electron ${version(facts.electron)}, Chromium ${version(facts.chrome)}, Node ${version(facts.node)}${fallbackRuntime ? ' (test runtime)' : ''}`,
    `${word(facts.platform, platforms)} ${word(facts.arch, archs)} ${version(facts.release)}`,
    `language: ${word(facts.language, languages)}`,
    `keyring: ${facts.keyring === null ? 'usable' : word(facts.keyring, keyrings)}`,
    '',
    'counts',
    ...(typeof counts === 'string'
      ? [`  database: ${word(counts, problemCodes)}`]
      : countNames.map((name) => `  ${name}: ${plain(counts[name], [])}`)),
    '',
    'settings',
    ...Object.entries(settingWords).map(
      ([name, words]) => `  ${name}: ${plain(settings[name], words)}`,
    ),
    `  proxy: ${plain(part(settings['proxy'], 'use'), proxyUses)}`,
    `  quietHours: ${settings['quietHours'] ? 'set' : 'none'}`,
    '',
    'last problems',
    ...lastProblems(facts),
    '',
  ].join('\n');
}

/** Three numbers of a version: four would pass for an IP address. What follows may be anything and is left out. */
function version(text: string): string {
  return /^\d{1,6}(\.\d{1,6}){0,2}/.exec(text)?.[0] ?? '?';
}

const word = (text: string, known: readonly string[]): string =>
  known.find((each) => each === text) ?? '?';

function plain(value: unknown, words: readonly string[]): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return Number.isFinite(value) ? String(Math.round(value)) : '?';
  return typeof value === 'string' ? word(value, words) : '?';
}

const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;

const entry = /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\.\d+\] \[(warn|error)\]\s+(.*)$/;

/** Time and known words of the last warnings and errors. */
function lastProblems({ log, channels }: DiagnosticFacts): string[] {
  const known = new Set([...problemCodes, ...channels, ...logWords]);
  const lines = log.split('\n').flatMap((line) => {
    const [, at, level, said] = entry.exec(line) ?? [];
    if (at === undefined || level === undefined || said === undefined) return [];
    const words = said
      .split(/\s+/)
      .map((each) => each.replace(/[:,.]+$/, ''))
      .filter((each) => known.has(each));
    return [`  ${at} ${level} ${words.join(' ')}`.trimEnd()];
  });
  return lines.length === 0 ? ['  none'] : lines.slice(-mostLogLines);
}
