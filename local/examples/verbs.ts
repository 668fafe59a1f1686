import { createHash } from 'node:crypto';
import type { Profile } from '../../domain/profiles/profile.ts';
import type {
  ActKind,
  ChecklistDocument,
  InstrumentId,
  ObservationType,
  Severity,
  Stage,
  Visibility,
} from '../../events/vocabulary.ts';
import type { Paper } from './papers.ts';
import { type Known, type Official, released } from './process.ts';
import type { Act, Moment } from './story.ts';

/** What people do in the stories: each verb is one request of the API, or the few that belong together. */

const COORDINATOR = 'coordinator-1';
const ASSESSOR = 'assessor-1';

/** The hash of a signed paper of which the record keeps nothing else. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export const opens = (
  under: { instrument: InstrumentId; profile: Profile; monitored?: true },
  official: Official,
): Act => ({
  by: COORDINATOR,
  path: '/cases',
  body: (moment) => ({
    instrument: under.instrument,
    profile: under.profile.id,
    implementationMonitoring: under.monitored ?? false,
    example: true,
    ocds: released(official)(moment),
  }),
});

/** The official data are read again, and tell more. */
export const readsAgain = (official: Official, known: Known): Act => ({
  by: COORDINATOR,
  path: '/process',
  body: (moment) => ({ ocds: released(official, known)(moment) }),
});

export const proposes = (person: string, reason: string, sector?: string): Act => ({
  by: COORDINATOR,
  path: '/team',
  body: { person, reason, ...(sector === undefined ? {} : { sector }) },
});

/** Accepts, and answers every question of the profile with no. */
export const joins = (person: string, { impedimentQuestions }: Profile): readonly Act[] => [
  { by: person, path: '/team/acceptance' },
  {
    by: person,
    path: '/team/declaration',
    body: { answers: impedimentQuestions.value.map(({ id }) => ({ question: id, yes: false })) },
  },
];

/** Somebody speaks for the authority, and somebody for the first control authorities of the profile. */
export const names = (authority: string, controls: Readonly<Record<string, string>> = {}): readonly Act[] => [
  { by: COORDINATOR, path: '/liaisons', body: { person: authority, kind: 'contracting-authority' } },
  ...Object.entries(controls).map(([controlAuthority, person]) => ({
    by: COORDINATOR,
    path: '/liaisons',
    body: { person, kind: 'control-authority', controlAuthority },
  })),
];

/** The text of the pact is deposited with its file, and the authority signs it. */
export const signsPact = (authority: string, title: string, text: string): readonly Act[] => [
  {
    by: COORDINATOR,
    path: '/pact/text',
    body: { documentHash: hashOf(text), title, language: 'es', version: '1', documentName: 'pacto-de-integridad.txt' },
  },
  {
    by: COORDINATOR,
    path: '/documents',
    body: { purpose: 'pact-text', attachedTo: 'pact' },
    paper: {
      name: 'pacto-de-integridad.txt',
      mediaType: 'text/plain',
      bytes: async () => Buffer.from(text, 'utf8'),
    },
  },
  { by: authority, path: '/pact/authority-signature', body: { documentHash: hashOf(text) } },
];

/** Somebody speaks for a bidder, and signs the same pact. */
export const bidderSigns = (person: string, bidder: string, text: string): readonly Act[] => [
  { by: COORDINATOR, path: '/liaisons', body: { person, kind: 'bidder', bidder } },
  { by: person, path: `/bidders/${bidder}/signature`, body: { documentHash: hashOf(text) } },
];

/** The committee elects its officers and is constituted. */
export const constitutes = (
  [chair, secretary]: readonly [string, string],
  object: string,
  votes: number,
): readonly Act[] => [
  { by: chair, path: '/team/officers', body: { person: chair, office: 'chair' } },
  { by: chair, path: '/team/officers', body: { person: secretary, office: 'secretary' } },
  {
    by: secretary,
    path: '/constitution',
    body: ({ now }: Moment) => ({
      object,
      durationMonths: 18,
      registered: true,
      documentHash: hashOf(object),
      election: { way: 'assembly', heldAt: now, votes },
    }),
  },
];

export const advances = (): Act => ({ by: COORDINATOR, path: '/advance' });

export const schedules = (
  kind: ActKind,
  [workday, time]: readonly [number, string],
  { stage = 'tender-observation', place, by = COORDINATOR }: { stage?: Stage; place: string; by?: string },
): Act => ({
  by,
  path: '/acts',
  body: ({ at }: Moment) => ({ kind, stage, heldAt: at(workday, time), place, public: true }),
});

export const attends = (act: string, present: readonly string[], note: string): Act => ({
  by: present[0] ?? '',
  path: `/acts/${act}/attendance`,
  body: { present, citizensAdmitted: true, note },
});

/** Asks for documents of the checklist and says what came of it. */
export const obtains = (
  by: string,
  stage: Stage,
  results: Readonly<Partial<Record<ChecklistDocument, string>>>,
): readonly Act[] =>
  Object.entries(results).map(([document, told]) => {
    const [result = '', note] = told.split(': ');
    return { by, path: '/document-access', body: { stage, document, result, ...(note === undefined ? {} : { note }) } };
  });

export interface Sight {
  readonly stage: Stage;
  readonly title: string;
  readonly narrative: string;
  readonly visibility?: Visibility;
  readonly act?: string;
  readonly place?: string;
  readonly coordinates?: { readonly latitude: number; readonly longitude: number; readonly accuracyMetres: number };
}

export interface Finding extends Sight {
  readonly category: string;
  readonly severity: Severity;
  readonly provisions?: readonly { readonly law: string; readonly provision: string }[];
  readonly noLegalBasisReason?: string;
  readonly redFlags?: readonly string[];
  readonly pointers?: readonly string[];
  readonly sanitised?: true;
}

const files = (by: string, type: ObservationType, { visibility = 'public', ...seen }: Sight): Act => ({
  by,
  path: '/observations',
  body: ({ now }) => ({ type, visibility, observedAt: now, language: 'es', ...seen }),
});

export const finds = (by: string, finding: Finding): Act => files(by, 'finding', finding);
export const watched = (by: string, seen: Sight): Act => files(by, 'act-attended', seen);
export const praises = (by: string, seen: Sight): Act => files(by, 'good-practice', seen);
export const isHindered = (by: string, seen: Sight): Act => files(by, 'access-obstacle', seen);
export const visited = (by: string, seen: Sight): Act => files(by, 'site-visit', seen);

/** A file goes to an observation, from its author. */
export const handsIn = (by: string, attachedTo: string, paper: Paper): Act => ({
  by,
  path: '/documents',
  body: { purpose: 'observation-evidence', attachedTo },
  paper,
});

/** A file goes to a finding, with the reply to it. */
export const encloses = (by: string, attachedTo: string, paper: Paper): Act => ({
  by,
  path: '/documents',
  body: { purpose: 'reply-attachment', attachedTo },
  paper,
});

export const asks = (by: string, question: string, visibility: Visibility = 'public'): Act => ({
  by,
  path: '/questions',
  body: { question, language: 'es', visibility },
});

export const answers = (by: string, question: string, answer: string): Act => ({
  by,
  path: `/questions/${question}/answer`,
  body: { answer, language: 'es' },
});

/** Puts a finding to the authority. */
export const notifies = (by: string, observation: string): Act => ({
  by,
  path: `/observations/${observation}/notification`,
});

export const replies = (by: string, observation: string, reply: string): Act => ({
  by,
  path: `/observations/${observation}/reply`,
  body: { reply },
});

export const escalates = (
  by: string,
  sent: { readonly findings: readonly string[]; readonly controlAuthority: string; readonly letter: string },
): Act => ({ by, path: '/escalations', body: sent });

/** An escalation is handed over and taken up. */
export const takesUp = (control: string, escalation: string): readonly Act[] => [
  { by: COORDINATOR, path: `/escalations/${escalation}/delivery` },
  { by: control, path: `/escalations/${escalation}/acknowledgement` },
  { by: control, path: `/escalations/${escalation}/review` },
];

export const settles = (
  control: string,
  escalation: string,
  { outcome, remedies, answer }: { outcome: string; remedies: Readonly<Record<string, string>>; answer: string },
): Act => ({
  by: control,
  path: `/escalations/${escalation}/answer`,
  body: {
    outcome,
    remedies: Object.entries(remedies).map(([observation, remedy]) => ({ observation, remedy })),
    answer,
  },
});

export const awards = (supplier: string, value: { amount: number; currency: string }): Act => ({
  by: COORDINATOR,
  path: '/award',
  body: ({ now }) => ({ decision: 'awarded', decidedAt: now, suppliers: [supplier], value }),
});

export const signsContract = (value: { amount: number; currency: string }): Act => ({
  by: COORDINATOR,
  path: '/contract',
  body: ({ now }) => ({ signedAt: now, value }),
});

export const dismisses = (by: string, flag: string, reason: string): Act => ({
  by,
  path: `/flags/${flag}/dismissal`,
  body: { reason },
});

export const tiesTo = (by: string, flag: string, observation: string): Act => ({
  by,
  path: `/flags/${flag}/finding`,
  body: { observation },
});

export interface Recommendation {
  readonly to: string;
  readonly recommends: string;
  readonly due: readonly [number, string];
}

export interface Report {
  readonly stage: Stage;
  readonly summary: string;
  readonly conclusion: string;
  readonly cites: readonly string[];
  readonly leavesOut?: Readonly<Record<string, string>>;
  readonly recommendations?: readonly Recommendation[];
  readonly noRecommendationsReason?: string;
}

export const drafts = (by: string, { leavesOut = {}, recommendations = [], ...report }: Report): Act => ({
  by,
  path: '/reports',
  body: ({ at }: Moment) => ({
    ...report,
    language: 'es',
    leavesOut: Object.entries(leavesOut).map(([observation, reason]) => ({ observation, reason })),
    recommendations: recommendations.map(({ to, recommends, due }) => ({ to, recommends, dueAt: at(...due) })),
  }),
});

export const sendsForReply = (by: string, report: string): Act => ({ by, path: `/reports/${report}/reply-window` });

export const comments = (authority: string, report: string, words: string): Act => ({
  by: authority,
  path: `/reports/${report}/comments`,
  body: { comments: words },
});

export const signs = (by: string, report: string): Act => ({ by, path: `/reports/${report}/signature` });

/** Votes for a report, all but who dissents. */
export const votes = (
  report: string,
  inFavour: readonly string[],
  dissent: Readonly<Record<string, string>> = {},
): readonly Act[] => [
  ...Object.entries(dissent).map(([by, opinion]) => ({
    by,
    path: `/reports/${report}/vote`,
    body: { vote: 'against', dissent: opinion },
  })),
  ...inFavour.map((by) => ({ by, path: `/reports/${report}/vote`, body: { vote: 'for' } })),
];

export const publishes = (by: string, report: string): Act => ({ by, path: `/reports/${report}/publication` });

/** Somebody in the street tells what they know. The receipt code is made up like everything else: who reads this can follow the tip. */
export const tips = (receipt: string, text: string): Act => ({
  by: '',
  path: '/tips',
  body: { receipt, text, language: 'es' },
});

export const leads = (tip: string): Act => ({ by: COORDINATOR, path: `/tips/${tip}/lead` });

export const answersTip = (tip: string, code: string, reason: string): Act => ({
  by: COORDINATOR,
  path: `/tips/${tip}/answer`,
  body: { code, reason },
});

/** What an assessor asked, and whom by their function. */
interface Judged {
  readonly codes: readonly string[];
  readonly reasons: string;
  readonly asked: string;
  readonly said: string;
}

export const codes = (dimension: string, { codes: given, reasons, asked, said }: Judged): Act => ({
  by: ASSESSOR,
  path: '/codings',
  body: ({ now }) => ({
    dimension,
    codes: given,
    reasons,
    evidence: { events: [1], interviews: [{ with: asked, on: now.slice(0, 10), said }] },
  }),
});

export const claims = (level: string, reasons: string): Act => ({
  by: COORDINATOR,
  path: '/participation',
  body: { level, reasons, evidence: { events: [1] } },
});

export const follows = (
  by: string,
  recommendation: string,
  { level, evidence }: { readonly level: string; readonly evidence: string },
): Act => ({
  by,
  path: `/recommendations/${recommendation}/follow-ups`,
  body: ({ now }) => ({ level, asOf: now, evidence, language: 'es' }),
});

/** Anything that is told once only. */
export const does = (by: string, path: string, body: Act['body'] = {}): Act => ({ by, path, body });
