import type { Words } from '../../../domain/languages.ts';
import type { ABSENCE_REASONS, ACT_ABSENCES } from '../../../events/vocabulary.ts';
import type { CALENDAR_ACTS, CONTRACT_ACTS } from '../acts/calendar.ts';
import type { ActSaid, ChoicesSaid, FieldSaid } from './act-words.ts';
import { asCalled } from './said.ts';

export const CALENDAR_ACT_WORDS = {
  'schedule-act': { does: ['Programar un acto', 'Agendar um ato', 'Schedule an act'] },
  'attend-act': {
    does: ['Registrar asistencia', 'Registrar presença', 'Record attendance'],
    says: [
      'Usted ya está entre los presentes: si asistió solo usted, basta con enviar.',
      'Você já está entre os presentes: se só você compareceu, basta enviar.',
      'You are among those present already: if you alone were there, just send.',
    ],
  },
  'account-for-absence': {
    does: ['Registrar que no se asistió', 'Registrar a ausência', 'Account for an absence'],
  },
  'reschedule-act': { does: ['Cambiar la fecha', 'Mudar a data', 'Change the date'] },
  'cancel-act': { does: ['Cancelar el acto', 'Cancelar o ato', 'Cancel the act'] },
  'record-act-held': {
    does: ['Registrar cómo se celebró', 'Registrar como foi realizado', 'Record how it was held'],
  },
  'correct-account-of-act': {
    does: ['Corregir lo registrado', 'Corrigir o registrado', 'Correct what was recorded'],
    says: [
      'Lo anterior queda en el registro, con el motivo del cambio.',
      'O anterior fica no registro, com o motivo da mudança.',
      'What was recorded before stays on record, with the reason of the change.',
    ],
  },
  'check-document-access': { does: ['Registrar el acceso', 'Registrar o acesso', 'Record the access'] },
} as const satisfies Readonly<Record<keyof typeof CALENDAR_ACTS, ActSaid>>;

export const CONTRACT_ACT_WORDS = {
  'record-award': {
    does: ['Registrar el fallo', 'Registrar a adjudicação', 'Record the award'],
    says: [
      'Se abre lo que estaba sellado hasta el fallo.',
      'Abre-se o que estava selado até a adjudicação.',
      'What was sealed until the award is opened.',
    ],
  },
  'correct-award': { does: ['Corregir el fallo', 'Corrigir a adjudicação', 'Correct the award'] },
  'record-contract-signature': {
    does: [
      'Registrar la firma del contrato',
      'Registrar a assinatura do contrato',
      'Record the signature of the contract',
    ],
  },
  'record-contract-end': {
    does: ['Registrar el fin del contrato', 'Registrar o fim do contrato', 'Record the end of the contract'],
  },
  'record-amendment': { does: ['Registrar una modificación', 'Registrar um aditivo', 'Record an amendment'] },
  'review-amendment': { does: ['Registrar la revisión', 'Registrar a revisão', 'Record the review'] },
  'plan-visit': {
    does: ['Planear una visita', 'Planejar uma visita', 'Plan a visit'],
    says: [
      'A dónde va la visita no se publica hasta que termine el seguimiento.',
      'Aonde vai a visita não se publica até que termine o acompanhamento.',
      'Where a visit goes is not published until the watch has ended.',
    ],
  },
  'reschedule-visit': { does: ['Cambiar la fecha', 'Mudar a data', 'Change the date'] },
  'settle-visit': { does: ['Registrar qué resultó', 'Registrar o resultado', 'Record what came of it'] },
} as const satisfies Readonly<Record<keyof typeof CONTRACT_ACTS, ActSaid>>;

export const CALENDAR_FIELDS = {
  actKind: { label: ['Acto', 'Ato', 'Act'] },
  stage: { label: ['Etapa', 'Etapa', 'Stage'] },
  heldAt: {
    label: ['Cuándo', 'Quando', 'When'],
    hint: ['En la hora de este dispositivo.', 'Na hora deste dispositivo.', 'By the time of this device.'],
  },
  place: { label: ['Lugar', 'Local', 'Place'] },
  isPublicAct: { label: ['¿Está abierto al público?', 'É aberto ao público?', 'Is it open to the public?'] },
  present: { label: ['Quiénes asistieron', 'Quem compareceu', 'Who was present'] },
  citizensAdmitted: {
    label: ['¿Pudo entrar la ciudadanía?', 'O público pôde entrar?', 'Was the public admitted?'],
  },
  note: { label: ['Nota', 'Nota', 'Note'] },
  absence: { label: ['Qué ocurrió', 'O que ocorreu', 'What happened'] },
  absenceReason: { label: ['Por qué', 'Por quê', 'Why'] },
  beganAt: { label: ['Comenzó', 'Começou', 'It began'] },
  actEndedAt: { label: ['Terminó', 'Terminou', 'It ended'] },
  presidedBy: { label: ['Quién lo presidió', 'Quem o presidiu', 'Who presided'] },
  minutes: { label: ['Acta', 'Ata', 'Minutes'] },
  accounted: { label: ['Lo que ocurrió de verdad', 'O que de fato ocorreu', 'What really happened'] },
  accessResult: { label: ['Acceso', 'Acesso', 'Access'] },
  rulingFrom: { label: ['El fallo', 'A adjudicação', 'The ruling'] },
  decidedAt: { label: ['Fecha del fallo', 'Data da decisão', 'Date of the ruling'] },
  suppliers: { label: ['A quién se adjudicó', 'A quem foi adjudicado', 'Awarded to'] },
  amountOfValue: { label: ['Monto', 'Valor', 'Value'] },
  amount: { label: ['Cantidad', 'Quantia', 'Amount'] },
  currency: {
    label: ['Moneda', 'Moeda', 'Currency'],
    hint: ['Tres letras: MXN, BRL, USD.', 'Três letras: MXN, BRL, USD.', 'Three letters: MXN, BRL, USD.'],
  },
  partners: { label: ['Otros del consorcio', 'Outros do consórcio', 'Others of the consortium'] },
  partnerName: { label: ['Nombre', 'Nome', 'Name'] },
  signedAt: { label: ['Fecha de la firma', 'Data da assinatura', 'Date of the signature'] },
  contractEnd: { label: ['Cómo terminó', 'Como terminou', 'How it ended'] },
  contractEndedAt: { label: ['Cuándo terminó', 'Quando terminou', 'When it ended'] },
  amendedAt: { label: ['Fecha de la modificación', 'Data do aditivo', 'Date of the amendment'] },
  change: { label: ['Qué cambió', 'O que mudou', 'What changed'] },
  amendmentConclusion: { label: ['Qué concluye el equipo', 'O que a equipe conclui', 'What the team concludes'] },
  plannedAt: { label: ['Cuándo', 'Quando', 'When'] },
  visitOutcome: { label: ['Qué resultó', 'Resultado', 'What came of it'] },
  visitNote: { label: ['Detalle', 'Detalhe', 'Details'] },
} as const satisfies Readonly<Record<string, FieldSaid>>;

export const CALENDAR_CHOICES = {
  actKinds: asCalled('acts'),
  stages: asCalled('stages'),
  accounts: asCalled('accounted'),
  absences: {
    missed: ['El equipo no asistió', 'A equipe não compareceu', 'The team did not attend'],
    obstructed: ['Se impidió asistir', 'A presença foi impedida', 'It was kept out'],
  } satisfies Readonly<Record<(typeof ACT_ABSENCES)[number], Words>>,
  absenceReasons: {
    'before-appointment': ['Fue antes de la designación', 'Foi antes da designação', 'It was before the appointment'],
    'not-notified': ['No se avisó', 'Não houve aviso', 'Nobody was notified'],
    'notified-late': ['Se avisó tarde', 'O aviso chegou tarde', 'The notice came late'],
    'entry-refused': ['Se negó la entrada', 'A entrada foi negada', 'Entry was refused'],
    'held-elsewhere': ['Se hizo en otro lugar', 'Foi realizado em outro lugar', 'It was held elsewhere'],
    'illness-or-accident': ['Enfermedad o accidente', 'Doença ou acidente', 'Illness or accident'],
    travel: ['No se pudo llegar', 'Não foi possível chegar', 'Travel'],
    other: ['Otro', 'Outro', 'Other'],
  } satisfies Readonly<Record<(typeof ABSENCE_REASONS)[number], Words>>,
  accessResults: asCalled('access'),
  rulingSources: {
    'official-data': [
      'Como está en los datos oficiales',
      'Como está nos dados oficiais',
      'As the official data have it',
    ],
    awarded: ['Se adjudicó', 'Foi adjudicado', 'It was awarded'],
    none: ['No se adjudicó', 'Não foi adjudicado', 'There is no award'],
  },
  contractEnds: asCalled('contractEnds'),
  visitOutcomes: asCalled('visits'),
} as const satisfies Readonly<Record<string, ChoicesSaid>>;
