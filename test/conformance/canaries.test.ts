import { beforeAll, describe, expect, it } from 'vitest';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import { reportAtHand } from '../../functions/_reports/report-at-hand.ts';
import { keepChanges } from '../../functions/keep-changes/keep-changes.ts';
import { keepDirectory } from '../../functions/keep-directory/keep-directory.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { publishOpenData } from '../../functions/publish-open-data/publish-open-data.ts';
import { inputOf } from '../../functions/render-report/render-report.ts';
import type { Door } from '../../local/walk/hand.ts';
import { deliver, streamOf } from '../support/deliver.ts';
import { type House, newHouse } from '../support/house.ts';
import { JOURNEYS, journeyBegins, travel } from '../support/journey.ts';
import { pagesOf, READERS, readingsOf } from './readings.ts';

/** Every text that somebody writes on a journey bears a word of its own, which occurs nowhere else. */
const CANARY = /canary[0-9]+x/g;
const canary = (number: number): string => `canary${number}x`;

/** What people write, by the name of its field. Bidders are the process’s, and named to everybody. */
const WRITTEN = new Set([
  'against',
  'answer',
  'body',
  'categoryText',
  'change',
  'circumstances',
  'comments',
  'competentBody',
  'conclusion',
  'dissent',
  'evidence',
  'explanation',
  'legalBasis',
  'letter',
  'missing',
  'narrative',
  'noLegalBasisReason',
  'noRecommendationsReason',
  'note',
  'object',
  'opinion',
  'place',
  'question',
  'reason',
  'reasons',
  'recommends',
  'reply',
  'response',
  'summary',
  'title',
]);

const planting = (house: House): { door: Door; planted: Map<string, string> } => {
  const planted = new Map<string, string>();
  const plant = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => plant(each, at));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, inside]) => {
        if (typeof inside !== 'string' || !WRITTEN.has(field) || !inside.includes(' '))
          return [field, plant(inside, at)];
        const word = canary(planted.size + 1);
        planted.set(word, `${field} of ${at}`);
        return [field, `${inside} ${word}`];
      }),
    );
  };
  const post: Door['post'] = (person, path, sent) =>
    house.post(person, path, path === '/cases' ? sent : { ...sent, body: plant(sent.body, path) });
  return { door: { get: house.get, post }, planted };
};

const wordsIn = (text: string): readonly string[] => text.match(CANARY) ?? [];

/** Reports whose PDF does not hold, of what people wrote, exactly what their public document holds. */
const unlikeTheirDocument = async (house: House, caseId: string): Promise<readonly string[]> => {
  const unlike: string[] = [];
  for (const { id: report } of (await house.cases.subjects({ case: caseId, kind: 'report', limit: 10 })).items) {
    const asked = {
      parameters: { case: caseId, report },
      caller: undefined,
      language: 'es',
      version: undefined,
    } as const;
    const at = await reportAtHand({ ...house, now: house.clock.now }, asked);
    if (at === undefined) continue;
    const printed = await inputOf(at, 'es', { code: 'C', publicUrl: 'https://veedor.example' });
    const { text } = await house.send({ method: 'GET', path: `/cases/${caseId}/reports/${report}/document` });
    const [inPdf, inDocument] = [printed, text].map((each) => [...new Set(wordsIn(each))].toSorted().join());
    if (inPdf !== inDocument) unlike.push(`the PDF of ${report}: ${inPdf}; its document: ${inDocument}`);
  }
  return unlike;
};

/** Moments between which a seal opens, a report is drafted or published, an escalation is sent or answered. */
const STRIDE = 6;
/** Every report is composed for every reader at every moment, from the first event of its case. */
const COMPOSING_MS_MAX = 300_000;

/** Fields of which some text at least is never the public's. What is restricted, was written over, or names people is among them. */
const KEPT: Readonly<Record<InstrumentId, readonly string[]>> = {
  'integrity-pact': [
    'answer of answer',
    'circumstances of absence',
    'circumstances of breaches',
    'conclusion of reports',
    'explanation of declaration',
    'letter of next-tier',
    'narrative of observations',
    'noLegalBasisReason of observations',
    'note of attendance',
    'note of document-access',
    'place of acts',
    'reason of answer',
    'reason of correction',
    'reason of decline',
    'reason of departure',
    'reason of non-escalation',
    'reason of refusal',
    'reason of release-proposal',
    'reason of ruling',
    'reason of team',
    'reason of withdrawal',
    'summary of reports',
    'title of observations',
  ],
  'oversight-committee': ['reason of team'],
};

/** Texts that open data tell: a committee whose journey ends early writes none that is for everybody. */
const TOLD_AT_LEAST: Readonly<Record<InstrumentId, number>> = { 'integrity-pact': 30, 'oversight-committee': 0 };

describe.each(INSTRUMENTS)('whatever was written in a case of %s', (instrument: InstrumentId) => {
  const moments = JOURNEYS[instrument].flatMap((_, index) => ((index + 1) % STRIDE === 0 ? [index + 1] : []));
  const met = new Map<string, Set<string>>();
  let planted: ReadonlyMap<string, string>;

  const visit = async (steps: number | undefined): Promise<readonly string[]> => {
    const house = newHouse(journeyBegins);
    const plants = planting(house);
    const caseId = await travel(house, instrument, { door: plants.door, ...(steps === undefined ? {} : { steps }) });
    await deliver(projectMilestones(house), house.cases, caseId);
    await deliver(keepDirectory(house), house.cases, caseId);
    planted = plants.planted;
    const contents = (await streamOf(house.cases, caseId)).map(
      ({ version }) => `/cases/${caseId}/events/${version}/content`,
    );
    const astray: string[] = [];
    for (const person of READERS) {
      const [single, everywhere] = [new Set<string>(), new Map<string, string>()];
      for (const path of new Set([
        '/cases',
        ...readingsOf(caseId),
        ...(person === '' ? pagesOf(caseId) : []),
        ...contents,
      ])) {
        const asked = { method: 'GET' as const, path, ...(person === '' ? {} : { person }) };
        const { text, headers } = await house.send(asked);
        const words = wordsIn(text + JSON.stringify(headers));
        words.forEach((word) => everywhere.set(word, path));
        if (path.includes('/events/')) words.forEach((word) => single.add(word));
      }
      for (const [word, path] of everywhere) if (!single.has(word)) astray.push(`${person} met ${word} at ${path}`);
      met.set(person, new Set([...everywhere.keys(), ...(met.get(person) ?? [])]));
      if (person === '') for (const file of await filesAstray(house, caseId, single)) astray.push(file);
    }
    return [...astray, ...(await unlikeTheirDocument(house, caseId))];
  };

  /** What the static files tell that the public is not shown in the content of its event. */
  const filesAstray = async (house: House, caseId: string, shown: ReadonlySet<string>): Promise<readonly string[]> => {
    await deliver(keepChanges(house), house.cases, caseId);
    await publishOpenData(house)();
    const inFiles = [...house.openData.files].map(([path, { text }]) => ({ path, words: wordsIn(text) }));
    const inRecord = new Set(inFiles.flatMap(({ path, words }) => (path.startsWith('cases/') ? words : [])));
    for (const { words } of inFiles) words.forEach((word) => published.add(word));
    return inFiles.flatMap(({ path, words }) =>
      words
        .filter((word) => !shown.has(word) || !inRecord.has(word))
        .map((word) => `${path} tells ${word}, ${planted.get(word)}`),
    );
  };
  const published = new Set<string>();

  let astray: readonly string[];
  beforeAll(async () => {
    const found: string[] = [];
    for (const steps of [...moments, undefined]) found.push(...(await visit(steps)));
    astray = found;
  }, COMPOSING_MS_MAX);

  it('is told by no list, count, header or single reading to whom the content of its event is not shown', () => {
    expect(astray).toEqual([]);
  });

  it('is met by those who see the case whole, each text of it', () => {
    expect(planted.size).toBeGreaterThan(5);
    expect([...planted].filter(([word]) => met.get('auditor-1')?.has(word) !== true)).toEqual([]);
  });

  it('is told by static files where it is everybody’s, and nowhere else', () => {
    expect(published.size).toBeGreaterThanOrEqual(TOLD_AT_LEAST[instrument]);
    const kept = [...planted.keys()].filter((word) => met.get('')?.has(word) !== true);
    expect(kept.filter((word) => published.has(word))).toEqual([]);
  });

  it('is kept from the public where nothing opens it', () => {
    const kept = [...planted].flatMap(([word, where]) => (met.get('')?.has(word) === true ? [] : [where]));
    const fields = [...new Set(kept.map((where) => where.replace(/ of .*\/([a-z-]+)$/, ' of $1')))].toSorted();
    expect(fields).toEqual(KEPT[instrument]);
  });
});
