import { globSync } from 'node:fs';
import { type LoadHookSync, registerHooks } from 'node:module';
import { relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import {
  DryRunStatus,
  type MutantRunOptions,
  MutantRunStatus,
  type TestResult,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { takeGathered } from './gathered.ts';
import { wording } from './wording.ts';

/**
 * Runs the tests of rules for Stryker, all in one process: rules are pure, so a test needs no process of its own to be told apart, and a
 * changed rule is judged in milliseconds instead of a second.
 */

interface Asked {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly run: () => unknown;
}

/** What Stryker’s changed code looks at, by the name under which it looks. */
interface Changes {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

declare global {
  var __stryker__: Changes | undefined;
  /** What a module keeps from one call to the next is forgotten by these. */
  var forgetters: (() => void)[] | undefined;
}

const GATHERED = new URL('./gathered.ts', import.meta.url).href;

/**
 * Modules that keep what they make, each with the line after which it can be told to forget. A schema that is made once would be reached
 * by the first test that asks for it and by no other, and one that was made while a rule was changed would outlive the change.
 */
const KEEPERS: readonly { file: string; kept: string; forget: string }[] = [
  { file: '/events/shapes.ts', kept: 'const kept: { thing?: Thing } = {};', forget: 'delete kept.thing' },
  {
    file: '/domain/clocks/calendar.ts',
    kept: 'const formatters = new Map<string, Intl.DateTimeFormat>();',
    forget: 'formatters.clear()',
  },
];

const forget = (): void => {
  for (const forgetOne of globalThis.forgetters ?? []) forgetOne();
};

const textOf = (source: ReturnType<LoadHookSync>['source']): string =>
  typeof source === 'string' ? source : new TextDecoder().decode(source ?? undefined);

/** Test files get our `vitest`, and no module keeps anything from one test to the next. */
const hook = (): void => {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vitest' && context.parentURL !== GATHERED
        ? { url: GATHERED, shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) => {
      const loaded = next(url, context);
      const keeper = KEEPERS.find(({ file }) => url.endsWith(file));
      if (keeper === undefined) return loaded;
      const source = textOf(loaded.source);
      const { file, kept, forget: forgetOne } = keeper;
      if (!source.includes(kept)) throw new Error(`${file} keeps what it makes in another way: mend KEEPERS.`);
      const forgetting = `${kept} (globalThis.forgetters ??= []).push(() => { ${forgetOne}; });`;
      return { ...loaded, source: source.replace(kept, forgetting) };
    },
  });
};

/** Reads test files and gathers their tests; `turn` makes them be read anew, and what they import not. */
const gather = async (fileNames: Iterable<string>, turn = ''): Promise<readonly Asked[]> => {
  const all: Asked[] = [];
  for (const fileName of fileNames) {
    await import(`${pathToFileURL(fileName).href}${turn}`);
    const tests = takeGathered();
    all.push(
      ...tests.map((test, index) => ({ ...test, fileName, id: `${relative('.', fileName)}#${index} ${test.name}` })),
    );
  }
  return all;
};

const testFiles = (): readonly string[] =>
  globSync((process.env.VEEDOR_MUTATION_TESTS ?? 'domain/**/*.test.ts').split(','))
    .toSorted()
    .map((path) => resolve(path));

/** Runs one test; the message of its failure, or nothing. */
const failureOf = async ({ run }: Asked): Promise<string | undefined> => {
  forget();
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

interface Noticed {
  readonly test: Asked;
  readonly message: string;
}

const firstFailure = async (tests: readonly Asked[]): Promise<Noticed | undefined> => {
  for (const test of tests) {
    const message = await failureOf(test);
    if (message !== undefined) return { test, message };
  }
  return undefined;
};

/** Reads the files of some tests under the change that is in force: whether they can be read, and all their tests still pass. */
const readAnew = async (asked: readonly Asked[], turn: string): Promise<Noticed | undefined> => {
  for (const test of new Map(asked.map((each) => [each.fileName, each])).values()) {
    try {
      const noticed = await firstFailure(await gather([test.fileName], `?${turn}`));
      if (noticed !== undefined) return noticed;
    } catch (error) {
      takeGathered();
      return { test, message: String(error) };
    }
  }
  return undefined;
};

/** What the changed code looks at; made here where no changed code was read yet. */
const changes = (): Changes => {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
};

class RunnerOfRules {
  #tests: readonly Asked[] = [];
  /** How long each test takes with nothing changed, in milliseconds. */
  readonly #lasts = new Map<string, number>();
  readonly #changes: Changes = changes();
  #judged = 0;
  #isSpoiled = false;

  /** A change is only ever in force while a test runs: what a module computed as it was loaded need not be computed anew. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    hook();
    this.#tests = await gather(testFiles());
  }

  /** Every test as the rules are, each with the changes that it reaches. */
  async dryRun() {
    const tests: TestResult[] = [];
    for (const test of this.#tests) {
      this.#changes.currentTestId = test.id;
      const began = performance.now();
      const failureMessage = await failureOf(test);
      const { id, name, fileName } = test;
      const timeSpentMs = performance.now() - began;
      this.#lasts.set(id, timeSpentMs);
      const result = { id, name, fileName, timeSpentMs };
      tests.push(
        failureMessage === undefined
          ? { ...result, status: TestStatus.Success }
          : { ...result, status: TestStatus.Failed, failureMessage },
      );
    }
    this.#changes.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#changes.mutantCoverage };
  }

  /**
   * The tests that reach a change, the quickest first, until one fails. Some of what a test file tells it tells as it is read: where that reaches the change
   * too, the file is read anew under it.
   */
  async mutantRun({ activeMutant, testFilter = [], hitLimit, reloadEnvironment }: MutantRunOptions) {
    if (this.#isSpoiled) throw new Error('The last change outlived its turn: a new process begins without it.');
    const filter = new Set(testFilter);
    const lasts = ({ id }: Asked): number => this.#lasts.get(id) ?? 0;
    const asked = this.#tests.filter(({ id }) => filter.has(id)).toSorted((one, other) => lasts(one) - lasts(other));
    Object.assign(this.#changes, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const noticed =
      (await firstFailure(asked)) ?? (reloadEnvironment ? await readAnew(asked, activeMutant.id) : undefined);
    const { hitCount = 0 } = this.#changes;
    Object.assign(this.#changes, { activeMutant: undefined, hitCount: undefined });
    const nrOfTests = asked.length;
    if (noticed === undefined) {
      this.#judged += 1;
      return { status: MutantRunStatus.Survived, nrOfTests };
    }
    await this.#cleanUp(noticed.test);
    return hitLimit !== undefined && hitCount > hitLimit
      ? { status: MutantRunStatus.Timeout, reason: `Reached ${hitCount} times.` }
      : { status: MutantRunStatus.Killed, killedBy: [noticed.test.id], failureMessage: noticed.message, nrOfTests };
  }

  /**
   * A test that failed must pass again without the change. Else a change left something behind: this one, where it was the first, or an
   * earlier one; then Stryker asks a new process.
   */
  async #cleanUp(test: Asked): Promise<void> {
    const asItWas = this.#tests.find(({ id }) => id === test.id) ?? test;
    const isSpoiled = (await failureOf(asItWas)) !== undefined;
    if (isSpoiled && this.#judged > 0)
      throw new Error('An earlier change outlived its turn: a new process begins without it.');
    this.#isSpoiled = isSpoiled;
    this.#judged += 1;
  }
}

const factory = Object.assign(() => new RunnerOfRules(), { inject: [] });

export const strykerPlugins = [{ kind: 'TestRunner', name: 'rules', factory }, wording];
