/**
 * The walls between the rooms. A room lists what it may import; whatever is not on the list is a violation.
 * test/architecture/walls.test.ts plants a violation for every rule here and sees it found.
 */

const TESTS = String.raw`^test/|\.test\.ts$`;
const ZOD_MINI = '^node_modules/zod/mini/';
const AWS_SDK = '^node_modules/(@aws-sdk|@smithy|@aws-crypto)/';
const ADAPTERS = '^functions/_ports/aws[^/]*/';
const HANDLERS = String.raw`^functions/[^/]+/handler\.ts$`;

const rooms = [
  {
    name: 'events-know-only-themselves',
    comment: 'A fact is the same everywhere: no rule, no cloud, no machine.',
    from: { path: '^events/', pathNot: TESTS },
    to: { pathNot: ['^events/', ZOD_MINI, '^node_modules/canonicalize/'] },
  },
  {
    name: 'domain-knows-only-the-rules',
    comment: 'The rulebook is pure: itself, zod/mini and the facts.',
    from: { path: '^domain/', pathNot: TESTS },
    to: { pathNot: ['^domain/', '^events/', ZOD_MINI] },
  },
  {
    name: 'domain-takes-only-types-words-and-shapes-from-events',
    comment: 'Of the events the rulebook needs types, vocabulary and primitive shapes; it seals and parses no record.',
    from: { path: '^domain/', pathNot: TESTS },
    to: { path: '^events/', pathNot: String.raw`^events/(vocabulary|shapes)\.ts$`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'charts-know-only-the-rules',
    comment: 'A picture is drawn from data wherever it is needed: on a server, in a page, in a test.',
    from: { path: '^charts/', pathNot: TESTS },
    to: { pathNot: ['^charts/', '^domain/', String.raw`^events/(vocabulary|shapes)\.ts$`] },
  },
  {
    name: 'a-function-knows-no-other-function',
    comment: 'What two functions share stands in a folder that begins with an underscore.',
    from: { path: '^functions/([^/]+)/', pathNot: TESTS },
    to: { path: '^functions/', pathNot: '^functions/(_[^/]+|$1)/' },
  },
  {
    name: 'functions-know-no-other-room',
    comment: 'A function runs the rules; where it runs is the business of infra and local.',
    from: { path: '^functions/', pathNot: TESTS },
    to: { path: '^(infra|local|docs)/' },
  },
  {
    name: 'only-pages-are-drawn-from-web',
    comment: 'What people see is drawn in web, by the functions that answer pages; no other loads it.',
    from: {
      path: '^functions/',
      pathNot: [TESTS, '^functions/(_pages|account-api|pages-api|case-pages-api|tip-pages-api|report-api)/'],
    },
    to: { path: '^web/' },
  },
  {
    name: 'infra-knows-no-code-of-ours',
    comment: 'The description of the cloud reads names, never rules or handlers.',
    from: { path: '^infra/', pathNot: TESTS },
    to: {
      pathNot: ['^infra/', '^events/', '^node_modules/(aws-cdk-lib|cdk-nag|constructs|esbuild)/'],
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'web-knows-no-backstage',
    comment: 'Pages know what the API answers, as types; never its insides.',
    from: { path: '^web/', pathNot: TESTS },
    to: { path: '^functions/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'web-runs-nowhere-of-its-own',
    comment: 'Where pages are served from is the business of others.',
    from: { path: '^web/', pathNot: TESTS },
    to: { path: '^(infra|local|docs)/' },
  },
  {
    name: 'local-is-imported-by-nobody',
    comment: 'The one-machine system stands on the others; nothing stands on it.',
    from: { pathNot: ['^local/', TESTS] },
    to: { path: '^local/' },
  },
  {
    name: 'tests-are-imported-by-nobody',
    comment:
      'What ships never leans on a test. (The tutorial is written by tests, the runner is told of their order; neither ships.)',
    from: { pathNot: [TESTS, String.raw`^docs/generated\.ts$`, String.raw`^vitest\.config\.ts$`] },
    to: { path: TESTS },
  },
];

const cloud = [
  {
    name: 'only-handlers-and-adapters-know-aws',
    comment: 'Everything else works on ports, so that it also runs on one machine and in a simulated world.',
    from: { path: '^(charts|domain|events|functions|web|docs)/', pathNot: [HANDLERS, ADAPTERS, TESTS] },
    to: { path: AWS_SDK },
  },
  {
    name: 'only-handlers-wire-adapters',
    comment: 'A function takes ports; its handler chooses what stands behind them. (Names of keys are no adapter.)',
    from: { path: '^functions/', pathNot: [HANDLERS, ADAPTERS, TESTS] },
    to: { path: ADAPTERS, pathNot: String.raw`/table-keys\.ts$` },
  },
  {
    name: 'handlers-are-called-not-imported',
    comment: 'A handler is the edge of the cloud: only the one-machine system and tests call it in its place.',
    from: { pathNot: ['^local/', TESTS] },
    to: { path: HANDLERS },
  },
];

const health = [
  {
    name: 'no-circle',
    comment: 'In a circle what is loaded first depends on who asks first. (A type may point back: it is erased.)',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-unresolvable-import',
    comment: 'What cannot be found cannot run. (aws-lambda is types only; the compiler finds them.)',
    from: {},
    to: { couldNotResolve: true, pathNot: '^aws-lambda$' },
  },
  {
    name: 'no-development-package-in-what-ships',
    comment: 'A bundle holds only what package.json declares as a dependency.',
    from: { path: '^(charts|domain|events|functions|web)/', pathNot: TESTS },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
];

export default {
  forbidden: [...rooms, ...cloud, ...health].map((rule) => ({ ...rule, severity: 'error' })),
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(cdk\\.out|coverage|dist|\\.veedor|\\.mutation)/' },
    // Types too: without this an `import type` through a wall is not seen.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
