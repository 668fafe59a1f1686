import type { Words } from '../../../domain/languages.ts';
import type { PartName } from '../views/case/parts.ts';
import type { ViewName } from '../views/views.ts';
import { COORDINATOR_VIEW_WORDS } from './coordinator-view-words.ts';
import { AGENDA, ASSIGNMENTS, LISTS } from './list-words.ts';
import { PEOPLE_VIEW_WORDS } from './people-words.ts';
import { ACCESS, COMMITTEE, CONTRACT, DOCUMENTS, DRAWS, MISSING, PACT, TEAM } from './procedure-view-words.ts';
import { RECORDS_VIEW_WORDS } from './records-view-words.ts';
import { SPEECH_VIEWS } from './speech-view-words.ts';

/** What the frame of the desk says, and its forms. */
const FRAME = {
  title: ['Mesa de trabajo', 'Mesa de trabalho', 'Workplace'],
  lead: [
    'Sus casos, sus plazos y lo que puede hacer ahora.',
    'Seus casos, seus prazos e o que pode fazer agora.',
    'Your cases, your terms, and what you can do now.',
  ],
  menu: ['Secciones de la mesa', 'Seções da mesa', 'Sections of the workplace'],
  back: ['Volver', 'Voltar', 'Back'],
  notHere: ['Aquí no hay nada', 'Não há nada aqui', 'There is nothing here'],
  notHereSays: [
    'La dirección no existe, o no es para su función.',
    'O endereço não existe, ou não é para a sua função.',
    'The address does not exist, or it is not for your role.',
  ],
  refused: ['No se puede leer', 'Não pode ser lido', 'This cannot be read'],
  more: ['Mostrar más', 'Mostrar mais', 'Show more'],
  nothing: ['Nada por ahora.', 'Nada por enquanto.', 'Nothing for now.'],
  publicPage: ['Página pública', 'Página pública', 'Public page'],
  every: ['Cualquiera', 'Qualquer', 'Any'],
  filter: ['Filtrar', 'Filtrar', 'Filter'],
  account: ['Mi cuenta', 'Minha conta', 'My account'],
  preferences: ['Idioma y avisos por correo', 'Idioma e avisos por e-mail', 'Language and mail'],
} as const satisfies Readonly<Record<string, Words>>;

const FORM = {
  send: ['Enviar', 'Enviar', 'Send'],
  sending: ['Enviando…', 'Enviando…', 'Sending…'],
  close: ['Cerrar sin enviar', 'Fechar sem enviar', 'Close without sending'],
  done: ['Hecho: quedó en el registro.', 'Feito: está no registro.', 'Done: it is on record.'],
  moved: [
    'Mientras usted tenía abierto este formulario, alguien registró algo más en el caso. Lo que ve puede ser anterior.',
    'Enquanto este formulário estava aberto, alguém registrou algo mais no caso. O que você vê pode ser anterior.',
    'While you had this form open, somebody put something else on record in the case. What you see may be older.',
  ],
  seeNow: [
    'Ver cómo está ahora, sin perder lo escrito',
    'Ver como está agora, sem perder o escrito',
    'See how it stands now, and keep what I wrote',
  ],
  doneBeside: ['Hecho.', 'Feito.', 'Done.'],
  sure: ['¿Seguro? No se puede deshacer.', 'Tem certeza? Não pode ser desfeito.', 'Sure? This cannot be undone.'],
  optional: ['(opcional)', '(opcional)', '(optional)'],
  choose: ['Elija', 'Escolha', 'Choose'],
  yes: ['Sí', 'Sim', 'Yes'],
  no: ['No', 'Não', 'No'],
  all: ['Marcar todas', 'Marcar todas', 'Mark all'],
  missingTitle: ['Lo que falta:', 'O que falta:', 'What is missing:'],
  filesMissing: [
    'Quedó en el registro, pero no llegaron todos sus archivos. Puede enviarlos de nuevo.',
    'Está no registro, mas nem todos os arquivos chegaram. Pode enviá-los de novo.',
    'It is on record, but not all of its files arrived. You can send them again.',
  ],
  filesAgain: ['Enviar los archivos que faltan', 'Enviar os arquivos que faltam', 'Send the missing files'],
  filesLater: ['Seguir sin ellos por ahora', 'Seguir sem eles por enquanto', 'Go on without them for now'],
  addRow: ['Agregar', 'Adicionar', 'Add'],
  removeRow: ['Quitar', 'Remover', 'Remove'],
  lines: ['Uno por línea.', 'Um por linha.', 'One a line.'],
  draft: [
    'Recuperamos lo que había escrito.',
    'Recuperamos o que havia escrito.',
    'What you had written was brought back.',
  ],
  withdrawn: ['{label} (retirada)', '{label} (retirada)', '{label} (withdrawn)'],
  hourOf: ['A la hora de {zone}.', 'Na hora de {zone}.', 'By the clock of {zone}.'],
  fromList: ['Agregar de la lista', 'Adicionar da lista', 'Add from the list'],
  hash: ['Huella (SHA-256)', 'Impressão digital (SHA-256)', 'Hash (SHA-256)'],
  hashSays: [
    'El archivo no sale de este dispositivo: solo se registra su huella.',
    'O arquivo não sai deste dispositivo: só se registra a sua impressão digital.',
    'The file does not leave this device: only its hash is recorded.',
  ],
  files: ['Archivos', 'Arquivos', 'Files'],
  filesAreSent: ['Enviando archivos…', 'Enviando arquivos…', 'Sending files…'],
  fileAwaited: [
    'El archivo llegó y se está revisando. Espere unos segundos y envíe de nuevo.',
    'O arquivo chegou e está sendo verificado. Espere alguns segundos e envie de novo.',
    'The file arrived and is being looked into. Wait a few seconds and send again.',
  ],
  missing: ['Falta: {what}', 'Falta: {what}', 'Missing: {what}'],
} as const satisfies Readonly<Record<string, Words>>;

/** What is wrong with a field. */
const WRONG = {
  empty: ['{field}: falta este dato', '{field}: falta este dado', '{field}: this is missing'],
  tooLong: [
    '{field}: admite hasta {limit} caracteres y tiene {has}',
    '{field}: aceita até {limit} caracteres e tem {has}',
    '{field}: takes up to {limit} characters and has {has}',
  ],
  tooShort: [
    '{field}: pide al menos {limit} caracteres y tiene {has}',
    '{field}: pede pelo menos {limit} caracteres e tem {has}',
    '{field}: asks for at least {limit} characters and has {has}',
  ],
  tooLow: ['{field}: el mínimo es {limit}', '{field}: o mínimo é {limit}', '{field}: the least is {limit}'],
  tooHigh: ['{field}: el máximo es {limit}', '{field}: o máximo é {limit}', '{field}: the most is {limit}'],
  tooFew: [
    '{field}: indique al menos {limit}',
    '{field}: indique pelo menos {limit}',
    '{field}: give at least {limit}',
  ],
  notNumber: ['{field}: escriba un número', '{field}: escreva um número', '{field}: write a number'],
  noPseudonym: [
    '{field}: use solo minúsculas sin acento, números y guiones',
    '{field}: use só minúsculas sem acento, números e hifens',
    '{field}: use only small letters without accents, digits and hyphens',
  ],
  repeated: [
    '{field}: algo está repetido; déjelo una sola vez',
    '{field}: algo está repetido; deixe-o uma só vez',
    '{field}: something stands there twice; leave it once',
  ],
  otherwise: ['{field}: revise este dato', '{field}: revise este dado', '{field}: check this'],
} as const satisfies Readonly<Record<string, Words>>;

/** Until when, or from when on, where that is why something was refused. */
const LIMITS = {
  after: ['Debe ser después del {date}.', 'Deve ser depois de {date}.', 'It must be after {date}.'],
  latest: ['A más tardar, el {date}.', 'No mais tardar, em {date}.', 'At the latest, {date}.'],
  dueAt: ['El plazo termina el {date}.', 'O prazo termina em {date}.', 'The term ends on {date}.'],
} as const satisfies Readonly<Record<string, Words>>;

const HOME = {
  title: ['Mi mesa', 'Minha mesa', 'My desk'],
  field: ['Abrir la app de campo', 'Abrir o app de campo', 'Open the field app'],
  fieldSays: [
    'Registra observaciones desde el teléfono, también sin conexión.',
    'Registra observações pelo telefone, também sem conexão.',
    'Files observations from the phone, without a network too.',
  ],
  overdueInCases: [
    'Casos en los que alguien tiene algo vencido',
    'Casos em que alguém tem algo vencido',
    'Cases in which somebody has something overdue',
  ],
  myCases: ['Mis casos', 'Meus casos', 'My cases'],
  noCases: ['Todavía no está en ningún caso.', 'Você ainda não está em nenhum caso.', 'You are in no case yet.'],
  toAssess: ['Casos por evaluar', 'Casos por avaliar', 'Cases to assess'],
  noneToAssess: ['Todavía no hay ninguno.', 'Ainda não há nenhum.', 'There is none yet.'],
  proposed: ['Falta su respuesta', 'Falta a sua resposta', 'Awaits your answer'],
} as const satisfies Readonly<Record<string, Words>>;

const BOARD = {
  title: ['Casos por etapa', 'Casos por etapa', 'Cases by stage'],
  lead: [
    'Todos los casos por etapa; primero lo que está vencido.',
    'Todos os casos por etapa; primeiro o que está vencido.',
    'All cases by stage; what is overdue first.',
  ],
  stage: ['Etapa', 'Etapa', 'Stage'],
  pressing: ['Urgencia', 'Urgência', 'Urgency'],
  none: ['Todavía no hay casos.', 'Ainda não há casos.', 'There are no cases yet.'],
  onlyOverdue: ['Solo con algo vencido', 'Só com algo vencido', 'Only with something overdue'],
  overdue: ['Vencidos', 'Vencidos', 'Overdue'],
  soon: ['Por vencer', 'A vencer', 'Due soon'],
  suspended: ['Suspendido', 'Suspenso', 'Suspended'],
  /** The first of what is not overdue yet. */
  next: ['Sigue', 'A seguir', 'Next'],
  silent: ['Equipo sin actividad', 'Equipe sem atividade', 'Silent team'],
} as const satisfies Readonly<Record<string, Words>>;

const CASE = {
  parts: ['Partes del caso', 'Partes do caso', 'Parts of the case'],
  example: ['Ejemplo', 'Exemplo', 'Example'],
  checklist: ['Lo que pide esta etapa', 'O que esta etapa pede', 'What this stage asks for'],
  noChecklist: ['El caso está cerrado.', 'O caso está encerrado.', 'The case is closed.'],
  met: ['Cumplido', 'Cumprido', 'Met'],
  unmet: ['Falta', 'Falta', 'Missing'],
  sealed: ['Bajo reserva', 'Sob reserva', 'Under seal'],
  who: ['Puede hacerlo', 'Quem pode fazê-lo', 'Who can do it'],
  why: ['Por qué se pide', 'Por que se pede', 'Why it is asked for'],
  acts: ['Lo que puede hacer con el caso', 'O que pode fazer com o caso', 'What you can do with the case'],
  due: ['Plazos del caso', 'Prazos do caso', 'Due in this case'],
  noDue: ['No hay plazos corriendo.', 'Não há prazos correndo.', 'No term is running.'],
} as const satisfies Readonly<Record<string, Words>>;

const ACTS = {
  title: ['Actos', 'Atos', 'Acts'],
  none: ['No hay actos en el calendario.', 'Não há atos no calendário.', 'There are no acts on the calendar.'],
} as const satisfies Readonly<Record<string, Words>>;

const PART_NAMES = {
  now: ['Ahora', 'Agora', 'Now'],
  team: TEAM.title,
  draws: DRAWS.title,
  pact: PACT.title,
  committee: COMMITTEE.title,
  acts: ACTS.title,
  access: ACCESS.title,
  contract: CONTRACT.title,
  documents: DOCUMENTS.title,
  process: COORDINATOR_VIEW_WORDS.processes.official,
  observations: SPEECH_VIEWS.sections.observations,
  questions: SPEECH_VIEWS.sections.questions,
  flags: SPEECH_VIEWS.sections.flags,
  tips: SPEECH_VIEWS.speech.tips,
  escalations: SPEECH_VIEWS.sections.escalations,
  reports: SPEECH_VIEWS.sections.reports,
  recommendations: SPEECH_VIEWS.sections.recommendations,
  timeline: RECORDS_VIEW_WORDS.timeline.title,
  assessment: RECORDS_VIEW_WORDS.assessment.title,
  record: RECORDS_VIEW_WORDS.record.title,
  deliveries: RECORDS_VIEW_WORDS.deliveries.title,
} as const satisfies Readonly<Record<PartName, Words>>;

/** What the menu calls each view. */
const TITLES = {
  home: HOME.title,
  board: BOARD.title,
  assignments: ASSIGNMENTS.title,
  agenda: AGENDA.title,
  triage: COORDINATOR_VIEW_WORDS.triage.title,
  seals: COORDINATOR_VIEW_WORDS.seals.title,
  processes: COORDINATOR_VIEW_WORDS.processes.title,
  escalations: SPEECH_VIEWS.inbox.title,
  answers: SPEECH_VIEWS.answers.title,
  search: RECORDS_VIEW_WORDS.search.title,
  notices: RECORDS_VIEW_WORDS.notices.title,
  roster: RECORDS_VIEW_WORDS.roster.title,
  people: PEOPLE_VIEW_WORDS.title,
  endpoints: RECORDS_VIEW_WORDS.endpoints.title,
  profiles: RECORDS_VIEW_WORDS.profiles.title,
  cases: ['Caso', 'Caso', 'Case'],
} as const satisfies Readonly<Record<ViewName, Words>>;

/** The words of each view, by its name. */
export const VIEW_WORDS = {
  frame: FRAME,
  form: FORM,
  wrong: WRONG,
  limits: LIMITS,
  home: HOME,
  board: BOARD,
  case: CASE,
  team: TEAM,
  draws: DRAWS,
  pact: PACT,
  committee: COMMITTEE,
  acts: ACTS,
  ...SPEECH_VIEWS,
  ...RECORDS_VIEW_WORDS,
  people: PEOPLE_VIEW_WORDS,
  access: ACCESS,
  contract: CONTRACT,
  documents: DOCUMENTS,
  missing: MISSING,
  ...COORDINATOR_VIEW_WORDS,
  lists: LISTS,
  assignments: ASSIGNMENTS,
  agenda: AGENDA,
  parts: PART_NAMES,
  titles: TITLES,
} as const;
