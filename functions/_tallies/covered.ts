import { ELIGIBILITIES, ELIGIBLE, UNDECIDED } from '../../domain/coverage/eligibility.ts';
import { type Awaited, type Counters, DAY_CLASS_NAMES } from '../../domain/scoreboard/measures.ts';
import { REMEDIES } from '../../events/vocabulary.ts';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });

/** What the counters of a period, or of all time, say of coverage: each share with its numerator and its denominator. */
export const coveredIn = (counters: Counters) => {
  const number = (name: string): number => counters[name] ?? 0;
  const sum = (prefix: string, names: readonly string[]): number =>
    names.reduce((total, name) => total + number(`${prefix}.${name}`), 0);
  const answers = (of: Awaited) => ({
    asked: number(`${of}.asked`),
    inTime: number(`${of}.inTime`),
    late: number(`${of}.late`),
    unanswered: number(`${of}.unanswered`),
    answeredInTime: share(number(`${of}.inTime`), number(`${of}.asked`)),
    days: { total: number(`${of}.days`), classes: numbered(DAY_CLASS_NAMES, (name) => number(`${of}.${name}`)) },
  });
  const cases = number('cases');
  const [inTime, late] = [number('reports.inTime'), number('reports.late')];
  return {
    processes: {
      known: number('processes.all'),
      unregistered: number('processes.unregistered'),
      watched: number('watched.all'),
      by: numbered(ELIGIBILITIES, (name) => ({
        processes: number(`processes.${name}`),
        watched: number(`watched.${name}`),
      })),
      undecided: sum('processes', UNDECIDED),
    },
    coverage: share(sum('watched', ELIGIBLE), sum('processes', ELIGIBLE)),
    cases,
    examples: number('examples'),
    silentTeams: share(number('silent'), cases),
    everSilentTeams: share(number('everSilent'), cases),
    questions: answers('questions'),
    findings: answers('findings'),
    escalations: answers('escalations'),
    remedies: numbered(REMEDIES, (name) => number(`remedies.${name}`)),
    remedied: share(number('remedies.eliminated'), sum('remedies', REMEDIES)),
    reportsOnTime: share(inTime, inTime + late),
  };
};
export type Covered = ReturnType<typeof coveredIn>;

/** Something for each name of a closed list. */
const numbered = <Value>(names: readonly string[], of: (name: string) => Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(names.map((name) => [name, of(name)]));
