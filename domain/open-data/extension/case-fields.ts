import type { Words } from '../words.ts';
import { type Fields, may, must } from './field.ts';

/** An object of the extension: what it is, and its fields. */
export interface Definition {
  readonly title: Words;
  readonly fields: Fields;
}

const ID = must('text', 'Identifier', 'Identificador', 'Identificador');
const URL = must('url', 'Where it is read', 'Dónde se lee', 'Onde se lê');

/** The case itself, who watches, and how it is judged. */
export const CASE_DEFINITIONS = {
  OversightCase: {
    title: [
      'An oversight case: one instrument applied to this contracting process',
      'Un caso de veeduría: un instrumento aplicado a este proceso de contratación',
      'Um caso de fiscalização: um instrumento aplicado a este processo de contratação',
    ],
    fields: {
      id: ID,
      url: URL,
      example: may(
        'yes-no',
        'True of an example: nothing in it happened',
        'Verdadero en un ejemplo: nada de lo que cuenta ocurrió',
        'Verdadeiro em um exemplo: nada do que conta aconteceu',
      ),
      instrument: must({ code: 'instrument' }, 'Instrument', 'Instrumento', 'Instrumento'),
      profile: must({ one: 'OversightProfile' }, 'Legal profile', 'Perfil normativo', 'Perfil normativo'),
      stage: must({ code: 'oversightStage' }, 'Where the case stands', 'En qué etapa está', 'Em que etapa está'),
      condition: must({ code: 'condition' }, 'Running or suspended', 'En curso o suspendido', 'Em curso ou suspenso'),
      ending: may(
        { code: 'processEnding' },
        'How the process ended early',
        'Cómo terminó antes el proceso',
        'Como o processo terminou antes',
      ),
      implementationMonitoring: must(
        'yes-no',
        'Whether the works are watched too',
        'Si también se vigila la ejecución',
        'Se também se fiscaliza a execução',
      ),
      dateOpened: must('date', 'When the case was opened', 'Cuándo se abrió el caso', 'Quando o caso foi aberto'),
      suspensions: may({ list: 'OversightPause' }, 'Suspensions', 'Suspensiones', 'Suspensões'),
      team: may(
        { list: 'OversightMember' },
        'The team, by pseudonymous identifiers',
        'El equipo, por identificadores seudónimos',
        'A equipe, por identificadores pseudônimos',
      ),
      formerMembers: may(
        { list: 'OversightFormerMember' },
        'Who left the team',
        'Quién dejó el equipo',
        'Quem deixou a equipe',
      ),
      committee: may({ one: 'OversightCommittee' }, 'The committee', 'La comisión', 'A comissão'),
      pact: may({ one: 'OversightPact' }, 'The integrity pact', 'El pacto de integridad', 'O pacto de integridade'),
      acts: may({ list: 'OversightAct' }, 'Acts and attendance', 'Actos y asistencia', 'Atos e presença'),
      siteVisits: may({ list: 'OversightVisit' }, 'Site visits', 'Visitas', 'Visitas'),
      documentAccess: may(
        { list: 'OversightDocumentAccess' },
        'Documents that the team asked for',
        'Documentos que pidió el equipo',
        'Documentos que a equipe pediu',
      ),
      observations: may(
        { list: 'OversightObservation' },
        'Observations: those that are sealed with their hash alone',
        'Observaciones: las selladas, solo con su hash',
        'Observações: as lacradas, só com seu hash',
      ),
      questions: may(
        { list: 'OversightQuestion' },
        'Questions and answers',
        'Preguntas y respuestas',
        'Perguntas e respostas',
      ),
      escalations: may({ list: 'OversightEscalation' }, 'Escalations', 'Escalamientos', 'Escalonamentos'),
      proceedings: may(
        { list: 'OversightProceeding' },
        'Sanctions and proceedings that followed',
        'Sanciones y procedimientos que siguieron',
        'Sanções e procedimentos que se seguiram',
      ),
      pactBreaches: may(
        { list: 'OversightBreach' },
        'Reported breaches of the pact',
        'Incumplimientos del pacto reportados',
        'Descumprimentos do pacto relatados',
      ),
      redFlags: may(
        { list: 'OversightRedFlag' },
        'Computed red flags: places to look, never verdicts',
        'Banderas rojas calculadas: dónde mirar, nunca veredictos',
        'Bandeiras vermelhas calculadas: onde olhar, nunca veredictos',
      ),
      contractAmendments: may(
        { list: 'OversightAmendment' },
        'Amendments of the contract that the team looked at',
        'Modificaciones del contrato que revisó el equipo',
        'Modificações do contrato que a equipe examinou',
      ),
      reports: may({ list: 'OversightReport' }, 'Reports', 'Informes', 'Relatórios'),
      recommendations: may(
        { list: 'OversightRecommendation' },
        'Recommendations and what became of them',
        'Recomendaciones y qué pasó con ellas',
        'Recomendações e o que foi feito delas',
      ),
      tips: may(
        { list: 'OversightTip' },
        'Tips of citizens: that they came and how they were answered',
        'Avisos ciudadanos: que llegaron y cómo se respondieron',
        'Avisos de cidadãos: que chegaram e como foram respondidos',
      ),
      milestones: must(
        { list: 'OversightMilestone' },
        'Milestones of effectiveness and openness',
        'Hitos de efectividad y apertura',
        'Marcos de efetividade e abertura',
      ),
      codings: must({ list: 'OversightCoding' }, 'Codings of the dimensions', 'Codificaciones', 'Codificações'),
      verdict: must({ code: 'verdict' }, 'Verdict', 'Veredicto', 'Veredicto'),
      verdictComputed: must(
        { code: 'verdict' },
        'What the events alone would say; never `contested`',
        'Lo que dirían los eventos por sí solos; nunca `contested`',
        'O que diriam os eventos por si sós; nunca `contested`',
      ),
      verdictAssessed: must(
        { code: 'verdict' },
        'What assessors alone would say; never `contested`',
        'Lo que dirían por sí solas las personas evaluadoras; nunca `contested`',
        'O que diriam os avaliadores por si sós; nunca `contested`',
      ),
      record: must(
        { one: 'OversightRecord' },
        'Where the record of the case stands',
        'Dónde está el registro del caso',
        'Onde está o registro do caso',
      ),
      leftOut: may(
        { one: 'OversightLeftOut' },
        'What did not fit into this release',
        'Lo que no cupo en esta entrega',
        'O que não coube nesta entrega',
      ),
    },
  },
  OversightProfile: {
    title: ['A versioned legal profile', 'Un perfil normativo versionado', 'Um perfil normativo versionado'],
    fields: {
      id: ID,
      version: must('count', 'Version', 'Versión', 'Versão'),
      title: must('text', 'Title', 'Título', 'Título'),
    },
  },
  OversightPause: {
    title: ['A suspension', 'Una suspensión', 'Uma suspensão'],
    fields: {
      startDate: must('date', 'When it began', 'Cuándo empezó', 'Quando começou'),
      endDate: may('date', 'When it ended', 'Cuándo terminó', 'Quando terminou'),
    },
  },
  OversightMember: {
    title: ['Somebody in the team', 'Alguien del equipo', 'Alguém da equipe'],
    fields: {
      id: ID,
      standing: must({ code: 'standing' }, 'Proposed or accepted', 'Propuesta o aceptada', 'Proposta ou aceita'),
      office: may({ code: 'office' }, 'Office in the committee', 'Cargo en la comisión', 'Cargo na comissão'),
      sector: may('text', 'Sector that the person comes from', 'Sector del que viene', 'Setor de onde vem'),
      dateProposed: must('date', 'When it was proposed', 'Cuándo se propuso', 'Quando foi proposta'),
      declarationSigned: must(
        'yes-no',
        'Whether the declaration of no conflict is signed',
        'Si firmó la declaración de no conflicto',
        'Se assinou a declaração de ausência de conflito',
      ),
      impeded: must('yes-no', 'Whether an impediment stands', 'Si hay un impedimento', 'Se há um impedimento'),
      accreditationLost: may(
        { code: 'accreditationLoss' },
        'Why the accreditation holds no longer',
        'Por qué ya no vale la acreditación',
        'Por que a acreditação já não vale',
      ),
    },
  },
  OversightFormerMember: {
    title: ['Somebody who left the team', 'Alguien que dejó el equipo', 'Alguém que deixou a equipe'],
    fields: {
      id: ID,
      cause: must({ code: 'departureCause' }, 'Why', 'Por qué', 'Por quê'),
      dateLeft: must('date', 'When', 'Cuándo', 'Quando'),
      successor: may(
        'text',
        'Who was proposed in that place',
        'Quién se propuso en su lugar',
        'Quem foi proposto em seu lugar',
      ),
    },
  },
  OversightCommittee: {
    title: ['A committee of citizens', 'Una comisión de ciudadanos', 'Uma comissão de cidadãos'],
    fields: {
      members: must('count', 'Number of members', 'Número de integrantes', 'Número de membros'),
      registered: must('yes-no', 'Whether it is registered', 'Si está registrada', 'Se está registrada'),
      dateConstituted: may('date', 'When it was constituted', 'Cuándo se constituyó', 'Quando foi constituída'),
      durationInMonths: may('count', 'Its term in months', 'Su plazo en meses', 'Seu prazo em meses'),
      dissolved: may(
        { code: 'dissolutionCause' },
        'Why it was dissolved',
        'Por qué se disolvió',
        'Por que foi dissolvida',
      ),
    },
  },
  OversightPact: {
    title: [
      'An integrity pact and its signatures',
      'Un pacto de integridad y sus firmas',
      'Um pacto de integridade e suas assinaturas',
    ],
    fields: {
      signedByAuthority: must(
        'yes-no',
        'Whether the contracting authority signed',
        'Si firmó la entidad contratante',
        'Se o órgão contratante assinou',
      ),
      textHash: may('hash', 'SHA-256 of its text', 'SHA-256 de su texto', 'SHA-256 de seu texto'),
      bidders: may(
        { list: 'OversightBidder' },
        'Bidders and their signatures',
        'Licitantes y sus firmas',
        'Licitantes e suas assinaturas',
      ),
    },
  },
  OversightBidder: {
    title: [
      'A bidder and its signature of the pact',
      'Un licitante y su firma del pacto',
      'Um licitante e sua assinatura do pacto',
    ],
    fields: {
      id: ID,
      name: must('text', 'Name', 'Nombre', 'Nome'),
      signature: must({ code: 'pactSignature' }, 'Signature', 'Firma', 'Assinatura'),
    },
  },
  OversightMilestone: {
    title: [
      'A checkable step towards effectiveness or openness',
      'Un paso comprobable hacia la efectividad o la apertura',
      'Um passo verificável rumo à efetividade ou à abertura',
    ],
    fields: {
      id: ID,
      name: must('text', 'Name', 'Nombre', 'Nome'),
      dimension: must({ code: 'dimension' }, 'Dimension', 'Dimensión', 'Dimensão'),
      achievedWhen: must('text', 'When it is achieved', 'Cuándo se logra', 'Quando é alcançado'),
      source: must(
        'text',
        'Where the definition comes from',
        'De dónde viene la definición',
        'De onde vem a definição',
      ),
      applies: must('yes-no', 'Whether it applies to this case', 'Si aplica a este caso', 'Se se aplica a este caso'),
      status: may(
        { code: 'achievement' },
        'What the events prove',
        'Lo que prueban los eventos',
        'O que os eventos provam',
      ),
      because: must('text', 'Why', 'Por qué', 'Por quê'),
      share: may({ one: 'OversightShare' }, 'Share that is achieved', 'Proporción lograda', 'Proporção alcançada'),
      events: may('texts', 'Events that prove it', 'Eventos que lo prueban', 'Eventos que o provam'),
      eventsTotal: must('count', 'How many there are', 'Cuántos son', 'Quantos são'),
    },
  },
  OversightShare: {
    title: ['A share', 'Una proporción', 'Uma proporção'],
    fields: {
      numerator: must('count', 'Numerator', 'Numerador', 'Numerador'),
      denominator: must('count', 'Denominator', 'Denominador', 'Denominador'),
    },
  },
  OversightCoding: {
    title: ['The coding of a dimension', 'La codificación de una dimensión', 'A codificação de uma dimensão'],
    fields: {
      id: ID,
      dimension: must({ code: 'dimension' }, 'Dimension', 'Dimensión', 'Dimensão'),
      source: must({ code: 'codingSource' }, 'Computed or assessed', 'Calculada o evaluada', 'Calculada ou avaliada'),
      codes: may({ codes: 'achievement' }, 'Codes', 'Códigos', 'Códigos'),
    },
  },
  OversightRecord: {
    title: [
      'Where the record of the case stands: its hash commits to every event before it',
      'Hasta dónde llega el registro del caso: su hash compromete todos los eventos anteriores',
      'Até onde vai o registro do caso: seu hash compromete todos os eventos anteriores',
    ],
    fields: {
      version: must('count', 'Number of its last event', 'Número de su último evento', 'Número de seu último evento'),
      date: must('date', 'When that was recorded', 'Cuándo se registró', 'Quando foi registrado'),
      hash: must('hash', 'SHA-256 of that event', 'SHA-256 de ese evento', 'SHA-256 desse evento'),
      url: must('url', 'Where the events are read', 'Dónde se leen los eventos', 'Onde se leem os eventos'),
    },
  },
  OversightLeftOut: {
    title: ['What did not fit into a release', 'Lo que no cupo en una entrega', 'O que não coube em uma entrega'],
    fields: {
      textsLongerThan: must(
        'count',
        'Texts longer than this are left out',
        'Se omiten textos más largos que esto',
        'Omitem-se textos mais longos que isto',
      ),
      things: may(
        'counts',
        'Older things left out, by list',
        'Cosas anteriores omitidas, por lista',
        'Coisas anteriores omitidas, por lista',
      ),
      url: must('url', 'Where all is read', 'Dónde se lee todo', 'Onde se lê tudo'),
    },
  },
} as const satisfies Record<string, Definition>;
