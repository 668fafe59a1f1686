import type { Definition } from './case-fields.ts';
import { may, must } from './field.ts';
import { DESCRIPTION, DUE, ID, LATE, OVERDUE, REASON, STAGE } from './shared-fields.ts';

/** What became of what was seen. */
export const FOLLOW_UP_DEFINITIONS = {
  OversightQuestion: {
    title: ['A question and its answer', 'Una pregunta y su respuesta', 'Uma pergunta e sua resposta'],
    fields: {
      id: ID,
      addressee: must({ code: 'questioned' }, 'Whom it is put to', 'A quién se dirige', 'A quem se dirige'),
      report: may('text', 'The report that it is about', 'El informe del que trata', 'O relatório de que trata'),
      dateAsked: must('date', 'When it was asked', 'Cuándo se preguntó', 'Quando foi perguntado'),
      dateDue: DUE,
      dateAnswered: may('date', 'When it was answered', 'Cuándo se respondió', 'Quando foi respondido'),
      late: LATE,
      overdue: OVERDUE,
      question: may('text', 'Question', 'Pregunta', 'Pergunta'),
      answer: may('text', 'Answer', 'Respuesta', 'Resposta'),
    },
  },
  OversightEscalation: {
    title: [
      'Findings formally sent to a control authority',
      'Hallazgos enviados formalmente a una autoridad de control',
      'Achados enviados formalmente a uma autoridade de controle',
    ],
    fields: {
      id: ID,
      controlAuthority: must(
        { one: 'OversightAuthority' },
        'Control authority',
        'Autoridad de control',
        'Autoridade de controle',
      ),
      tier: must('count', 'Tier of the profile', 'Nivel del perfil', 'Nível do perfil'),
      state: must({ code: 'escalationState' }, 'State', 'Estado', 'Estado'),
      dateSent: must('date', 'When it was sent', 'Cuándo se envió', 'Quando foi enviado'),
      dateDue: DUE,
      lapsed: must('yes-no', 'Whether its term passed', 'Si pasó su plazo', 'Se passou seu prazo'),
      follows: may('text', 'The escalation before it', 'El escalamiento anterior', 'O escalonamento anterior'),
      outcome: may({ code: 'outcome' }, 'Outcome', 'Resultado', 'Resultado'),
      competentAuthority: may('text', 'Who has the competence', 'Quién tiene la competencia', 'Quem tem a competência'),
      observations: may('texts', 'Findings that are public', 'Hallazgos que son públicos', 'Achados que são públicos'),
      steps: may({ list: 'OversightStep' }, 'What was done with it', 'Qué se hizo con él', 'O que se fez com ele'),
      letter: may('text', 'Letter', 'Carta', 'Carta'),
      answer: may('text', 'Answer', 'Respuesta', 'Resposta'),
    },
  },
  OversightAuthority: {
    title: ['A control authority', 'Una autoridad de control', 'Uma autoridade de controle'],
    fields: { id: ID, name: must('text', 'Name', 'Nombre', 'Nome') },
  },
  OversightStep: {
    title: ['A step of an escalation', 'Un paso de un escalamiento', 'Um passo de um escalonamento'],
    fields: {
      step: must({ code: 'escalationStep' }, 'Step', 'Paso', 'Passo'),
      date: must('date', 'When', 'Cuándo', 'Quando'),
      by: must('text', 'In which role', 'En qué papel', 'Em que papel'),
    },
  },
  OversightProceeding: {
    title: ['A sanction or proceeding', 'Una sanción o procedimiento', 'Uma sanção ou procedimento'],
    fields: {
      id: ID,
      type: may({ code: 'proceedingType' }, 'Type', 'Tipo', 'Tipo'),
      escalation: may(
        'text',
        'The escalation it followed from',
        'El escalamiento del que surgió',
        'O escalonamento de que surgiu',
      ),
      observations: may('texts', 'Findings concerned', 'Hallazgos de que trata', 'Achados de que trata'),
      states: may(
        { list: 'OversightProceedingState' },
        'Where it stood, first to last',
        'Sus estados, en orden',
        'Seus estados, em ordem',
      ),
      body: may(
        'text',
        'Who conducts it, once it is final',
        'Quién lo lleva, una vez firme',
        'Quem o conduz, uma vez definitivo',
      ),
      against: may(
        'text',
        'Against whom, once it is final',
        'Contra quién, una vez firme',
        'Contra quem, uma vez definitivo',
      ),
    },
  },
  OversightProceedingState: {
    title: ['A state of a proceeding', 'Un estado de un procedimiento', 'Um estado de um procedimento'],
    fields: {
      state: must({ code: 'proceedingState' }, 'State', 'Estado', 'Estado'),
      date: must('date', 'Since which day', 'Desde qué día', 'Desde que dia'),
      number: may('text', 'Number, once it is final', 'Número, una vez firme', 'Número, uma vez definitivo'),
      description: DESCRIPTION,
    },
  },
  OversightBreach: {
    title: [
      'A reported breach of the pact',
      'Un incumplimiento del pacto reportado',
      'Um descumprimento do pacto relatado',
    ],
    fields: {
      id: ID,
      dateReported: must('date', 'When it was reported', 'Cuándo se reportó', 'Quando foi relatado'),
      dateDue: DUE,
      answered: must(
        'yes-no',
        'Whether who is accused answered',
        'Si respondió quien fue acusado',
        'Se respondeu quem foi acusado',
      ),
      consequence: may({ code: 'breachConsequence' }, 'Ruling', 'Resolución', 'Decisão'),
      accused: may(
        { code: 'pactSignatory' },
        'Who breached it, once ruled',
        'Quién incumplió, una vez resuelto',
        'Quem descumpriu, uma vez decidido',
      ),
      bidder: may(
        'text',
        'Which bidder, once ruled',
        'Qué licitante, una vez resuelto',
        'Que licitante, uma vez decidido',
      ),
      explanation: may('text', 'Explanation of the ruling', 'Explicación de la resolución', 'Explicação da decisão'),
    },
  },
  OversightRedFlag: {
    title: ['A computed red flag', 'Una bandera roja calculada', 'Uma bandeira vermelha calculada'],
    fields: {
      id: ID,
      code: must({ code: 'redFlag' }, 'Red flag', 'Bandera roja', 'Bandeira vermelha'),
      values: must('counts', 'Values that raised it', 'Valores que la levantaron', 'Valores que a levantaram'),
      answer: may({ code: 'redFlagAnswer' }, 'Answer of the team', 'Respuesta del equipo', 'Resposta da equipe'),
      observation: may('text', 'The finding that answers it', 'El hallazgo que la responde', 'O achado que a responde'),
      reason: REASON,
    },
  },
  OversightAmendment: {
    title: ['An amendment of the contract', 'Una modificación del contrato', 'Um aditivo do contrato'],
    fields: {
      id: ID,
      date: must('date', 'When', 'Cuándo', 'Quando'),
      reviewed: must('yes-no', 'Whether the team looked at it', 'Si la revisó el equipo', 'Se a equipe a examinou'),
      description: DESCRIPTION,
      conclusion: may('text', 'Conclusion of the team', 'Conclusión del equipo', 'Conclusão da equipe'),
    },
  },
  OversightReport: {
    title: ['A report of the team', 'Un informe del equipo', 'Um relatório da equipe'],
    fields: {
      id: ID,
      stage: STAGE,
      state: must({ code: 'reportState' }, 'State', 'Estado', 'Estado'),
      dateSentForReply: may(
        'date',
        'When the authority was asked to comment',
        'Cuándo se abrió a comentarios',
        'Quando foi aberto a comentários',
      ),
      dateReplyDue: may('date', 'Until when it may comment', 'Hasta cuándo puede comentar', 'Até quando pode comentar'),
      dateAdopted: may('date', 'When it was adopted', 'Cuándo se adoptó', 'Quando foi adotado'),
      datePublished: may('date', 'When it was published', 'Cuándo se publicó', 'Quando foi publicado'),
      late: LATE,
      contentHash: may(
        'hash',
        'The hash by which the record commits to its text',
        'El hash con que el registro compromete su texto',
        'O hash com que o registro compromete seu texto',
      ),
      url: may('url', 'Where it is read as data', 'Dónde se lee como datos', 'Onde se lê como dados'),
    },
  },
  OversightRecommendation: {
    title: [
      'A recommendation of a published report',
      'Una recomendación de un informe publicado',
      'Uma recomendação de um relatório publicado',
    ],
    fields: {
      id: ID,
      report: must('text', 'The report that makes it', 'El informe que la hace', 'O relatório que a faz'),
      addressee: may('text', 'To whom', 'A quién', 'A quem'),
      description: DESCRIPTION,
      dateMade: must('date', 'When it was made', 'Cuándo se hizo', 'Quando foi feita'),
      dateDue: DUE,
      takeUp: must({ code: 'takeUp' }, 'How far it was taken up', 'Hasta dónde se atendió', 'Até onde foi atendida'),
      overdue: OVERDUE,
      followUps: may({ list: 'OversightFollowUp' }, 'Follow-ups', 'Seguimientos', 'Acompanhamentos'),
      responses: may(
        { list: 'OversightResponse' },
        'Responses of institutions',
        'Respuestas de instituciones',
        'Respostas de instituições',
      ),
    },
  },
  OversightFollowUp: {
    title: [
      'How far it was taken up as of a day',
      'Hasta dónde se atendió a una fecha',
      'Até onde foi atendida em uma data',
    ],
    fields: {
      takeUp: must({ code: 'takeUp' }, 'Level', 'Nivel', 'Nível'),
      date: must('date', 'As of when', 'A qué fecha', 'Em que data'),
      description: DESCRIPTION,
    },
  },
  OversightResponse: {
    title: ['A response of an institution', 'Una respuesta de una institución', 'Uma resposta de uma instituição'],
    fields: { date: must('date', 'When', 'Cuándo', 'Quando'), description: DESCRIPTION },
  },
  OversightTip: {
    title: ['A tip of a citizen', 'Un aviso ciudadano', 'Um aviso de cidadão'],
    fields: {
      id: ID,
      dateReceived: must('date', 'When it came', 'Cuándo llegó', 'Quando chegou'),
      dateDue: DUE,
      answer: may({ code: 'tipAnswer' }, 'Answer', 'Respuesta', 'Resposta'),
      late: LATE,
      overdue: OVERDUE,
    },
  },
} as const satisfies Record<string, Definition>;
