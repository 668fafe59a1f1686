import type { AchievementCode, ParticipationLevel, SuccessDimension, SuccessFactor } from '../../events/vocabulary.ts';
import type { Words } from '../languages.ts';
import type { Verdict } from './verdict.ts';

/** What an assessment says to people, in the three languages of the house. */
interface DimensionWords {
  readonly title: Words;
  /** The key question (Cruz-Rubio 2020, Tables 4 and 7). */
  readonly asks: Words;
}

export const DIMENSION_WORDS: Readonly<Record<SuccessDimension, DimensionWords>> = {
  effectiveness: {
    title: ['Efectividad', 'Efetividade', 'Effectiveness'],
    asks: [
      '¿Alcanza demostrablemente sus objetivos, y los sigue alcanzando con el tiempo?',
      'Alcança comprovadamente seus objetivos, e continua a alcançá-los com o tempo?',
      'Does it demonstrably reach its objectives, and keep doing so over time?',
    ],
  },
  openness: {
    title: ['Apertura', 'Abertura', 'Openness'],
    asks: [
      '¿Abrió espacios efectivos de participación ciudadana: consulta, debate informado, propuestas, decisiones, o vigilancia e inspección de recursos?',
      'Abriu espaços efetivos de participação cidadã: consulta, debate informado, propostas, decisões, ou fiscalização e inspeção de recursos?',
      'Did it open effective spaces for citizen participation: consultation, informed debate, proposals, decisions, or monitoring and inspection of resources?',
    ],
  },
  behaviourChange: {
    title: ['Cambio de conducta', 'Mudança de conduta', 'Change of behaviour'],
    asks: [
      '¿Cambió conductas indeseadas, o creó deseadas, en alguna fase, entre gobierno, ciudadanía, licitantes y organizaciones?',
      'Mudou condutas indesejadas, ou criou desejadas, em alguma fase, entre governo, cidadãos, licitantes e organizações?',
      'Did it change undesired behaviour, or create desired behaviour, in any phase, between government, citizens, bidders and organisations?',
    ],
  },
  socialAcceptance: {
    title: ['Aceptación social', 'Aceitação social', 'Social acceptance'],
    asks: [
      '¿Elevó el interés, el reconocimiento y la aceptación de la ciudadanía, detractores incluidos?',
      'Elevou o interesse, o reconhecimento e a aceitação dos cidadãos, detratores incluídos?',
      'Did it raise citizens’ interest, recognition and acceptance, detractors included?',
    ],
  },
  replication: {
    title: ['Replicación', 'Replicação', 'Replication'],
    asks: [
      '¿La replicaron otros gobiernos u otros países?',
      'Foi replicada por outros governos ou em outros países?',
      'Was it replicated by other governments or in other countries?',
    ],
  },
};

/** The eight factors (Cruz-Rubio 2020, Table 5). */
export const FACTOR_TITLES: Readonly<Record<SuccessFactor, Words>> = {
  teamTalent: ['Talento del equipo', 'Talento da equipe', 'Talent of the team'],
  realisticPlanning: ['Planeación realista', 'Planejamento realista', 'Realistic planning'],
  topLevelSupport: ['Apoyo del más alto nivel', 'Apoio do mais alto nível', 'Support from the top'],
  definedBurdensAndBenefits: [
    'Cargas y beneficios definidos',
    'Ônus e benefícios definidos',
    'Defined burdens and benefits',
  ],
  changeManagement: ['Gestión del cambio', 'Gestão da mudança', 'Management of change'],
  csoGovernmentInteraction: [
    'Interacción entre organizaciones y gobierno',
    'Interação entre organizações e governo',
    'Interaction between organisations and government',
  ],
  institutionalisation: ['Institucionalización', 'Institucionalização', 'Institutionalisation'],
  innovationEcosystems: ['Ecosistemas de innovación', 'Ecossistemas de inovação', 'Ecosystems of innovation'],
};

export const LEVEL_TITLES: Readonly<Record<ParticipationLevel, Words>> = {
  inform: ['Informar', 'Informar', 'Inform'],
  consult: ['Consultar', 'Consultar', 'Consult'],
  involve: ['Involucrar', 'Envolver', 'Involve'],
  collaborate: ['Colaborar', 'Colaborar', 'Collaborate'],
  empower: ['Empoderar', 'Empoderar', 'Empower'],
};

export const CODE_WORDS: Readonly<Record<AchievementCode, Words>> = {
  achieved: ['logrado', 'alcançado', 'achieved'],
  notAchieved: ['no logrado', 'não alcançado', 'not achieved'],
  informationMissing: ['falta información', 'falta informação', 'information missing'],
  furtherTimeNeeded: ['hace falta más tiempo', 'é preciso mais tempo', 'further time needed'],
};

export const VERDICT_WORDS: Readonly<Record<Verdict, Words>> = {
  successful: [
    'Exitoso: la efectividad y la apertura están logradas.',
    'Bem-sucedido: a efetividade e a abertura estão alcançadas.',
    'Successful: effectiveness and openness are both achieved.',
  ],
  notSuccessful: [
    'No exitoso: la efectividad o la apertura no está lograda. Ninguna dimensión complementaria la suple.',
    'Não bem-sucedido: a efetividade ou a abertura não está alcançada. Nenhuma dimensão complementar a supre.',
    'Not successful: effectiveness or openness is not achieved. No complementary dimension makes up for it.',
  ],
  contested: [
    'En disputa: lo que prueban los eventos y lo que dice quien evalúa se excluyen. Se muestran ambos.',
    'Em disputa: o que os eventos provam e o que diz quem avalia excluem-se. Mostram-se ambos.',
    'Contested: what the events prove and what an assessor says exclude one another. Both are shown.',
  ],
  open: [
    'Abierto: falta información o tiempo para decidir sobre la efectividad o la apertura.',
    'Aberto: falta informação ou tempo para decidir sobre a efetividade ou a abertura.',
    'Open: information or time is missing to decide on effectiveness or openness.',
  ],
};
