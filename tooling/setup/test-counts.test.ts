import { expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './test-counts.ts';

test('takes the counts of a vitest report', () => {
  const testResults = [{ status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }];
  expect(vitestCounts({ numPassedTests: 1, numFailedTests: 1, testResults })).toEqual({
    passed: 1,
    failed: 1,
  });
});

test('counts a test file that could not be loaded', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(vitestCounts({ numPassedTests: 7, numFailedTests: 0, testResults })).toEqual({
    passed: 7,
    failed: 1,
  });
});

test('counts a walk that passed only when repeated, and an error outside the walks, as failures', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] };
  expect(playwrightCounts(report)).toEqual({ passed: 5, failed: 3 });
});
