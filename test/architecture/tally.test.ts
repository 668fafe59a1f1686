import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, ROOT, remove } from './tree.ts';

const passedTest = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failedTest = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const brokenFile = { status: 'failed', assertionResults: [] };

const report = ({ passed, failed, files }: { passed: number; failed: number; files: readonly object[] }) =>
  JSON.stringify({
    success: failed === 0 && !files.includes(brokenFile),
    numPassedTests: passed,
    numFailedTests: failed,
    testResults: files,
  });

const tally = (files: Readonly<Record<string, string>>) => {
  const folder = folderWith(files);
  try {
    const args = [join(ROOT, '.ci/tally.ts'), join(folder, 'results'), join(folder, 'tests.json')];
    return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim();
  } finally {
    remove(folder);
  }
};

describe('the last line of .ci/run', () => {
  const steps = 'passed format\npassed lint\npassed tests\npassed synth\n';

  it('adds the tests of the report to the other steps', () => {
    expect(tally({ results: steps, 'tests.json': report({ passed: 7, failed: 0, files: [passedTest] }) })).toBe(
      '10 passed, 0 failed',
    );
  });

  it('counts a failed step', () => {
    const results = steps.replace('passed synth', 'failed synth');
    expect(tally({ results, 'tests.json': report({ passed: 7, failed: 0, files: [passedTest] }) })).toBe(
      '9 passed, 1 failed',
    );
  });

  it('counts every failed test, and the step that ran them not once more', () => {
    const results = steps.replace('passed tests', 'failed tests');
    expect(tally({ results, 'tests.json': report({ passed: 5, failed: 2, files: [failedTest] }) })).toBe(
      '8 passed, 2 failed',
    );
  });

  it('counts a test file that broke before its tests', () => {
    const results = steps.replace('passed tests', 'failed tests');
    expect(tally({ results, 'tests.json': report({ passed: 7, failed: 0, files: [brokenFile] }) })).toBe(
      '10 passed, 1 failed',
    );
  });

  it('counts a runner that failed for what is no test’s fault', () => {
    const results = steps.replace('passed tests', 'failed tests');
    expect(tally({ results, 'tests.json': report({ passed: 7, failed: 0, files: [passedTest] }) })).toBe(
      '10 passed, 1 failed',
    );
  });

  it('counts a missing report as a failure', () => {
    expect(tally({ results: steps })).toBe('3 passed, 1 failed');
  });

  it('counts tests that never ran as a failure', () => {
    expect(tally({ results: 'failed check\n' })).toBe('0 passed, 2 failed');
  });
});
