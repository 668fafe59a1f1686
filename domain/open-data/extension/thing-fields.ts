import type { Definition } from './case-fields.ts';
import { may, must } from './field.ts';

const ID = must('text', 'Identifier', 'Identificador', 'Identificador');
const STAGE = must({ code: 'oversightStage' }, 'Stage of the case', 'Etapa del caso', 'Etapa do caso');
const DESCRIPTION = may('text', 'What was written', 'Lo que se escribió', 'O que foi escrito');
const REASON = may('text', 'Reason', 'Razón', 'Razão');
const DUE = must('date', 'Until when it is in time', 'Hasta cuándo está a tiempo', 'Até quando está no prazo');
const PLACE = may('text', 'Place', 'Lugar', 'Lugar');
const COORDINATES = may({ one: 'OversightCoordinates' }, 'Coordinates', 'Coordenadas', 'Coordenadas');
const EARLIER = may('dates', 'Dates it had before', 'Fechas anteriores', 'Datas anteriores');
const OVERDUE = must('yes-no', 'Whether its term passed first', 'Si antes pasó su plazo', 'Se antes passou seu prazo');
const LATE = may('yes-no', 'Whether it was late', 'Si fue tardío', 'Se foi tardio');

/** What the team watched and what became of it. */
export const THING_DEFINITIONS = {
  OversightCoordinates: {
    title: ['Coordinates (WGS 84)', 'Coordenadas (WGS 84)', 'Coordenadas (WGS 84)'],
    fields: {
      latitude: must('number', 'Latitude', 'Latitud', 'Latitude'),
      longitude: must('number', 'Longitude', 'Longitud', 'Longitude'),
      accuracyMetres: may('number', 'Accuracy in metres', 'Precisión en metros', 'Precisão em metros'),
    },
  },
  OversightAct: {
    title: ['A formal act of the procedure', 'Un acto formal del procedimiento', 'Um ato formal do procedimento'],
    fields: {
      id: ID,
      type: must({ code: 'actType' }, 'Type', 'Tipo', 'Tipo'),
      stage: STAGE,
      dateScheduled: must('date', 'When it is scheduled for', 'Para cuándo se programó', 'Para quando foi marcado'),
      earlierDates: EARLIER,
      dateBegan: may('date', 'When it began', 'Cuándo empezó', 'Quando começou'),
      dateEnded: may('date', 'When it ended', 'Cuándo terminó', 'Quando terminou'),
      public: must(
        'yes-no',
        'Whether everybody may come',
        'Si cualquiera puede asistir',
        'Se qualquer um pode assistir',
      ),
      attendance: must(
        { code: 'attendance' },
        'How the team accounted for it',
        'Cómo lo presenció el equipo',
        'Como a equipe o presenciou',
      ),
      present: may('texts', 'Who of the team was there', 'Quién del equipo estuvo', 'Quem da equipe esteve'),
      quorum: may('count', 'How many had to be there', 'Cuántos debían estar', 'Quantos deviam estar'),
      citizensAdmitted: may(
        'yes-no',
        'Whether citizens were admitted',
        'Si entraron ciudadanos',
        'Se entraram cidadãos',
      ),
      place: PLACE,
      coordinates: COORDINATES,
      presidedBy: may('text', 'Who presided', 'Quién presidió', 'Quem presidiu'),
      reason: REASON,
    },
  },
  OversightVisit: {
    title: [
      'A visit to the works or the delivery',
      'Una visita a la obra o la entrega',
      'Uma visita à obra ou à entrega',
    ],
    fields: {
      id: ID,
      datePlanned: must('date', 'When it was planned for', 'Para cuándo se planeó', 'Para quando foi planejada'),
      earlierDates: EARLIER,
      outcome: may({ code: 'visitOutcome' }, 'Outcome', 'Resultado', 'Resultado'),
      place: PLACE,
      coordinates: COORDINATES,
      reason: REASON,
      description: DESCRIPTION,
    },
  },
  OversightDocumentAccess: {
    title: [
      'A document that the team asked for',
      'Un documento que pidió el equipo',
      'Um documento que a equipe pediu',
    ],
    fields: {
      id: ID,
      stage: STAGE,
      document: must({ code: 'checklistDocument' }, 'Document', 'Documento', 'Documento'),
      result: must({ code: 'documentAccessResult' }, 'Result', 'Resultado', 'Resultado'),
    },
  },
  OversightObservation: {
    title: [
      'What a member of the team saw and filed',
      'Lo que alguien del equipo vio y presentó',
      'O que alguém da equipe viu e apresentou',
    ],
    fields: {
      id: ID,
      stage: STAGE,
      dateFiled: must('date', 'When it was filed', 'Cuándo se presentó', 'Quando foi apresentada'),
      late: must(
        'yes-no',
        'Whether it was filed after its stage',
        'Si se presentó después de su etapa',
        'Se foi apresentada depois de sua etapa',
      ),
      version: must('count', 'Which version holds', 'Qué versión vale', 'Que versão vale'),
      dateWithdrawn: may(
        'date',
        'When its author withdrew it',
        'Cuándo la retiró su autor',
        'Quando seu autor a retirou',
      ),
      withdrawalReason: may('text', 'Why it was withdrawn', 'Por qué se retiró', 'Por que foi retirada'),
      seal: must({ code: 'seal' }, 'What keeps it from being read', 'Qué impide leerla', 'O que impede sua leitura'),
      sealedUntil: may('date', 'Until when it stays sealed', 'Hasta cuándo sigue sellada', 'Até quando segue lacrada'),
      contentHash: may(
        'hash',
        'The hash by which the record commits to its words',
        'El hash con que el registro compromete sus palabras',
        'O hash com que o registro compromete suas palavras',
      ),
      url: must('url', 'Where it is read', 'Dónde se lee', 'Onde se lê'),
      type: may({ code: 'observationType' }, 'Type', 'Tipo', 'Tipo'),
      observer: may('text', 'Who saw it', 'Quién la vio', 'Quem a viu'),
      dateObserved: may('date', 'When it was seen', 'Cuándo se vio', 'Quando foi vista'),
      title: may('text', 'Title', 'Título', 'Título'),
      description: DESCRIPTION,
      language: may('text', 'Language of the words', 'Idioma de las palabras', 'Idioma das palavras'),
      act: may('text', 'The act where it was seen', 'El acto donde se vio', 'O ato onde foi vista'),
      place: PLACE,
      coordinates: COORDINATES,
      category: may({ code: 'findingCategory' }, 'Category', 'Categoría', 'Categoria'),
      categoryDetails: may('text', 'Category in words', 'Categoría en palabras', 'Categoria em palavras'),
      severity: may({ code: 'severity' }, 'Severity', 'Gravedad', 'Gravidade'),
      legalBasis: may('texts', 'Provisions cited', 'Disposiciones citadas', 'Disposições citadas'),
      noLegalBasisReason: may(
        'text',
        'Why no provision is cited',
        'Por qué no se cita disposición',
        'Por que não se cita disposição',
      ),
      redFlags: may('texts', 'Red flags concerned', 'Banderas rojas relacionadas', 'Bandeiras vermelhas relacionadas'),
      pointers: may(
        'texts',
        'JSON pointers into the official data',
        'Punteros JSON a los datos oficiales',
        'Ponteiros JSON aos dados oficiais',
      ),
      documentHashes: may('hashes', 'SHA-256 of documents', 'SHA-256 de documentos', 'SHA-256 de documentos'),
      embargoReason: may(
        'text',
        'Why its embargo was extended',
        'Por qué se extendió su embargo',
        'Por que seu embargo foi estendido',
      ),
      releaseReason: may('text', 'Why it was opened', 'Por qué se abrió', 'Por que foi aberta'),
      reply: may({ one: 'OversightReply' }, 'Reply of the authority', 'Réplica de la entidad', 'Resposta da entidade'),
      nonEscalationReason: may('text', 'Why it is not escalated', 'Por qué no se escala', 'Por que não é escalada'),
      escalations: may('texts', 'Escalations of it', 'Sus escalamientos', 'Seus escalamentos'),
      remedy: may({ code: 'remedy' }, 'Remedy', 'Remedio', 'Remédio'),
    },
  },
  OversightReply: {
    title: [
      'The right of reply to a finding',
      'El derecho de réplica a un hallazgo',
      'O direito de resposta a um achado',
    ],
    fields: {
      dateNotified: must('date', 'When it was put to the authority', 'Cuándo se notificó', 'Quando foi notificado'),
      dateDue: DUE,
      lapsed: must(
        'yes-no',
        'Whether its term passed without one',
        'Si su plazo pasó sin ella',
        'Se seu prazo passou sem ela',
      ),
      description: DESCRIPTION,
    },
  },
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
      follows: may('text', 'The escalation before it', 'El escalamiento anterior', 'O escalamento anterior'),
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
    title: ['A step of an escalation', 'Un paso de un escalamiento', 'Um passo de um escalamento'],
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
        'O escalamento de que surgiu',
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
    title: ['An amendment of the contract', 'Una modificación del contrato', 'Uma modificação do contrato'],
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
