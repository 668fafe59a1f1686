import type { InstrumentId, Stage } from '../../events/vocabulary.ts';
import type { Head } from '../state.ts';
import type { Instrument, StageOfInstrument } from './instrument.ts';
import { integrityPact } from './integrity-pact.ts';
import { oversightCommittee } from './oversight-committee.ts';

export const INSTRUMENT: Readonly<Record<InstrumentId, Instrument>> = {
  'integrity-pact': integrityPact,
  'oversight-committee': oversightCommittee,
};

/** The stage of an instrument with its requirements. Every instrument has every stage; the optional ones may be left out by a case. */
export const stageOf = (instrument: Instrument, stage: Stage): StageOfInstrument => {
  const found = instrument.stages.find((candidate) => candidate.stage === stage);
  if (found === undefined) throw new Error(`The instrument ${instrument.id} has no stage ${stage}.`);
  return found;
};

/** Where a case goes from its stage. Monitoring is skipped where it is off, and where there is no contract to watch. */
export const nextStage = (instrument: Instrument, head: Head): Stage | undefined => {
  const here = instrument.stages.findIndex(({ stage }) => stage === head.stage);
  return instrument.stages.slice(here + 1).find(({ optional }) => !optional || isMonitored(head))?.stage;
};

const isMonitored = (head: Head): boolean => head.implementationMonitoring && head.award?.decision !== 'none';
