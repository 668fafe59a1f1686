import { once } from '../../events/shapes.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import { type MemoryCaseStore, memoryCaseStore } from '../../functions/_ports/memory/memory-case-store.ts';
import type { Door } from '../../local/walk/hand.ts';
import { type House, newHouse } from './house.ts';
import { committeeSteps } from './journey-committee.ts';
import { pactSteps } from './journey-pact.ts';
import type { Step } from './journey-step.ts';

/** Between them the journeys give every command of the API once at least, each in a case that is ready for it. */
export const JOURNEYS: Readonly<Record<InstrumentId, readonly Step[]>> = {
  'integrity-pact': pactSteps,
  'oversight-committee': committeeSteps,
};

export const journeyBegins = '2026-03-02T15:00:00.000Z';

/** What a step sends, in the case and at the time that the journey has come to. */
export interface Sending {
  readonly step: Step;
  readonly path: string;
  readonly body: object;
  readonly idempotencyKey: string;
}

const MS_PER_DAY = 86_400_000;

/** Goes all the way, or the first `steps` of it, and says which case it was. `before` is told what is about to be sent. */
export const travel = async (
  house: Door & Pick<House, 'clock'>,
  instrument: InstrumentId,
  { before, door = house, steps }: { before?: (sending: Sending) => Promise<void>; door?: Door; steps?: number } = {},
): Promise<string> => {
  let caseId = '';
  for (const [index, step] of JOURNEYS[instrument].slice(0, steps).entries()) {
    house.clock.move((step.days ?? 0) * MS_PER_DAY);
    const given = step.body ?? {};
    const sending = {
      step,
      path: step.path === '' ? '/cases' : `/cases/${caseId}${step.path}`,
      body: typeof given === 'function' ? given(house.clock.now()) : given,
      idempotencyKey: `${instrument}-${index}`,
    };
    await before?.(sending);
    const { status, body } = await door.post(step.person, sending.path, sending);
    if (status >= 300) throw new Error(`${step.person} could not POST ${step.path}: ${JSON.stringify(body)}`);
    caseId = (body as { case: string }).case;
  }
  return caseId;
};

/** The number of steps up to the last one on a path, and with it. */
export const stepsThrough = (instrument: InstrumentId, path: string): number =>
  JOURNEYS[instrument].findLastIndex((step) => step.path === path) + 1;

/** What stands after a number of steps of a journey: houses that begin there need not go them again. */
interface Halt {
  readonly cases: MemoryCaseStore;
  readonly now: string;
  readonly caseId: string;
}

/** More than any journey takes: a house that begins at a halt gives none of them again. */
const SALTS_OF_JOURNEYS = 10_000;

/** Goes a journey to its end in a house of its own, and keeps what stands after each step. */
const haltsOf = async (instrument: InstrumentId): Promise<readonly Halt[]> => {
  const cases = memoryCaseStore();
  const house = newHouse(journeyBegins, cases);
  const halts: Halt[] = [];
  const halt = (caseId: string): void => void halts.push({ cases: cases.copy(), now: house.clock.now(), caseId });
  halt('');
  await travel(house, instrument, {
    door: {
      ...house,
      post: async (...sent) => {
        const answer = await house.post(...sent);
        halt((answer.body as { case: string }).case);
        return answer;
      },
    },
  });
  return halts;
};

const halts: Readonly<Record<InstrumentId, () => Promise<readonly Halt[]>>> = {
  'integrity-pact': once(() => haltsOf('integrity-pact')),
  'oversight-committee': once(() => haltsOf('oversight-committee')),
};

/** A house in which a journey has come as far as is asked. */
export const arrived = async (
  instrument: InstrumentId,
  steps = JOURNEYS[instrument].length,
): Promise<{ house: House; caseId: string }> => {
  const halt = (await halts[instrument]())[steps];
  if (halt === undefined) throw new Error(`A journey of ${instrument} has no ${steps} steps.`);
  const { cases, now, caseId } = halt;
  return { house: newHouse(now, cases.copy(), SALTS_OF_JOURNEYS), caseId };
};
