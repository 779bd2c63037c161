/** How many tests a vitest run held, from its JSON report. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts a report (null: the run left none). A file that could not even be loaded counts as one failure, and so
 * does a run that failed outside any test or held no test.
 */
export function countReport(json: string | null, exitStatus: number): Count {
  if (json === null) return { passed: 0, failed: 1 };
  const report = JSON.parse(json) as Report;
  const notLoaded = report.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + notLoaded;
  const unexplained = failed === 0 && (exitStatus !== 0 || !report.success || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

export function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (total, each) => ({ passed: total.passed + each.passed, failed: total.failed + each.failed }),
    { passed: 0, failed: 0 },
  );
}

/** The last line of `npm test`, which CI reads. */
export const countLine = ({ passed, failed }: Count): string =>
  `${passed} passed, ${failed} failed`;
