import { failed, type Problem } from '../../result.ts';

/** What the system said about a file, as a problem. Anything that is no system error is a bug and goes on. */
export function fileProblem(source: string, error: unknown): Problem {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
  return failed(missing ? 'file-not-found' : 'file-unreadable', source, error.message).problem;
}
