import { evidence } from './journey-documents.ts';
import { appointment } from './journey-pact-appointment.ts';
import { furtherEscalation } from './journey-pact-escalation.ts';
import { finalReport, written } from './journey-pact-report.ts';
import { daysAfter, hash, type Step } from './journey-step.ts';

const observed = (now: string, type: string, stage: string) => ({ type, stage, observedAt: now, language: 'es' });
const checks = (stage: string, ...documents: readonly string[]): readonly Step[] =>
  documents.map((document) => ({
    person: 'witness-1',
    path: '/document-access',
    body: { stage, document, result: 'obtained', note: 'By mail.' },
  }));

const tender: readonly Step[] = [
  {
    person: 'witness-1',
    path: '/acts/act-1/attendance',
    body: { present: ['witness-1', 'witness-2'], citizensAdmitted: true, note: 'Nine questions.' },
    days: 4,
  },
  {
    person: 'witness-2',
    path: '/acts/act-2/absence',
    body: { absence: 'obstructed', reason: 'entry-refused', circumstances: 'The door was locked.' },
  },
  {
    person: 'authority-1',
    path: '/acts/act-2/holding',
    body: (now) => ({
      beganAt: daysAfter(now, -0.9),
      endedAt: daysAfter(now, -0.8),
      presidedBy: 'The head of purchases',
      documentHash: hash('1'),
    }),
  },
  {
    person: 'witness-1',
    path: '/acts/act-1/correction',
    body: {
      accounted: 'attended',
      present: ['witness-1'],
      citizensAdmitted: true,
      reason: 'The second witness came to the next act only.',
    },
  },
  { person: 'bidder-1', path: '/bidders/bidder-1/signature', body: { documentHash: hash('a') } },
  ...['bidder-2', 'bidder-3', 'bidder-4'].map((bidder) => ({
    person: 'coordinator-1',
    path: `/bidders/${bidder}/refusal`,
    body: { reason: 'It did not come.' },
  })),
  ...checks('tender-observation', 'tender-notice', 'bidding-documents', 'clarifications', 'bid-opening-record'),
  {
    person: 'witness-1',
    path: '/observations',
    body: (now) => ({
      ...observed(now, 'good-practice', 'tender-observation'),
      title: 'All answers in writing',
      narrative: 'Every answer was handed out in writing.',
      visibility: 'public',
    }),
  },
  {
    person: 'witness-1',
    path: '/observations',
    body: (now) => ({
      ...observed(now, 'finding', 'tender-observation'),
      act: 'act-1',
      title: 'An open envelope',
      narrative: 'One envelope lay open on the table.',
      visibility: 'after-award',
      place: 'Room 2',
      coordinates: { latitude: 19.4, longitude: -99.1, accuracyMetres: 12 },
      category: 'other',
      categoryText: 'Custody of envelopes',
      severity: 'grave',
      legalBasis: 'Article 35.',
      pointers: ['/tender/tenderPeriod'],
      documentHashes: [hash('c')],
    }),
  },
  {
    person: 'witness-2',
    path: '/observations',
    body: (now) => ({
      ...observed(now, 'finding', 'tender-observation'),
      title: 'Somebody was threatened',
      narrative: 'A clerk asked not to be named.',
      visibility: 'restricted',
      category: 'corruptionConsideration',
      severity: 'grave',
      noLegalBasisReason: 'It is being looked up.',
    }),
  },
  {
    person: 'witness-1',
    path: '/observations/observation-2/versions',
    body: (now) => ({
      reason: 'It was the second envelope.',
      observedAt: now,
      language: 'es',
      act: 'act-1',
      title: 'The second envelope lay open',
      narrative: 'The second envelope lay open on the table.',
      category: 'other',
      categoryText: 'Custody of envelopes',
      severity: 'grave',
      provisions: [{ law: 'Procurement law', provision: 'Article 35' }],
    }),
  },
  ...evidence,
  {
    person: 'witness-2',
    path: '/questions',
    body: { question: 'Who kept the envelopes?', language: 'es', visibility: 'after-award' },
  },
  {
    person: 'witness-1',
    path: '/observations/observation-2/embargo',
    body: (now) => ({ until: daysAfter(now, 1.04), reason: 'The bids are still being copied.' }),
  },
  {
    person: 'witness-1',
    path: '/reports',
    body: written('tender-observation', 'observation-1', 'observation-2', 'observation-3'),
  },
  {
    person: 'witness-1',
    path: '/reports/report-1/text',
    body: (now) => {
      const { stage: _, ...text } = written('tender-observation', 'observation-1', 'observation-2');
      return {
        ...text,
        leavesOut: [{ observation: 'observation-3', reason: 'Somebody could be harmed.' }],
        recommendations: [
          { to: 'The authority', recommends: 'Hand out the minutes at once.', dueAt: daysAfter(now, 20) },
        ],
      };
    },
  },
  { person: 'witness-1', path: '/reports/report-1/signature' },
  { person: 'witness-1', path: '/reports/report-1/publication' },
  {
    person: 'authority-1',
    path: '/recommendations/recommendation-1/responses',
    body: { response: 'The minutes are handed out now.', language: 'es' },
  },
  { person: 'coordinator-1', path: '/advance' },
];

const award: readonly Step[] = [
  {
    person: 'coordinator-1',
    path: '/award',
    body: (now) => ({
      decision: 'awarded',
      decidedAt: now,
      suppliers: ['bidder-1'],
      value: { amount: 81_240_350.5, currency: 'MXN' },
      partners: [{ name: 'Grúas Andinas', identifier: { scheme: 'MX-RFC', id: 'GAN010101AB1' } }],
    }),
    days: 1,
  },
  {
    person: 'coordinator-1',
    path: '/award/correction',
    body: (now) => ({
      decision: 'awarded',
      decidedAt: now,
      suppliers: ['bidder-1'],
      value: { amount: 81_240_350.55, currency: 'MXN' },
      reason: 'The ruling names five cents more.',
    }),
  },
  {
    person: 'witness-1',
    path: '/observations',
    body: (now) => ({
      ...observed(now, 'finding', 'award-review'),
      title: 'Ties are not explained',
      narrative: 'The ruling names no rule for ties.',
      visibility: 'public',
      category: 'documentsForm',
      severity: 'serious',
      legalBasis: 'Article 12.',
    }),
  },
  { person: 'witness-1', path: '/flags/flag-1/dismissal', body: { reason: 'It was urgent, with reasons.' } },
  { person: 'witness-1', path: '/flags/flag-2/finding', body: { observation: 'observation-4' } },
  { person: 'witness-1', path: '/observations/observation-4/notification' },
  { person: 'witness-1', path: '/observations/observation-3/notification' },
  {
    person: 'authority-1',
    path: '/observations/observation-4/reply',
    body: { reply: 'It will be corrected.' },
    days: 1,
  },
  {
    person: 'authority-1',
    path: '/questions/question-1/answer',
    body: { answer: 'The secretary of the committee did.', language: 'es' },
  },
  {
    person: 'witness-1',
    path: '/escalations',
    body: { findings: ['observation-2'], controlAuthority: 'internal-control', letter: 'Who opened the envelope?' },
  },
  {
    person: 'witness-2',
    path: '/observations/observation-3/non-escalation',
    body: { reason: 'To keep the clerk safe.' },
  },
  { person: 'coordinator-1', path: '/escalations/escalation-1/delivery' },
  { person: 'control-1', path: '/escalations/escalation-1/acknowledgement' },
  { person: 'control-1', path: '/escalations/escalation-1/review' },
  {
    person: 'control-1',
    path: '/escalations/escalation-1/answer',
    body: {
      outcome: 'violation-corrected',
      remedies: [{ observation: 'observation-2', remedy: 'eliminated' }],
      answer: 'The opening was repeated.',
    },
    days: 2,
  },
  ...furtherEscalation,
  ...checks('award-review', 'bids-received', 'evaluation-report', 'award-ruling'),
  { person: 'witness-1', path: '/reports', body: written('award-review', 'observation-4') },
  { person: 'witness-1', path: '/reports/report-2/signature' },
  {
    person: 'authority-1',
    path: '/contract',
    body: (now) => ({ signedAt: now, value: { amount: 81_240_350.5, currency: 'MXN' } }),
    days: 1,
  },
  { person: 'coordinator-1', path: '/advance' },
];

const implementation: readonly Step[] = [
  {
    person: 'witness-1',
    path: '/breaches',
    body: {
      accused: 'bidder',
      bidder: 'bidder-1',
      provision: 'Clause 4: no gifts.',
      circumstances: 'A trip was offered to the supervisor.',
      documentHashes: [hash('9')],
    },
  },
  { person: 'bidder-1', path: '/breaches/breach-1/answer', body: { answer: 'It was not accepted.' }, days: 1 },
  {
    person: 'coordinator-1',
    path: '/breaches/breach-1/ruling',
    body: { consequence: 'warning', explanation: 'An offer is a breach, accepted or not.' },
  },
  { person: 'witness-1', path: '/visits', body: (now) => ({ plannedAt: daysAfter(now, 5), place: 'At the river.' }) },
  {
    person: 'witness-1',
    path: '/visits/visit-1/date',
    body: (now) => ({
      plannedAt: daysAfter(now, 5.5),
      reason: 'The road is flooded.',
      place: 'At the bridge.',
      coordinates: { latitude: 19.4, longitude: -99.1 },
    }),
  },
  { person: 'witness-1', path: '/visits/visit-1/outcome', body: { outcome: 'done', note: 'Two hours.' }, days: 6 },
  {
    person: 'witness-1',
    path: '/observations',
    body: (now) => ({
      ...observed(now, 'site-visit', 'implementation-monitoring'),
      title: 'A worker spoke',
      narrative: 'A worker told of the second shift.',
      visibility: 'restricted',
    }),
  },
  {
    person: 'witness-1',
    path: '/observations/observation-5/release-proposal',
    body: { reason: 'The worker agrees.' },
  },
  { person: 'coordinator-1', path: '/observations/observation-5/release', body: { reason: 'Nobody is at risk.' } },
  {
    person: 'witness-1',
    path: '/observations/observation-5/withdrawal',
    body: { reason: 'The worker was mistaken.' },
  },
  { person: 'coordinator-1', path: '/amendments', body: (now) => ({ amendedAt: now, change: 'Ten days more.' }) },
  { person: 'witness-1', path: '/amendments/amendment-1/review', body: { conclusion: 'Within what is allowed.' } },
  { person: 'coordinator-1', path: '/contract/end', body: (now) => ({ end: 'completed', endedAt: now }), days: 30 },
  { person: 'witness-1', path: '/reports', body: written('implementation-monitoring', 'observation-5') },
  { person: 'witness-1', path: '/reports/report-3/signature' },
  {
    person: 'coordinator-1',
    path: '/process-end',
    body: { ending: 'annulled', explanation: 'A court annulled the award after the works.' },
  },
];

const citizens: readonly Step[] = [
  {
    person: 'witness-1',
    path: '/tips',
    body: { receipt: '0123456789abcdef0123456789abcdef', text: 'The gravel is not what was paid for.', language: 'es' },
  },
  {
    person: 'witness-1',
    path: '/tips/tip-1/additions',
    body: { receipt: '0123456789abcdef0123456789abcdef', text: 'The lorries came at night.' },
  },
  { person: 'coordinator-1', path: '/tips/tip-1/lead' },
  {
    person: 'coordinator-1',
    path: '/tips/tip-1/answer',
    body: { code: 'passed-to-team', reason: 'The team will look.' },
  },
];

/** A pact from its opening to its end, with a suspension, an impediment, an absence and an escalation on the way. */
export const pactSteps: readonly Step[] = [
  ...appointment,
  ...tender,
  ...award,
  ...implementation,
  ...citizens,
  ...finalReport,
];
