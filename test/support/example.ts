import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import type { CaseStore } from '../../functions/_ports/ports.ts';
import pact from '../../local/examples/integrity-pact-works.json' with { type: 'json' };
import committee from '../../local/examples/oversight-committee-school-meals.json' with { type: 'json' };
import type { Door } from '../../local/walk/hand.ts';
import { beginningOf, type Walked, walkCase } from '../../local/walk/walk.ts';
import { type House, newHouse } from './house.ts';
import { readOne } from './ocds.ts';

const DOCUMENTS: Readonly<Record<InstrumentId, unknown>> = { 'integrity-pact': pact, 'oversight-committee': committee };

/** The official data of the example of an instrument, and what is read of them. */
export const exampleOf = (instrument: InstrumentId): { document: unknown; process: ContractingProcess } => ({
  document: DOCUMENTS[instrument],
  process: readOne(DOCUMENTS[instrument]).process,
});

/** A house at the time when the example of an instrument begins. */
export const houseFor = (instrument: InstrumentId, cases?: CaseStore): House =>
  newHouse(beginningOf(exampleOf(instrument).process, '2026-01-01T00:00:00.000Z'), cases);

/** Walks the example of an instrument from its opening to its end, in a house or through another door of it. */
export const walkExample = (house: House, instrument: InstrumentId, door: Door = house): Promise<Walked> =>
  walkCase(door, { now: house.clock.now, moveTo: house.clock.set }, { ...exampleOf(instrument), instrument });
