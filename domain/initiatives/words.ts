import type { AchievementCode, InstrumentId } from '../../events/vocabulary.ts';
import type { Said } from '../languages.ts';
import type { ENDS, MEANS, MOMENTS, ProcurementStage, SCOPES, SuccessDimension } from './framework.ts';

type Each<Code extends string> = Readonly<Record<Code, Said>>;

export const MOMENT_WORDS: Each<(typeof MOMENTS)[number]> = {
  exAnteRedesign: { es: 'Antes: rediseño', pt: 'Antes: redesenho', en: 'Before: redesign' },
  transparencyExDure: { es: 'Durante: transparencia', pt: 'Durante: transparência', en: 'During: transparency' },
  monitoringExDureControlExPost: {
    es: 'Durante y después: vigilancia y control',
    pt: 'Durante e depois: fiscalização e controle',
    en: 'During and after: monitoring and control',
  },
};

export const PROCUREMENT_STAGE_WORDS: Each<ProcurementStage> = {
  planning: { es: 'Planeación', pt: 'Planejamento', en: 'Planning' },
  tender: { es: 'Licitación', pt: 'Licitação', en: 'Tender' },
  award: { es: 'Adjudicación', pt: 'Adjudicação', en: 'Award' },
  contract: { es: 'Contrato', pt: 'Contrato', en: 'Contract' },
  implementation: { es: 'Ejecución', pt: 'Execução', en: 'Implementation' },
};

export const MEANS_WORDS: Each<(typeof MEANS)[number]> = {
  deliberation: { es: 'Deliberación', pt: 'Deliberação', en: 'Deliberation' },
  directVote: { es: 'Voto directo', pt: 'Voto direto', en: 'Direct vote' },
  digitalParticipation: { es: 'Participación digital', pt: 'Participação digital', en: 'Digital participation' },
  citizenRepresentation: {
    es: 'Representación ciudadana',
    pt: 'Representação cidadã',
    en: 'Citizen representation',
  },
};

export const END_WORDS: Each<(typeof ENDS)[number]> = {
  accountability: { es: 'Rendición de cuentas', pt: 'Prestação de contas', en: 'Accountability' },
  responsiveness: { es: 'Capacidad de respuesta', pt: 'Capacidade de resposta', en: 'Responsiveness' },
  ruleOfLaw: { es: 'Estado de derecho', pt: 'Estado de direito', en: 'Rule of law' },
  politicalInclusion: { es: 'Inclusión política', pt: 'Inclusão política', en: 'Political inclusion' },
  socialEquality: { es: 'Igualdad social', pt: 'Igualdade social', en: 'Social equality' },
};

export const SCOPE_WORDS: Each<(typeof SCOPES)[number]> = {
  inform: { es: 'Informar', pt: 'Informar', en: 'Inform' },
  consult: { es: 'Consultar', pt: 'Consultar', en: 'Consult' },
  involve: { es: 'Involucrar', pt: 'Envolver', en: 'Involve' },
  collaborate: { es: 'Colaborar', pt: 'Colaborar', en: 'Collaborate' },
  empower: { es: 'Empoderar', pt: 'Empoderar', en: 'Empower' },
};

/** The names of the five dimensions of success, and the key question of each (Tables 4 and 7). */
export const SUCCESS_WORDS: Readonly<Record<SuccessDimension, { readonly name: Said; readonly asks: Said }>> = {
  effectiveness: {
    name: { es: 'Efectividad', pt: 'Efetividade', en: 'Effectiveness' },
    asks: {
      es: '¿Alcanza sus objetivos de modo demostrable, y sigue alcanzándolos con el tiempo?',
      pt: 'Alcança os seus objetivos de modo demonstrável, e continua a alcançá-los com o tempo?',
      en: 'Does it demonstrably reach its objectives, and keep doing so over time?',
    },
  },
  openness: {
    name: { es: 'Apertura', pt: 'Abertura', en: 'Openness' },
    asks: {
      es: '¿Abrió espacios efectivos de participación: consulta, debate informado, propuestas, decisiones, o vigilancia e inspección de recursos?',
      pt: 'Abriu espaços efetivos de participação: consulta, debate informado, propostas, decisões, ou fiscalização e inspeção de recursos?',
      en: 'Did it open effective spaces of participation: consultation, informed debate, proposals, decisions, or monitoring and inspection of resources?',
    },
  },
  behaviourChange: {
    name: { es: 'Cambio de conducta', pt: 'Mudança de conduta', en: 'Behaviour change' },
    asks: {
      es: '¿Cambió conductas no deseadas, o creó deseadas, entre gobierno, ciudadanía, licitantes y organizaciones?',
      pt: 'Mudou condutas indesejadas, ou criou desejadas, entre governo, cidadãos, licitantes e organizações?',
      en: 'Did it change undesired behaviour, or create desired behaviour, between government, citizens, bidders and organisations?',
    },
  },
  socialAcceptance: {
    name: { es: 'Aceptación social', pt: 'Aceitação social', en: 'Social acceptance' },
    asks: {
      es: '¿Elevó el interés, el reconocimiento y la aceptación de la ciudadanía, detractores incluidos?',
      pt: 'Elevou o interesse, o reconhecimento e a aceitação dos cidadãos, detratores incluídos?',
      en: 'Did it raise citizens’ interest, recognition and acceptance, detractors included?',
    },
  },
  replication: {
    name: { es: 'Réplica', pt: 'Replicação', en: 'Replication' },
    asks: {
      es: '¿La replicaron otros gobiernos u otros países?',
      pt: 'Foi replicada por outros governos ou outros países?',
      en: 'Was it replicated by other governments or in other countries?',
    },
  },
};

export const ACHIEVEMENT_WORDS: Each<AchievementCode | 'notAssessed' | 'unreadable'> = {
  achieved: { es: 'Logrado', pt: 'Alcançado', en: 'Achieved' },
  notAchieved: { es: 'No logrado', pt: 'Não alcançado', en: 'Not achieved' },
  informationMissing: { es: 'Falta información', pt: 'Falta informação', en: 'Information missing' },
  furtherTimeNeeded: { es: 'Falta tiempo', pt: 'Falta tempo', en: 'Further time needed' },
  notAssessed: { es: 'Sin evaluar', pt: 'Sem avaliação', en: 'Not assessed' },
  unreadable: {
    es: 'Ilegible en la copia del estudio',
    pt: 'Ilegível na cópia do estudo',
    en: 'Unreadable in the copy of the study',
  },
};

export const INSTRUMENT_WORDS: Each<InstrumentId> = {
  'integrity-pact': { es: 'Pacto de integridad', pt: 'Pacto de integridade', en: 'Integrity pact' },
  'oversight-committee': {
    es: 'Comisión de veeduría',
    pt: 'Comissão de fiscalização cidadã',
    en: 'Oversight committee',
  },
};
