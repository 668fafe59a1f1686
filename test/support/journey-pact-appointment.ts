import { daysAfter, hash, OFFICIAL_DATA, REFRESHED_DATA, type Step } from './journey-step.ts';

const QUESTIONS = ['public-office', 'employed-by-party', 'kinship', 'economic-interest', 'sanctioned'];
export const answers = (...yes: readonly string[]) =>
  QUESTIONS.map((question) => ({ question, yes: yes.includes(question) }));
const WITNESSES = ['witness-1', 'witness-2', 'witness-3'];

export const appointment: readonly Step[] = [
  { person: 'coordinator-1', path: '', body: { instrument: 'integrity-pact', ocds: OFFICIAL_DATA } },
  {
    person: 'coordinator-1',
    path: '/suspension',
    body: { reason: 'challenge', explanation: 'A bidder went to court.' },
  },
  { person: 'coordinator-1', path: '/resumption', body: { explanation: 'The court dismissed it.' }, days: 1 },
  ...WITNESSES.map((person) => ({
    person: 'coordinator-1',
    path: '/team',
    body: { person, reason: 'Accredited, and of the region.' },
  })),
  { person: 'witness-1', path: '/team/acceptance' },
  { person: 'witness-2', path: '/team/acceptance' },
  { person: 'witness-3', path: '/team/decline', body: { reason: 'Abroad until summer.' } },
  {
    person: 'witness-1',
    path: '/team/declaration',
    body: {
      answers: answers(),
      interests: [
        { kind: 'former-employer', name: 'Cerro Pardo, S.A.', identifier: { scheme: 'MX-RFC', id: 'CPA010101AB1' } },
      ],
    },
  },
  {
    person: 'witness-2',
    path: '/team/declaration',
    body: { answers: answers('kinship'), explanation: 'A cousin works for a bidder.' },
  },
  {
    person: 'coordinator-1',
    path: '/team/witness-2/ruling',
    body: { stands: false, reason: 'The cousin drives a lorry.' },
  },
  { person: 'coordinator-1', path: '/liaisons', body: { person: 'authority-1', kind: 'contracting-authority' } },
  {
    person: 'coordinator-1',
    path: '/liaisons',
    body: { person: 'control-1', kind: 'control-authority', controlAuthority: 'internal-control' },
  },
  { person: 'coordinator-1', path: '/liaisons', body: { person: 'bidder-1', kind: 'bidder', bidder: 'bidder-1' } },
  {
    person: 'coordinator-1',
    path: '/liaisons',
    body: { person: 'authority-2', kind: 'contracting-authority' },
  },
  {
    person: 'coordinator-1',
    path: '/liaisons/authority-2/withdrawal',
    body: { kind: 'contracting-authority', reason: 'Another unit buys now.' },
  },
  {
    person: 'coordinator-1',
    path: '/pact/text',
    body: { documentHash: hash('a'), title: 'Integrity pact', language: 'es', version: '2', documentName: 'pact.pdf' },
  },
  { person: 'authority-1', path: '/pact/authority-signature', body: { documentHash: hash('a') } },
  { person: 'coordinator-1', path: '/process', body: { ocds: REFRESHED_DATA } },
  { person: 'coordinator-1', path: '/bidders', body: { name: 'A late bidder', identifier: 'VD-9' } },
  {
    person: 'coordinator-1',
    path: '/acts',
    body: (now) => ({
      kind: 'clarification-meeting',
      stage: 'tender-observation',
      heldAt: daysAfter(now, 2),
      place: 'Room 2',
    }),
  },
  {
    person: 'authority-1',
    path: '/acts',
    body: (now) => ({ kind: 'bid-opening', stage: 'tender-observation', heldAt: daysAfter(now, 3), public: true }),
  },
  {
    person: 'authority-1',
    path: '/acts',
    body: {
      kind: 'site-visit',
      stage: 'tender-observation',
      heldAt: { local: '2026-03-20T09:30', zone: 'America/Mexico_City', offset: '-06:00' },
      place: 'By the old bridge',
      coordinates: { latitude: 19.4, longitude: -99.1, accuracyMetres: 30 },
    },
  },
  {
    person: 'coordinator-1',
    path: '/acts/act-1/date',
    body: (now) => ({ heldAt: daysAfter(now, 2.5), reason: 'The room was taken.', place: 'Room 4' }),
  },
  {
    person: 'authority-1',
    path: '/acts/act-3/cancellation',
    body: { reason: 'The plans were put on the web instead.' },
  },
  { person: 'coordinator-1', path: '/advance' },
];
