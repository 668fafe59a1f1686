import { keepDirectory } from '../../functions/keep-directory/keep-directory.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { CONCLUSION, SUMMARY } from '../support/cast.ts';
import { deliver } from '../support/deliver.ts';
import { type House, newHouse } from '../support/house.ts';
import { JOURNEYS, journeyBegins, travel } from '../support/journey.ts';
import { pagesOf, readingsOf } from './readings.ts';

/** What one observation tells, beside what everybody may know of it: its stage, its time and its seal. */
interface Confided {
  readonly type: string;
  readonly title: string;
  readonly narrative: string;
  readonly [field: string]: unknown;
}

const CANARY = 'Zaunkönig';

/** A grave finding with the same rare word in whatever can hold it. */
export const graveFinding: Confided = {
  type: 'finding',
  act: 'act-1',
  title: `${CANARY} in the title`,
  narrative: `${CANARY} in the narrative.`,
  place: `${CANARY} in the place`,
  coordinates: { latitude: 12.3456789, longitude: -98.7654321, accuracyMetres: 4_321 },
  category: 'other',
  categoryText: `${CANARY} in the category`,
  severity: 'grave',
  legalBasis: `${CANARY} in the law`,
  noLegalBasisReason: `${CANARY} where no law is cited`,
  pointers: [`/tender/${CANARY}`],
  documentHashes: ['e'.repeat(64)],
};

/** As little as an observation can tell. */
export const goodPractice: Confided = { type: 'good-practice', title: 'All well', narrative: 'Nothing to say.' };

/** Texts that only the grave finding can have brought into an answer. */
export const TRACES: readonly string[] = [CANARY, '12.3456789', '98.7654321', '4321', 'e'.repeat(64)];

export interface World {
  readonly house: House;
  readonly caseId: string;
  readonly post: (
    person: string,
    path: string,
    body?: object,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** Does what must succeed. */
  readonly act: (person: string, path: string, body?: object) => Promise<void>;
}

/**
 * A pact in its tender, in which two observations were filed: `observation-1`, with this seal and content, by this member of the team,
 * and an open one.
 */
export const worldWith = async (confided: Confided, visibility: string, author = 'witness-1'): Promise<World> => {
  const house = newHouse(journeyBegins);
  const steps = JOURNEYS['integrity-pact'].findIndex(({ path }) => path === '/observations');
  const caseId = await travel(house, 'integrity-pact', { steps });
  let keys = 0;
  const post: World['post'] = (person, path, body = {}) => {
    keys += 1;
    return house.post(person, `/cases/${caseId}${path}`, { body, idempotencyKey: `world-${keys}` });
  };
  const act: World['act'] = async (person, path, body) => {
    const { status, body: answer } = await post(person, path, body);
    if (status >= 300) throw new Error(`${person} could not POST ${path}: ${JSON.stringify(answer)}`);
    await deliver(projectMilestones(house), house.cases, caseId);
    await deliver(keepDirectory(house), house.cases, caseId);
  };
  const about = { stage: 'tender-observation', observedAt: house.clock.now(), language: 'en' };
  await act(author, '/observations', { ...about, visibility, ...confided });
  await act('witness-1', '/observations', { ...about, visibility: 'public', ...goodPractice });
  await act('coordinator-1', '/liaisons', {
    person: 'control-2',
    kind: 'control-authority',
    controlAuthority: 'supreme-audit',
  });
  return { house, caseId, post, act };
};

/** The tender’s report is adopted and cites both; the case goes on to the review of the award, which is not made yet. */
export const onToAward = async ({ act }: World): Promise<void> => {
  await act('witness-1', '/reports', {
    stage: 'tender-observation',
    summary: SUMMARY,
    conclusion: CONCLUSION,
    cites: ['observation-1', 'observation-2'],
    leavesOut: [],
    recommendations: [],
  });
  await act('witness-1', '/reports/report-1/signature');
  await act('coordinator-1', '/advance');
};

export const makeAward = ({ act, house }: World): Promise<void> =>
  act('coordinator-1', '/award', { decision: 'awarded', decidedAt: house.clock.now(), suppliers: ['bidder-1'] });

/** Those who see a case whole, and those to whom a sealed observation is closed: strangers to the case, and its other parties. */
export const SEE_ALL: readonly string[] = ['witness-1', 'witness-2', 'coordinator-1', 'auditor-1'];
export const SEE_SEALS: readonly string[] = [
  '',
  'witness-3',
  'member-1',
  'authority-1',
  'authority-2',
  'bidder-1',
  'control-1',
  'control-2',
  'assessor-1',
  'administrator-1',
];

const HASHES = /"(hash|previousHash|contentHash|receiptHash)":"[0-9a-f]{64}"|<code class="hash">[0-9a-f]{64}<\/code>/g;

/** The pages on which what is sealed stands once it is opened. */
export const PAGES_OF_SEALED = [
  '/es/cases/CASE',
  '/es/cases/CASE/observations',
  '/es/cases/CASE/observations/observation-1',
];

/** Each form to send a tip with bears a receipt of its own. */
const RECEIPT = /name="receipt" value="\w+"/;

/** Everything that somebody can read, address by address, but for the hashes: they tell that something is confided, not what. */
export const readBy = async ({ house, caseId }: World, person: string): Promise<Readonly<Record<string, string>>> => {
  const read: Record<string, string> = {};
  const searches = ['/cases', '/cases?stage=tender-observation', `/cases?q=${CANARY}`];
  // Pages ask nobody who they are: one reader looks at all of them, the others at those that would tell.
  const pages = person === '' ? pagesOf(caseId) : PAGES_OF_SEALED.map((path) => path.replace('CASE', caseId));
  for (const path of [...searches, ...readingsOf(caseId), ...pages]) {
    const { status, headers, text } = await house.send({ method: 'GET', path, ...(person === '' ? {} : { person }) });
    // The ETag of a page is a hash of the page, with the hash of the record that it shows.
    const { etag: _, ...others } = headers;
    const told = path.startsWith('/es/') ? others : headers;
    read[path] = `${status} ${JSON.stringify(told)} ${text.replaceAll(HASHES, '').replace(RECEIPT, '')}`;
  }
  return read;
};

/** Everything that somebody is told who tries what is not theirs to do with `observation-1`. */
export const toldTo = async ({ post }: World, person: string): Promise<readonly string[]> => {
  const observation = 'observation-1';
  const written = { summary: 'x', conclusion: 'x', cites: [observation], leavesOut: [], recommendations: [] };
  const tries: readonly [string, object?][] = [
    [`/observations/${observation}/notification`],
    [`/observations/${observation}/reply`, { reply: 'x' }],
    [`/observations/${observation}/non-escalation`, { reason: 'x' }],
    ['/escalations', { findings: [observation], controlAuthority: 'internal-control', letter: 'x' }],
    [
      '/escalations/escalation-1/answer',
      { outcome: 'no-violation', remedies: [{ observation, remedy: 'eliminated' }], answer: 'x' },
    ],
    ['/flags/flag-1/finding', { observation }],
    ['/reports', { stage: 'award-review', ...written }],
    ['/reports/report-1/text', written],
    ['/advance'],
  ];
  const told: string[] = [];
  for (const [path, body] of tries) {
    const { status, body: answer } = await post(person === '' ? 'nobody' : person, path, body);
    if (status < 300) throw new Error(`${person} may POST ${path}.`);
    told.push(`${path} ${status} ${JSON.stringify(answer)}`);
  }
  return told;
};
