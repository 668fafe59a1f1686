import { accusedIn, type Concern, type Things } from './concern.ts';

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
  breach: (breach) => ({
    things: [breach],
    concerns: (things) => accusedIn(things, breach),
  }),
  'follow-up': () => these({ of: 'clear-team' }),
  'escalation-of': () => these({ of: 'clear-team' }),
  'next-tier': () => these({ of: 'clear-team' }, COORDINATOR),
  tip: () => these(COORDINATOR),
  publication: () => these({ of: 'team' }),
  'committee-term': () => these({ of: 'team' }),
};

/** Whose task an item is; one that is confided in the content is the reply to a finding that is sealed. */
export const mustActOn = (item = 'reply:'): MustAct => {
  const [name = '', of = ''] = item.split(':');
  return TASKS[name]?.(of) ?? these(COORDINATOR);
};
