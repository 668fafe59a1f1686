/**
 * Sums up a run of `.ci/run`: the tests by the runner's own report, every other step by its line. A report that is missing,
 * a test file that broke before its tests, and a step that failed without a named test each count as one failure.
 */
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const testReport = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const testsOf = (reportFile: string): Tally => {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const report = testReport.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed };
};

const sum = (resultsFile: string, reportFile: string): Tally => {
  const lines = readFileSync(resultsFile, 'utf8').split('\n').filter(Boolean);
  const steps = lines.filter((line) => !/^(passed|failed) tests$/.test(line));
  const passed = steps.filter((line) => line.startsWith('passed ')).length;
  const tests = testsOf(reportFile);
  // The runner can also fail for what is no test's fault: an error between tests, a process that died.
  const unnamed = tests.failed === 0 && !lines.includes('passed tests') ? 1 : 0;
  return { passed: passed + tests.passed, failed: steps.length - passed + tests.failed + unnamed };
};

const [resultsFile = '', reportFile = ''] = process.argv.slice(2);
const { passed, failed } = sum(resultsFile, reportFile);
console.log(`${passed} passed, ${failed} failed`);
