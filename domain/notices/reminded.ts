import type { Concern, Things } from './concern.ts';

/** Who must act on an item of the agenda, and what must be at hand to say it. */
interface MustAct {
  readonly things: readonly string[];
  readonly concerns: (things: Things) => readonly Concern[];
}

const these = (...concerns: readonly Concern[]): MustAct => ({ things: [], concerns: () => concerns });

const COORDINATOR = { of: 'coordinator' } as const;

/** What an item of the agenda is called (agenda/due.ts), and whose task it is. Whoever reads a name that is not here asks the coordinator. */
const TASKS: Readonly<Record<string, (of: string) => MustAct>> = {
  proposal: (person) => these({ person }),
  declaration: (person) => these({ person }),
  reply: () => these({ of: 'contracting-authority' }),
  comments: () => these({ of: 'contracting-authority' }),
  question: (question) => ({
    things: [question],
    // Whoever did not ask must answer: the team asks the authority, and the authority the team.
    concerns: (things) => [
      things.get(question)?.to === 'team' ? { of: 'clear-team' } : { of: 'contracting-authority' },
    ],
  }),
  answer: (escalation) => ({
    things: [escalation],
    concerns: (things) => {
      const controlAuthority = things.get(escalation)?.controlAuthority;
      return controlAuthority === undefined ? [COORDINATOR] : [{ controlAuthority }];
    },
  }),
  publication: () => these({ of: 'team' }),
  'committee-term': () => these({ of: 'team' }),
};

export const mustActOn = (item: string): MustAct => {
  const [name = '', of = ''] = item.split(':');
  return TASKS[name]?.(of) ?? these(COORDINATOR);
};
