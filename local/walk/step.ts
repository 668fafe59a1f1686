import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import type { Cast } from './cast.ts';
import type { Hand } from './hand.ts';

/** What every part of a walk works with. */
export interface Walk {
  readonly hand: Hand;
  readonly cast: Cast;
  readonly process: ContractingProcess;
  readonly instrument: InstrumentId;
  /** `/cases/{case}`. */
  readonly at: string;
}
