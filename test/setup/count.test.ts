import { describe, expect, it } from 'vitest';
import { countLine, countReport, sum } from './count.ts';

const report = (passed: number, failed: number, files: { status: string; tests: string[] }[]) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    success: files.every(({ status }) => status === 'passed'),
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  });

describe('counting a run', () => {
  it('takes passed and failed tests from the report', () => {
    const json = report(2, 1, [{ status: 'failed', tests: ['passed', 'failed', 'passed'] }]);
    expect(countReport(json, 1)).toEqual({ passed: 2, failed: 1 });
  });

  it('counts a file that could not be loaded', () => {
    const json = report(1, 0, [
      { status: 'passed', tests: ['passed'] },
      { status: 'failed', tests: [] },
    ]);
    expect(countReport(json, 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a failure outside any test', () => {
    const json = report(1, 0, [{ status: 'passed', tests: ['passed'] }]);
    expect(countReport(json, 1)).toEqual({ passed: 1, failed: 1 });
    expect(countReport(json, 0)).toEqual({ passed: 1, failed: 0 });
  });

  it('does not call a run good that held no test or left no report', () => {
    expect(countReport(report(0, 0, []), 0)).toEqual({ passed: 0, failed: 1 });
    expect(countReport(null, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

it('ends with one line that adds the runs up', () => {
  const total = sum([
    { passed: 3, failed: 0 },
    { passed: 4, failed: 2 },
  ]);
  expect(countLine(total)).toBe('7 passed, 2 failed');
});
