import type { ChecklistDocument, InstrumentId, Stage } from '../../events/vocabulary.ts';
import type { RequirementId } from '../requirements/requirement-ids.ts';

/** A stage of an instrument: what must hold before a case may leave it. */
export interface StageOfInstrument {
  readonly stage: Stage;
  readonly requirements: readonly RequirementId[];
  /** The documents that the team must try to obtain in this stage. */
  readonly checklist: readonly ChecklistDocument[];
  /** Whether a case may be opened without this stage. */
  readonly optional: boolean;
}

/** A participation tool as data: the engine is one, instruments differ only here. */
export interface Instrument {
  readonly id: InstrumentId;
  readonly title: string;
  readonly stages: readonly StageOfInstrument[];
}

export const TENDER_CHECKLIST: readonly ChecklistDocument[] = [
  'tender-notice',
  'bidding-documents',
  'clarifications',
  'bid-opening-record',
];
export const AWARD_CHECKLIST: readonly ChecklistDocument[] = ['bids-received', 'evaluation-report', 'award-ruling'];

/** From the award on, every instrument asks the same. */
export const SHARED_STAGES: readonly StageOfInstrument[] = [
  {
    stage: 'award-review',
    requirements: [
      'team-in-office',
      'document-access-checked',
      'award-recorded',
      'flags-answered',
      'findings-put-to-authority',
      'stage-report-adopted',
    ],
    checklist: AWARD_CHECKLIST,
    optional: false,
  },
  {
    stage: 'implementation-monitoring',
    requirements: ['team-in-office', 'findings-put-to-authority', 'contract-watched', 'stage-report-adopted'],
    checklist: [],
    optional: true,
  },
  {
    stage: 'final-report',
    requirements: [
      'findings-put-to-authority',
      'report-adopted',
      'reply-window-over',
      'report-published',
      'dimensions-coded',
    ],
    checklist: [],
    optional: false,
  },
  { stage: 'closed', requirements: [], checklist: [], optional: false },
];
