import { AWARD_CHECKLIST, type Instrument, TENDER_CHECKLIST } from './instrument.ts';

/** The pact that the contracting authority and the bidders sign, watched by social witnesses (rulebook, section 2). */
export const integrityPact: Instrument = {
  id: 'integrity-pact',
  title: 'Integrity pact',
  stages: [
    {
      stage: 'appointment',
      requirements: ['team-complete', 'declarations-clear', 'pact-signed-by-authority'],
      checklist: [],
      optional: false,
    },
    {
      stage: 'tender-observation',
      requirements: ['acts-accounted', 'pact-signed-by-bidders', 'document-access-checked', 'stage-report-adopted'],
      checklist: TENDER_CHECKLIST,
      optional: false,
    },
    {
      stage: 'award-review',
      requirements: [
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
      requirements: ['findings-put-to-authority', 'contract-watched', 'stage-report-adopted'],
      checklist: [],
      optional: true,
    },
    {
      stage: 'final-report',
      requirements: ['report-adopted', 'reply-window-over', 'report-published', 'dimensions-coded'],
      checklist: [],
      optional: false,
    },
    { stage: 'closed', requirements: [], checklist: [], optional: false },
  ],
};
