import type { InstrumentId } from '../../events/vocabulary.ts';
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

/** A house in which a journey has come as far as is asked. */
export const arrived = async (instrument: InstrumentId, steps?: number): Promise<{ house: House; caseId: string }> => {
  const house = newHouse(journeyBegins);
  return { house, caseId: await travel(house, instrument, steps === undefined ? {} : { steps }) };
};
