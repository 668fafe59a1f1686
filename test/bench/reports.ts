import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CaseStore } from '../../functions/_ports/ports.ts';
import { BEGINNING, compose } from '../../functions/_reports/compose.ts';
import { reportAtHand } from '../../functions/_reports/report-at-hand.ts';
import type { House } from '../support/house.ts';
import { arrived, JOURNEYS } from '../support/journey.ts';
import { row } from './statistics.ts';

const OBSERVATIONS = 1_000;
/** Between how many blocks the memory is looked at. */
const SAMPLE = 100;
const BYTES_PER_MB = 1_048_576;
/** What may be held at once, texts and states together, however long they are. */
const MEMORY_MB_MAX = 32;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** What is held once nothing is left to collect. */
const held = (): number => {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
};

/** Counts what a reading asks of the table. */
const counting = (cases: CaseStore) => {
  let reads = 0;
  const counted =
    <Asked, Answer>(ask: (asked: Asked) => Answer) =>
    (asked: Asked): Answer => {
      reads += 1;
      return ask(asked);
    };
  return {
    store: {
      ...cases,
      read: counted(cases.read),
      entries: counted(cases.entries),
      contents: counted(cases.contents),
      subjects: counted(cases.subjects),
    },
    reads: () => reads,
  };
};

const filedCase = async (observations: number): Promise<{ house: House; caseId: string }> => {
  const filing = JOURNEYS['integrity-pact'].findIndex(({ path }) => path === '/observations');
  const { house, caseId } = await arrived('integrity-pact', filing);
  let keys = 0;
  const post = async (path: string, body: object): Promise<void> => {
    keys += 1;
    const { status } = await house.post('witness-1', `/cases/${caseId}${path}`, {
      body,
      idempotencyKey: `key-${keys}`,
    });
    if (status >= 300) throw new Error(`The bench could not POST ${path}.`);
  };
  const cites = Array.from({ length: observations }, (_none, index) => `observation-${index + 1}`);
  for (const name of cites) {
    await post('/observations', {
      type: 'good-practice',
      stage: 'tender-observation',
      observedAt: house.clock.now(),
      language: 'es',
      title: `What was seen: ${name}`,
      narrative: `The team saw ${name} and wrote it down as it was. `.repeat(80),
      visibility: 'public',
    });
  }
  await post('/reports', {
    stage: 'tender-observation',
    summary: 'What was watched from the call for tenders to the opening of the bids, act by act.',
    conclusion:
      'The acts were watched, the documents asked for, and what was seen stands in the observations of this report.',
    cites,
    leavesOut: [],
    recommendations: [],
  });
  return { house, caseId };
};

const composing = async (observations: number) => {
  const { house, caseId } = await filedCase(observations);
  const measured = { house, caseId };
  // What is made once (schemas, code) is no part of what a report holds.
  await once(measured);
  return once(measured);
};

const once = async ({ house, caseId }: { house: House; caseId: string }) => {
  const { store, reads } = counting(house.cases);
  const before = held();
  const began = performance.now();
  const ports = { ...house, cases: store, now: house.clock.now };
  const caller = { person: 'witness-1', roles: ['witness'] as const };
  const parameters = { case: caseId, report: 'report-1' };
  const at = await reportAtHand(ports, { parameters, caller, language: 'es', version: undefined });
  if (at === undefined) throw new Error('The report of the bench can be read.');
  let [blocks, bytes, most] = [0, 0, 0];
  for await (const { block } of compose(at, BEGINNING)) {
    blocks += 1;
    bytes += Buffer.byteLength(JSON.stringify(block));
    if (blocks % SAMPLE !== 0) continue;
    most = Math.max(most, held() - before);
  }
  return { reads: reads(), blocks, bytes, most: most / BYTES_PER_MB, milliseconds: performance.now() - began };
};

/** What a long report costs to compose: reads of the table, time, and the memory that it holds at most while it goes on. */
export const benchReports = async (say: (line: string) => void): Promise<void> => {
  const few = await composing(OBSERVATIONS / 10);
  const many = await composing(OBSERVATIONS);
  const told = ({ reads, most, bytes, milliseconds }: typeof many) =>
    `one pass, ${reads} reads, memory +${most.toFixed(1)} MB, ${(bytes / BYTES_PER_MB).toFixed(1)} MB composed in ${Math.round(milliseconds)} ms`;
  say(row(`report over ${OBSERVATIONS / 10} observations`, told(few)));
  say(row(`report over ${OBSERVATIONS} observations`, told(many)));
  if (many.most > MEMORY_MB_MAX) say(row('BROKEN: a long report holds more than', `${MEMORY_MB_MAX} MB`));
};
