import { hash, OFFICIAL_DATA, type Step } from './journey-step.ts';

const MEMBERS = ['member-1', 'member-2', 'member-3'];
const SECTORS = ['universities', 'private-sector', 'churches'];
const QUESTIONS = ['public-office', 'supplier', 'kinship', 'party-office'];

/** A committee from its opening to its report: the process it watches is cancelled under its eyes. */
export const committeeSteps: readonly Step[] = [
  { person: 'coordinator-1', path: '', body: { instrument: 'oversight-committee', ocds: OFFICIAL_DATA } },
  ...MEMBERS.map((person, index) => ({
    person: 'coordinator-1',
    path: '/team',
    body: { person, way: 'by-lot', sector: SECTORS[index] },
  })),
  ...MEMBERS.flatMap((person) => [
    { person, path: '/team/acceptance' },
    { person, path: '/team/declaration', body: { answers: QUESTIONS.map((question) => ({ question, yes: false })) } },
  ]),
  { person: 'member-1', path: '/team/officers', body: { person: 'member-1', office: 'chair' } },
  { person: 'member-1', path: '/team/officers', body: { person: 'member-2', office: 'secretary' } },
  {
    person: 'member-2',
    path: '/constitution',
    body: {
      object: 'To watch this purchase to its end.',
      durationMonths: 12,
      registered: true,
      documentHash: hash('d'),
    },
  },
  { person: 'coordinator-1', path: '/advance' },
  {
    person: 'coordinator-1',
    path: '/process-end',
    body: { ending: 'cancelled', explanation: 'There is no money left.' },
    days: 3,
  },
  {
    person: 'member-1',
    path: '/reports',
    body: {
      stage: 'final-report',
      summary: 'What was seen until the process was cancelled.',
      conclusion: 'The committee was constituted and asked for the documents. '.repeat(6),
      cites: [],
      leavesOut: [],
      recommendations: [],
    },
  },
  { person: 'member-1', path: '/reports/report-1/reply-window' },
  {
    person: 'member-3',
    path: '/reports/report-1/vote',
    body: { vote: 'against', dissent: 'It should say who cancelled it.' },
    days: 30,
  },
  { person: 'member-1', path: '/reports/report-1/vote', body: { vote: 'for' } },
  { person: 'member-2', path: '/reports/report-1/vote', body: { vote: 'for' } },
  { person: 'coordinator-1', path: '/reports/report-1/publication' },
];
