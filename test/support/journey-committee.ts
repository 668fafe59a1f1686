import { commitmentText, drawnOrder, listText, rankText, seedText } from '../../domain/draw/algorithm.ts';
import { sha256 } from './case-file.ts';
import { daysAfter, hash, OFFICIAL_DATA, type Step } from './journey-step.ts';
import { OCID } from './ocds.ts';

const MEMBERS = ['member-1', 'member-2', 'member-3'];
const SECTORS = ['universities', 'private-sector', 'churches'];
const QUESTIONS = ['public-office', 'supplier', 'kinship', 'party-office'];

const CASE = `oc-${sha256(JSON.stringify(['oversight-committee', OCID])).slice(0, 20)}`;
const PARTIES = ['coordinator-1', 'authority-1'];
const secretOf = (party: string): string => sha256(`what ${party} keeps to itself`);
const commitmentOf = (party: string): string =>
  sha256(commitmentText({ case: CASE, draw: 'draw-1', party, value: secretOf(party) }));
const DRAWN_FROM = ['member-4', 'member-5', 'member-6'];
const BEACON_VALUE = sha256('what the beacon said');
const SEED = sha256(
  seedText({
    case: CASE,
    draw: 'draw-1',
    listHash: sha256(listText(DRAWN_FROM)),
    beaconValue: BEACON_VALUE,
    revealed: PARTIES.map(secretOf),
  }),
);
const [DRAWN_FIRST = ''] = drawnOrder(DRAWN_FROM, (candidate) => sha256(rankText(SEED, candidate)));

/** One more member by lot: whoever is drawn declines, and the alternate is called. */
const drawing: readonly Step[] = [
  { person: 'coordinator-1', path: '/liaisons', body: { person: 'authority-1', kind: 'contracting-authority' } },
  {
    person: 'coordinator-1',
    path: '/draws',
    body: (now) => ({
      candidates: DRAWN_FROM,
      places: 1,
      alternates: 1,
      sector: 'universities',
      source: {
        kind: 'commit-reveal',
        parties: PARTIES,
        revealBefore: daysAfter(now, 1),
        beacon: 'drand-quicknet',
        publishedAfter: daysAfter(now, 2),
      },
    }),
  },
  ...PARTIES.map((person) => ({
    person,
    path: '/draws/draw-1/commitment',
    body: { commitment: commitmentOf(person) },
  })),
  ...PARTIES.map((person) => ({ person, path: '/draws/draw-1/reveal', body: { value: secretOf(person) } })),
  { person: 'coordinator-1', path: '/draws/draw-1/public-value', body: { value: BEACON_VALUE }, days: 2 },
  { person: 'coordinator-1', path: '/draws/draw-1/lots' },
  { person: DRAWN_FIRST, path: '/team/decline' },
  { person: 'coordinator-1', path: '/draws/draw-1/alternates' },
];

/** A committee from its opening to its report: it is dissolved while it watches. */
export const committeeSteps: readonly Step[] = [
  { person: 'coordinator-1', path: '', body: { instrument: 'oversight-committee', ocds: OFFICIAL_DATA } },
  ...MEMBERS.map((person, index) => ({
    person: 'coordinator-1',
    path: '/team',
    body: { person, sector: SECTORS[index], reason: 'Known in its sector.' },
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
      election: { way: 'assembly', heldAt: { local: '2026-03-01T10:00', zone: 'America/Santo_Domingo' }, votes: 41 },
    },
  },
  {
    person: 'member-1',
    path: '/constitution/extension',
    body: { months: 6, documentHash: hash('f'), reason: 'The works end later.' },
  },
  ...drawing,
  { person: 'coordinator-1', path: '/advance' },
  {
    person: 'coordinator-1',
    path: '/constitution/dissolution',
    body: { cause: 'authority-order', explanation: 'The ministry ended its mandate.' },
    days: 3,
  },
  {
    person: 'member-1',
    path: '/reports',
    body: {
      stage: 'final-report',
      summary: 'What was seen until the committee was dissolved.',
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
    body: { vote: 'against', dissent: 'It should say who ordered it.' },
    days: 30,
  },
  { person: 'member-1', path: '/reports/report-1/vote', body: { vote: 'for' } },
  { person: 'member-2', path: '/reports/report-1/vote', body: { vote: 'for' } },
  { person: 'coordinator-1', path: '/reports/report-1/publication' },
];
