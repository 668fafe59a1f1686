import type { Words } from '../../../domain/languages.ts';
import type { Profile } from '../../../domain/profiles/profile.ts';
import type { ChoicesSaid } from './act-words.ts';

type Parameter = Exclude<keyof Profile, 'id' | 'version' | 'title' | 'instrument'>;

const PARAMETERS: Readonly<Record<Parameter, Words>> = {
  validity: ['Vigencia', 'Vigência', 'Validity'],
  territory: ['Territorio', 'Território', 'Territory'],
  thresholds: ['Montos desde los que es obligatorio', 'Valores a partir dos quais é obrigatório', 'Thresholds'],
  zone: ['Zona horaria', 'Fuso horário', 'Time zone'],
  holidays: ['Días inhábiles', 'Feriados', 'Holidays'],
  membersMin: ['Integrantes, mínimo', 'Integrantes, mínimo', 'Members, least'],
  membersMax: ['Integrantes, máximo', 'Integrantes, máximo', 'Members, most'],
  sectorsMin: ['Sectores representados, mínimo', 'Setores representados, mínimo', 'Sectors represented, least'],
  registrationRequired: [
    'Requiere registro de la comisión',
    'Exige registro da comissão',
    'Committee must be registered',
  ],
  accreditation: ['Acreditación', 'Credencial', 'Accreditation'],
  implementationMonitoring: [
    'Seguimiento de la ejecución',
    'Acompanhamento da execução',
    'Monitoring of implementation',
  ],
  proposalTerm: ['Plazo para aceptar', 'Prazo para aceitar', 'Term to accept a proposal'],
  documentTerm: ['Plazo para entregar documentos', 'Prazo para entregar documentos', 'Term to hand over documents'],
  findingReplyTerm: [
    'Plazo para responder un hallazgo',
    'Prazo para responder a um achado',
    'Term to reply to a finding',
  ],
  questionAnswerTerm: [
    'Plazo para responder una pregunta',
    'Prazo para responder a uma pergunta',
    'Term to answer a question',
  ],
  escalationTerm: [
    'Plazo para escalar un hallazgo grave',
    'Prazo para escalar um achado grave',
    'Term to escalate a grave finding',
  ],
  controlAnswerTerm: [
    'Plazo de la autoridad de control',
    'Prazo da autoridade de controle',
    'Term of the control authority',
  ],
  reportReplyTerm: [
    'Plazo para comentar el informe',
    'Prazo para comentar o relatório',
    'Term to comment on the report',
  ],
  publicationTerm: ['Plazo para publicar el informe', 'Prazo para publicar o relatório', 'Term to publish the report'],
  embargoTermMax: ['Reserva más larga', 'Sigilo mais longo', 'Longest embargo'],
  tipAnswerTerm: ['Plazo para responder un aviso', 'Prazo para responder a um aviso', 'Term to answer a tip'],
  sustainedTerm: [
    'Cuándo se revisa si lo logrado se mantiene',
    'Quando se verifica se o alcançado se mantém',
    'When it is checked whether it still stands',
  ],
  inactivityTerm: ['Silencio más largo de un equipo', 'Silêncio mais longo de uma equipe', 'Longest silence of a team'],
  declarationTerm: [
    'Plazo para declarar que no hay conflicto',
    'Prazo para declarar que não há conflito',
    'Term to declare that there is no conflict',
  ],
  reminderWorkingDays: [
    'Días hábiles de anticipación de los recordatorios',
    'Dias úteis de antecedência dos lembretes',
    'Working days before the end of a term when reminders go out',
  ],
  documentRetentionMonths: [
    'Meses que se conserva cada original',
    'Meses em que cada original é conservado',
    'Months for which originals are kept',
  ],
  quarantineDays: [
    'Días que se aparta un archivo rechazado',
    'Dias em que um arquivo recusado fica à parte',
    'Days for which a refused file is kept apart',
  ],
  finalReportCharactersMin: [
    'Caracteres del informe final, mínimo',
    'Caracteres do relatório final, mínimo',
    'Characters of the final report, least',
  ],
  publicActs: ['Actos públicos', 'Atos públicos', 'Public acts'],
  petitionBasis: [
    'Fundamento de las solicitudes de documentos',
    'Fundamento dos pedidos de documentos',
    'Basis of petitions for documents',
  ],
  complaintBasis: ['Fundamento de las denuncias', 'Fundamento das denúncias', 'Basis of complaints'],
  controlAuthorities: ['Autoridades de control', 'Autoridades de controle', 'Control authorities'],
  impedimentQuestions: ['Preguntas sobre impedimentos', 'Perguntas sobre impedimentos', 'Questions on impediments'],
};

/** The codes of profiles. */
export const PROFILE_CHOICES = {
  parameters: PARAMETERS,
  units: {
    'working-day': ['días hábiles', 'dias úteis', 'working days'],
    'calendar-day': ['días naturales', 'dias corridos', 'calendar days'],
    hour: ['horas', 'horas', 'hours'],
    month: ['meses', 'meses', 'months'],
  },
  termStarts: {
    'member-proposed': ['la propuesta', 'a proposta', 'the proposal'],
    'document-requested': ['la solicitud', 'o pedido', 'the request'],
    'finding-notified': ['la notificación del hallazgo', 'a notificação do achado', 'the notice of the finding'],
    'question-asked': ['la pregunta', 'a pergunta', 'the question'],
    'finding-filed': ['el registro del hallazgo', 'o registro do achado', 'the filing of the finding'],
    'escalation-sent': ['el envío del escalamiento', 'o envio do escalonamento', 'the sending of the escalation'],
    'report-sent-for-reply': ['el envío del informe', 'o envio do relatório', 'the sending of the report'],
    'participation-ended': ['el fin de la participación', 'o fim da participação', 'the end of participation'],
    'award-recorded': ['el registro del fallo', 'o registro da adjudicação', 'the recording of the award'],
    'tip-received': ['la recepción del aviso', 'o recebimento do aviso', 'the receipt of the tip'],
    'case-closed': ['el cierre del caso', 'o encerramento do caso', 'the closing of the case'],
    'last-activity': ['la última actividad', 'a última atividade', 'the last activity'],
    'member-accepted': ['la aceptación', 'a aceitação', 'the acceptance'],
  },
  parameterParts: {
    from: ['desde', 'desde', 'from'],
    to: ['hasta', 'até', 'until'],
    country: ['país', 'país', 'country'],
    subdivision: ['subdivisión', 'subdivisão', 'subdivision'],
    calendars: ['calendarios', 'calendários', 'calendars'],
    besides: ['además', 'além disso', 'besides'],
  },
  parameterValues: {
    required: ['obligatoria', 'obrigatória', 'required'],
    'not-asked': ['no se pide', 'não se exige', 'not asked for'],
  },
  sources: {
    'No source states it: set by the deployment.': [
      'Ninguna fuente lo dice: lo fijó esta instalación.',
      'Nenhuma fonte o diz: foi fixado por esta instalação.',
      'No source states it: set by the deployment.',
    ],
    'Remembered, and no stored source states it: set by the deployment.': [
      'De memoria, sin fuente guardada que lo diga: lo fijó esta instalación.',
      'De memória, sem fonte guardada que o diga: foi fixado por esta instalação.',
      'Remembered, and no stored source states it: set by the deployment.',
    ],
  },
} as const satisfies Readonly<Record<string, ChoicesSaid>>;
