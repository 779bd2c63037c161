/** One line or two of ours that hold an attack off, what the source looks like without them, and who notices. */
export interface Defence {
  /** What the attack would gain, as a promise. */
  readonly promise: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly line: string;
  /** What stands there when the defence is taken away. */
  readonly without: string;
  readonly test: string;
  /** A part of the names of the tests that must fail then, as vitest's -t takes it. */
  readonly named: string;
}

/** The project of test/vitest.config.ts that a test belongs to, by its place. */
export function projectOf(test: string): 'unit' | 'window' | 'integration' | 'e2e' | 'packaged' {
  if (/^test\/(packaged|security\/packaged)\//.test(test)) return 'packaged';
  if (/^test\/(e2e|security\/window)\//.test(test)) return 'e2e';
  if (test.startsWith('test/integration/')) return 'integration';
  return test.startsWith('test/renderer/') ? 'window' : 'unit';
}
