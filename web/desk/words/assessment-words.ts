import { CODE_WORDS, DIMENSION_WORDS, FACTOR_TITLES, LEVEL_TITLES } from '../../../domain/assessment/words.ts';
import type { ASSESSMENT } from '../acts/assessment.ts';
import type { ActSaid, ChoicesSaid, FieldSaid } from './act-words.ts';

export const ASSESSMENT_ACTS = {
  'code-dimension': {
    does: ['Codificar la dimensión', 'Codificar a dimensão', 'Code the dimension'],
    says: [
      'Será pública, con sus razones y su evidencia. Una nueva no borra la anterior: la sustituye a la vista.',
      'Será pública, com suas razões e sua evidência. Uma nova não apaga a anterior: substitui-a à vista de todos.',
      'It is public, with its reasons and evidence. A new one does not erase the one before: it supersedes it in plain sight.',
    ],
  },
  'assess-factor': { does: ['Evaluar el factor', 'Avaliar o fator', 'Assess the factor'] },
  'claim-participation': {
    does: [
      'Declarar el nivel de participación',
      'Declarar o nível de participação',
      'Claim the level of participation',
    ],
  },
  'check-sustained': {
    does: ['Informar si lo logrado se mantiene', 'Informar se o alcançado se mantém', 'Say whether it still stands'],
    says: [
      'Si nada se deshizo, deje vacía la lista de lo deshecho.',
      'Se nada foi desfeito, deixe vazia a lista do que foi desfeito.',
      'If nothing was undone, leave the list of what was undone empty.',
    ],
  },
} as const satisfies Readonly<Record<keyof typeof ASSESSMENT, ActSaid>>;

export const ASSESSMENT_FIELDS = {
  dimension: { label: ['Dimensión', 'Dimensão', 'Dimension'] },
  dimensionCodes: {
    label: ['Códigos', 'Códigos', 'Codes'],
    hint: ['Puede elegir más de uno.', 'Pode escolher mais de um.', 'You may choose more than one.'],
  },
  factor: { label: ['Factor', 'Fator', 'Factor'] },
  presence: { label: ['Presencia', 'Presença', 'Presence'] },
  participationLevel: { label: ['Nivel de participación', 'Nível de participação', 'Level of participation'] },
  judgementReasons: {
    label: ['Razones', 'Razões', 'Reasons'],
    hint: ['Las leerá todo el mundo.', 'Todos poderão ler.', 'Everybody will read them.'],
  },
  judgementEvidence: {
    label: ['Evidencia', 'Evidência', 'Evidence'],
    hint: [
      'Al menos un hecho del registro, un documento o una entrevista, donde se pida.',
      'Ao menos um fato do registro, um documento ou uma entrevista, onde for exigido.',
      'At least one event of the record, a document or an interview, where it is asked for.',
    ],
  },
  evidenceEvents: {
    label: ['Hechos del registro', 'Fatos do registro', 'Events of the record'],
    hint: [
      'El número de cada hecho, como está en la cronología del caso.',
      'O número de cada fato, como está na cronologia do caso.',
      'The number of each event, as the timeline of the case has it.',
    ],
  },
  evidenceDocuments: {
    label: ['Documentos', 'Documentos', 'Documents'],
    hint: ['Por ejemplo document-3.', 'Por exemplo document-3.', 'Such as document-3.'],
  },
  interviews: { label: ['Entrevistas', 'Entrevistas', 'Interviews'] },
  interviewWith: {
    label: ['Con quién', 'Com quem', 'With whom'],
    hint: [
      'Por su función, nunca por su nombre: será público.',
      'Pela função, nunca pelo nome: será público.',
      'By their function, never by name: it is public.',
    ],
  },
  interviewOn: { label: ['Fecha', 'Data', 'Date'] },
  interviewSaid: { label: ['Qué dijo', 'O que disse', 'What was said'] },
  undone: {
    label: ['Lo que se deshizo', 'O que foi desfeito', 'What was undone'],
    hint: ['Vacío si nada.', 'Vazio se nada.', 'Empty if nothing was.'],
  },
  undoneThing: {
    label: ['Observación o recomendación', 'Observação ou recomendação', 'Observation or recommendation'],
    hint: [
      'Por ejemplo observation-2 o recommendation-1.',
      'Por exemplo observation-2 ou recommendation-1.',
      'Such as observation-2 or recommendation-1.',
    ],
  },
  undoneHow: { label: ['Cómo se deshizo', 'Como foi desfeito', 'How it was undone'] },
} as const satisfies Readonly<Record<string, FieldSaid>>;

export const ASSESSMENT_CHOICES = {
  dimensions: {
    effectiveness: DIMENSION_WORDS.effectiveness.title,
    openness: DIMENSION_WORDS.openness.title,
    behaviourChange: DIMENSION_WORDS.behaviourChange.title,
    socialAcceptance: DIMENSION_WORDS.socialAcceptance.title,
    replication: DIMENSION_WORDS.replication.title,
  },
  codings: CODE_WORDS,
  factors: FACTOR_TITLES,
  presences: {
    present: ['Presente', 'Presente', 'Present'],
    absent: ['Ausente', 'Ausente', 'Absent'],
    unknown: ['No se sabe', 'Não se sabe', 'Unknown'],
  },
  participationLevels: LEVEL_TITLES,
  sustainments: {
    'nothing-undone': ['Nada se deshizo', 'Nada foi desfeito', 'Nothing was undone'],
    'something-undone': ['Algo se deshizo', 'Algo foi desfeito', 'Something was undone'],
  },
} as const satisfies Readonly<Record<string, ChoicesSaid>>;
