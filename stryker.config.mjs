/**
 * `npm run mutate -- domain/clocks`: changes the rules of a folder one by one, and tells which change no test notices. A folder of domain/
 * at a time, against the tests beside it. What came of it, folder by folder, stands in docs/adr/0018-mutation-score.md.
 */
export default {
  testRunner: 'rules',
  plugins: ['./test/mutation/runner.ts'],
  ignorers: ['wording'],
  coverageAnalysis: 'perTest',
  // What is computed as a module is loaded cannot be told apart by test: it is judged by no score.
  ignoreStatic: true,
  concurrency: 1,
  // Documents that are nested deep are read by tests on purpose: as much stack as a thread of Vitest has.
  testRunnerNodeArgs: ['--stack-size=3900'],
  // A change that is noticed by its slowness alone must not be one that a busy machine was slow with.
  timeoutMS: 30_000,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.mutation/report.html' },
  jsonReporter: { fileName: process.env.VEEDOR_MUTATION_REPORT ?? '.mutation/report.json' },
  cleanTempDir: 'always',
  tempDirName: '.mutation/sandbox',
  // The compiler that checks ours is not the one that Stryker reads the configuration with.
  disableTypeChecks: false,
  ignorePatterns: ['.veedor', 'cdk.out', 'coverage', '.mutation'],
};
