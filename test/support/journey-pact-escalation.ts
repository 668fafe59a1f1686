import type { Step } from './journey-step.ts';

/** What becomes of a second escalation: an authority without competence, another, and what follows from the first. */
export const furtherEscalation: readonly Step[] = [
  {
    person: 'witness-1',
    path: '/escalations',
    body: {
      findings: ['observation-4'],
      controlAuthority: 'internal-control',
      letter: 'Who wrote the ruling?',
      sanitised: true,
    },
  },
  {
    person: 'control-1',
    path: '/escalations/escalation-2/answer',
    body: {
      outcome: 'no-competence',
      remedies: [],
      answer: 'It is not ours to judge.',
      competentAuthority: 'supreme-audit',
    },
  },
  {
    person: 'witness-1',
    path: '/escalations/escalation-2/next-tier',
    body: { letter: 'Internal control names you.' },
  },
  {
    person: 'control-1',
    path: '/escalations/escalation-2/answers',
    body: {
      outcome: 'no-competence',
      remedies: [],
      answer: 'The prosecutor has it as well.',
      competentAuthority: 'anticorruption-prosecutor',
      reason: 'The law was changed.',
    },
  },
  {
    person: 'witness-1',
    path: '/escalations/escalation-2/next-tier/refusal',
    body: { reason: 'The audit institution has it.' },
  },
  {
    person: 'control-1',
    path: '/proceedings',
    body: (now) => ({
      escalation: 'escalation-1',
      kind: 'administrative-sanction',
      state: 'opened',
      on: now.slice(0, 10),
      number: 'PA-17/2026',
      body: 'Internal control, second chamber',
      against: 'The supervisor of the works',
      note: 'It was opened at once.',
    }),
  },
  {
    person: 'coordinator-1',
    path: '/proceedings/proceeding-1/states',
    body: (now) => ({ state: 'final', on: now.slice(0, 10), note: 'Nobody appealed it.' }),
    days: 1,
  },
];
