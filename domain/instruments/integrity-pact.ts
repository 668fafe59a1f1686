import { type Instrument, SHARED_STAGES, TENDER_CHECKLIST } from './instrument.ts';

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
      requirements: [
        'team-in-office',
        'pact-signed-by-authority',
        'acts-accounted',
        'pact-signed-by-bidders',
        'document-access-checked',
        'stage-report-adopted',
      ],
      checklist: TENDER_CHECKLIST,
      optional: false,
    },
    ...SHARED_STAGES.map((stage) =>
      stage.stage === 'final-report'
        ? { ...stage, requirements: ['pact-breaches-ruled' as const, ...stage.requirements] }
        : stage,
    ),
  ],
};
