import { CONCLUSION } from './cast.ts';
import { daysAfter, hash, type Step } from './journey-step.ts';

/** What a team writes of a stage. */
export const written = (stage: string, ...cites: readonly string[]) => ({
  stage,
  summary: `What was seen during ${stage}, act by act and document by document.`,
  conclusion: CONCLUSION,
  cites,
  leavesOut: [],
  recommendations: [],
});

/** The final report of a pact, what assessors say of the case, and what is found long after. */
export const finalReport: readonly Step[] = [
  {
    person: 'witness-1',
    path: '/reports',
    body: (now) => ({
      ...written('final-report', 'observation-1', 'observation-2', 'observation-4', 'observation-5'),
      leavesOut: [{ observation: 'observation-3', reason: 'To keep the clerk safe.' }],
      recommendations: [{ to: 'The authority', recommends: 'Keep envelopes closed.', dueAt: daysAfter(now, 180) }],
    }),
  },
  { person: 'witness-1', path: '/reports/report-4/reply-window' },
  {
    person: 'authority-1',
    path: '/reports/report-4/question',
    body: { question: 'Which envelope do you mean?', language: 'es' },
  },
  {
    person: 'witness-2',
    path: '/questions/question-2/team-answer',
    body: { answer: 'The second from the left.', language: 'es' },
  },
  { person: 'authority-1', path: '/reports/report-4/comments', body: { comments: 'We accept it.' }, days: 1 },
  { person: 'witness-1', path: '/reports/report-4/signature' },
  { person: 'witness-1', path: '/reports/report-4/publication' },
  {
    person: 'assessor-1',
    path: '/codings',
    body: {
      dimension: 'effectiveness',
      codes: ['achieved', 'furtherTimeNeeded'],
      reasons: 'It was remedied.',
      evidence: {
        events: [1, 2],
        interviews: [{ with: 'A clerk of the authority', on: '2026-03-01', said: 'We keep envelopes closed now.' }],
      },
    },
  },
  {
    person: 'assessor-1',
    path: '/codings',
    body: { dimension: 'openness', codes: ['informationMissing'], reasons: 'Nobody counted.' },
  },
  {
    person: 'assessor-1',
    path: '/codings',
    body: { dimension: 'behaviourChange', codes: ['informationMissing'], reasons: 'Nobody asked the bidders yet.' },
  },
  {
    person: 'assessor-1',
    path: '/factors',
    body: { factor: 'topLevelSupport', presence: 'present', reasons: 'It signed.', evidence: { events: [3] } },
  },
  {
    person: 'coordinator-1',
    path: '/participation',
    body: { level: 'consult', reasons: 'Citizens sent tips, and were answered.', evidence: { events: [4] } },
  },
  {
    person: 'witness-1',
    path: '/recommendations/recommendation-1/follow-ups',
    body: (now) => ({
      level: 'put-into-practice',
      asOf: now,
      evidence: 'The minutes of the last act were handed out.',
      language: 'es',
      documentHashes: [hash('7')],
    }),
  },
  { person: 'witness-2', path: '/team/witness-2/departure', body: { cause: 'resignation', reason: 'It is done.' } },
  { person: 'coordinator-1', path: '/advance' },
  {
    person: 'witness-1',
    path: '/sustained-checks',
    body: (now) => ({
      undone: [{ thing: 'recommendation-1', how: 'Envelopes lie open again.' }],
      reasons: 'We came back a year later.',
      evidence: { interviews: [{ with: 'A clerk of the authority', on: now.slice(0, 10), said: 'Nobody checks.' }] },
    }),
    days: 400,
  },
];
