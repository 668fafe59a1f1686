import type { InstrumentId } from '../../events/vocabulary.ts';
import type { Classification } from './framework.ts';

interface ClassifiedInstrument {
  readonly classification: Classification;
  readonly source: string;
}

const SEEN = ['transparencyExDure', 'monitoringExDureControlExPost'] as const;

/**
 * Our own instruments in the study’s six dimensions (Table 8): as it classifies the initiative that the instrument is taken from, but for
 * the stages, which are those that the instrument watches here.
 */
export const CLASSIFIED_INSTRUMENTS: Readonly<Record<InstrumentId, ClassifiedInstrument>> = {
  'integrity-pact': {
    classification: {
      moments: SEEN,
      stages: ['tender', 'award', 'implementation'],
      tools: ['integrityPact'],
      means: ['citizenRepresentation'],
      ends: ['accountability', 'ruleOfLaw'],
      scope: ['involve'],
    },
    source: 'Table 8, Testigo Social; stages of the instrument of this house',
  },
  'oversight-committee': {
    classification: {
      moments: SEEN,
      stages: ['tender', 'award', 'implementation'],
      tools: ['publicOversightCommittee'],
      means: ['deliberation', 'citizenRepresentation'],
      ends: ['responsiveness', 'ruleOfLaw'],
      scope: ['involve'],
    },
    source:
      'Table 8, Comisiones de Veeduría Ciudadana; stages of the instrument of this house, which plans no purchases',
  },
};
