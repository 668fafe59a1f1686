/**
 * `npm run mutate -- domain/clocks`: changes the rules of a folder one by one, and tells which change no test notices. A folder of domain/
 * at a time, against the tests beside it. What came of it, folder by folder, stands in docs/adr/0018-mutation-score.md.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  // What is computed as a module is loaded cannot be told apart by test: it is judged by no score.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
  htmlReporter: { fileName: '.mutation/report.html' },
  jsonReporter: { fileName: '.mutation/report.json' },
  cleanTempDir: 'always',
  tempDirName: '.mutation/sandbox',
  // The compiler that checks ours is not the one that Stryker reads the configuration with.
  disableTypeChecks: false,
  ignorePatterns: ['.veedor', 'cdk.out', 'coverage', '.mutation'],
};
