import type { Words } from '../../../domain/languages.ts';
import type { ChoicesSaid } from './act-words.ts';
import { ROSTER_TABLE } from './roster-table-words.ts';

type Said = Readonly<Record<string, Words>>;

const NOTICES = {
  title: ['Notificaciones', 'Notificações', 'Notices'],
  lead: [
    'Todo lo que se le notificó, lo más reciente primero.',
    'Tudo o que lhe foi notificado, o mais recente primeiro.',
    'All that you were told, the latest first.',
  ],
  show: ['Mostrar', 'Mostrar', 'Show'],
  onlyUnread: ['Solo sin leer', 'Só não lidas', 'Only unread'],
  mark: ['Marcar todo como leído', 'Marcar tudo como lido', 'Mark all as read'],
  marked: ['Marcado como leído.', 'Marcado como lido.', 'Marked as read.'],
} as const satisfies Said;

const SEARCH = {
  title: ['Buscar', 'Buscar', 'Search'],
  lead: [
    'Busque un caso por su título, por quién contrata o por su número.',
    'Busque um caso pelo título, por quem contrata ou pelo número.',
    'Find a case by its title, by who buys, or by its number.',
  ],
  q: ['Palabras', 'Palavras', 'Words'],
  stage: ['Etapa', 'Etapa', 'Stage'],
  instrument: ['Instrumento', 'Instrumento', 'Instrument'],
  condition: ['Situación', 'Situação', 'Condition'],
  territory: ['Territorio', 'Território', 'Territory'],
  territoryHint: ['Código ISO: MX o MX-JAL.', 'Código ISO: BR ou BR-SP.', 'ISO code: MX or MX-JAL.'],
  look: ['Buscar', 'Buscar', 'Search'],
  none: ['Ningún caso coincide.', 'Nenhum caso corresponde.', 'No case fits.'],
} as const satisfies Said;

const TIMELINE = {
  title: ['Cronología', 'Cronologia', 'Timeline'],
  says: [
    'Los mismos momentos para todas las partes; de cada uno, lo que usted puede leer.',
    'Os mesmos momentos para todas as partes; de cada um, o que você pode ler.',
    'The same moments for all sides, each with what you may read of it.',
  ],
  fromStart: ['Ver desde el principio', 'Ver desde o início', 'See from the beginning'],
  sealed: ['Bajo reserva', 'Sob sigilo', 'Under seal'],
  house: ['El sistema', 'O sistema', 'The system'],
  more: ['Detalle', 'Detalhe', 'Details'],
  observedAt: ['ocurrió el', 'ocorreu em', 'it happened on'],
} as const satisfies Said;

const RECORD = {
  title: ['Registro', 'Registro', 'Record'],
  says: [
    'Cada hecho lleva la huella del anterior. Su navegador los lee todos y vuelve a calcular la cadena: no hace falta creerle a este servidor.',
    'Cada fato leva o hash do anterior. Seu navegador lê todos e recalcula a cadeia: não é preciso acreditar neste servidor.',
    'Each event carries the hash of the one before. Your browser reads them all and computes the chain anew: nobody has to believe this server.',
  ],
  soFar: ['Hechos verificados: {events}.', 'Fatos verificados: {events}.', 'Events verified: {events}.'],
  unbroken: ['{events} hechos, cadena íntegra.', '{events} fatos, cadeia íntegra.', '{events} events, unbroken.'],
  broken: [
    'La cadena se rompe en el hecho {event}.',
    'A cadeia se rompe no fato {event}.',
    'The chain breaks at event {event}.',
  ],
  changed: [
    'Lo que dice no es lo que se registró: su huella no coincide.',
    'O que diz não é o que foi registrado: o hash não confere.',
    'What it says is not what was recorded: its hash does not match.',
  ],
  unlinked: [
    'No continúa al hecho anterior: la huella que nombra es otra.',
    'Não dá continuidade ao fato anterior: o hash que nomeia é outro.',
    'It does not go on from the event before: it names another hash.',
  ],
  missing: [
    'Falta un hecho antes de este, o están en otro orden.',
    'Falta um fato antes deste, ou estão em outra ordem.',
    'An event before it is not there, or they are out of order.',
  ],
  otherEnd: [
    'El caso descansa en un hecho {event} que no es el del registro.',
    'O caso se apoia em um fato {event} que não é o do registro.',
    'The case rests on an event {event} that is not the one in the record.',
  ],
  events: ['Hechos', 'Fatos', 'Events'],
  event: ['hecho', 'fato', 'event'],
  lastHash: ['Última huella', 'Último hash', 'Last hash'],
  noteHash: [
    'Anótela fuera de este sistema: si algún día el registro se acortara o se rehiciera entero, esta huella ya no estaría en él.',
    'Anote-o fora deste sistema: se um dia o registro fosse encurtado ou refeito por inteiro, este hash já não estaria nele.',
    'Note it outside of this system: were the record ever shortened or made anew as a whole, this hash would no longer be in it.',
  ],
  contents: ['Lo que se escribió', 'O que foi escrito', 'What people wrote'],
  contentsSay: [
    '{written} hechos guardan aparte lo que alguien escribió, y solo llevan su huella. Se comprueba todo lo que usted puede leer.',
    '{written} fatos guardam à parte o que alguém escreveu, e só levam o hash. É conferido tudo o que você pode ler.',
    '{written} events keep apart what somebody wrote, and carry its hash alone. All that you may read is checked.',
  ],
  checkContents: ['Comprobar también los textos', 'Conferir também os textos', 'Check the texts too'],
  contentsSoFar: [
    'Coinciden: {checked}. Reservados para usted: {unread}. Comprobando…',
    'Conferem: {checked}. Reservados para você: {unread}. Conferindo…',
    'Match: {checked}. Not for you to read: {unread}. Checking…',
  ],
  contentsDone: [
    'Coinciden: {checked}. Reservados para usted: {unread}.',
    'Conferem: {checked}. Reservados para você: {unread}.',
    'Match: {checked}. Not for you to read: {unread}.',
  ],
  wrongContent: [
    'El texto del hecho {event} no es el que se registró.',
    'O texto do fato {event} não é o que foi registrado.',
    'The text of event {event} is not the one that was recorded.',
  ],
  outside: ['Verificar fuera de esta página', 'Verificar fora desta página', 'Verify outside of this page'],
  outsideSays: [
    'Descargue el registro, un hecho por línea, y compruébelo con cualquier programa:',
    'Baixe o registro, um fato por linha, e confira-o com qualquer programa:',
    'Download the record, one event a line, and check it with any program:',
  ],
  outsideHash: [
    '«hash» es el SHA-256 del hecho sin «hash», como JSON canónico (RFC 8785) en UTF-8.',
    '«hash» é o SHA-256 do fato sem «hash», como JSON canônico (RFC 8785) em UTF-8.',
    '“hash” is the SHA-256 of the event without “hash”, as canonical JSON (RFC 8785) in UTF-8.',
  ],
  outsideChain: [
    '«previousHash» es el «hash» del hecho anterior; el primero lleva 64 ceros.',
    '«previousHash» é o «hash» do fato anterior; o primeiro leva 64 zeros.',
    '“previousHash” is the “hash” of the event before; the first has 64 zeros.',
  ],
  outsideContent: [
    '«contentHash» es el SHA-256 de «{"body": …, "salt": …}», también como JSON canónico.',
    '«contentHash» é o SHA-256 de «{"body": …, "salt": …}», também como JSON canônico.',
    '“contentHash” is the SHA-256 of {"body": …, "salt": …}, as canonical JSON too.',
  ],
  download: ['Descargar el registro', 'Baixar o registro', 'Download the record'],
  fromApi: ['Leerlo de la API', 'Lê-lo da API', 'Read it from the API'],
  verifyPage: ['Más sobre la verificación', 'Mais sobre a verificação', 'More about verifying'],
  custody: ['Custodia de los documentos', 'Custódia dos documentos', 'Custody of the documents'],
  custodySays: [
    'Por qué manos pasó cada archivo y quién lo abrió.',
    'Por que mãos passou cada arquivo e quem o abriu.',
    'Through whose hands each file went, and who opened it.',
  ],
  noDocuments: ['No hay documentos.', 'Não há documentos.', 'There are no documents.'],
  noCustody: [
    'La custodia solo la lee quien ve el caso entero.',
    'A custódia só é lida por quem vê o caso inteiro.',
    'Only those who see the case whole read its custody.',
  ],
  readings: ['Lecturas: {readings}.', 'Leituras: {readings}.', 'Readings: {readings}.'],
  house: ['El sistema', 'O sistema', 'The system'],
} as const satisfies Said;

const ASSESSMENT = {
  title: ['Evaluación', 'Avaliação', 'Assessment'],
  successful: ['Exitoso', 'Bem-sucedido', 'Successful'],
  notSuccessful: ['No exitoso', 'Não bem-sucedido', 'Not successful'],
  open: ['Abierto', 'Em aberto', 'Open'],
  byComputation: ['Según los hechos', 'Segundo os fatos', 'By the events'],
  byAssessors: ['Según quien evalúa', 'Segundo quem avalia', 'By the assessors'],
  dimensions: ['Dimensiones', 'Dimensões', 'Dimensions'],
  mandatory: ['Obligatoria', 'Obrigatória', 'Mandatory'],
  complementary: ['Complementaria', 'Complementar', 'Complementary'],
  contested: ['En disputa', 'Em disputa', 'Contested'],
  computed: ['Lo que prueban los hechos', 'O que os fatos provam', 'What the events prove'],
  confirmed: ['Confirmado por quien evalúa', 'Confirmado por quem avalia', 'Confirmed by the assessor'],
  notConfirmed: ['Quien evalúa dice otra cosa', 'Quem avalia diz outra coisa', 'The assessor says otherwise'],
  milestones: ['Hitos que lo prueban', 'Marcos que o provam', 'Milestones that prove it'],
  notApplicable: ['No aplica', 'Não se aplica', 'Does not apply'],
  provenBy: ['Lo prueban los hechos', 'Provam-no os fatos', 'Proven by events'],
  judged: ['Lo que dice quien evalúa', 'O que diz quem avalia', 'What people judged'],
  notJudged: ['Nadie lo ha evaluado todavía.', 'Ninguém o avaliou ainda.', 'Nobody has judged it yet.'],
  superseded: ['Lo que se dijo antes', 'O que foi dito antes', 'What was said before'],
  events: ['Hechos', 'Fatos', 'Events'],
  documents: ['Documentos', 'Documentos', 'Documents'],
  interviews: ['Entrevistas', 'Entrevistas', 'Interviews'],
  factors: ['Factores de éxito', 'Fatores de sucesso', 'Factors of success'],
  participation: ['Nivel de participación', 'Nível de participação', 'Level of participation'],
  sustained: ['Si lo logrado se mantiene', 'Se o alcançado se mantém', 'Whether it still stands'],
  sustainedLater: [
    'Se pregunta meses después del cierre del caso.',
    'Pergunta-se meses depois do encerramento do caso.',
    'It is asked months after the case is closed.',
  ],
  sustainedDue: ['Se pregunta desde el', 'Pergunta-se a partir de', 'It is asked from'],
} as const satisfies Said;

const DELIVERIES = {
  title: ['Entregas fallidas', 'Entregas que falharam', 'Failed deliveries'],
  says: [
    'Correos y mensajes que se dejaron de intentar, y a quién no llegaron.',
    'E-mails e mensagens que se deixou de tentar, e a quem não chegaram.',
    'Mails and messages that were given up, and whom they did not reach.',
  ],
  none: ['Todo se entregó.', 'Tudo foi entregue.', 'Everything was delivered.'],
  to: ['Para', 'Para', 'To'],
  webhook: ['webhook de', 'webhook de', 'webhook of'],
  mailbox: ['buzón de', 'caixa de correio de', 'mailbox of'],
} as const satisfies Said;

const ROSTER = {
  title: ['Padrón', 'Cadastro', 'Roster'],
  lead: [
    'Quién está acreditado, para qué, dónde y hasta cuándo.',
    'Quem está credenciado, para quê, onde e até quando.',
    'Who is accredited, for what, where and until when.',
  ],
  none: ['Nadie coincide.', 'Ninguém corresponde.', 'Nobody fits.'],
  q: ['Nombre', 'Nome', 'Name'],
  kind: ['Qué es', 'O que é', 'What it is'],
  status: ['Acreditación', 'Credencial', 'Accreditation'],
  speciality: ['Especialidad', 'Especialidade', 'Speciality'],
  territory: ['Territorio', 'Território', 'Territory'],
  accreditations: ['Acreditaciones', 'Credenciais', 'Accreditations'],
  noAccreditations: ['No tiene acreditaciones.', 'Não tem credenciais.', 'There are no accreditations.'],
  everywhere: ['En todas partes', 'Em toda parte', 'Everywhere'],
  interests: ['Intereses declarados', 'Interesses declarados', 'Declared interests'],
  noInterests: ['No declaró ninguno.', 'Não declarou nenhum.', 'None were declared.'],
  addedAt: ['En el padrón desde', 'No cadastro desde', 'In the roster since'],
  importTable: ['Importar una tabla', 'Importar uma tabela', 'Import a table'],
  importSays: [
    'Cada fila tiene su propio resultado: las válidas se guardan y de las demás se dice qué corregir.',
    'Cada linha tem seu próprio resultado: as válidas são salvas e das demais se diz o que corrigir.',
    'Each row has its own result: what is valid is kept, and of the others it is said what to put right.',
  ],
  table: ['Archivo CSV', 'Arquivo CSV', 'CSV file'],
  tableHint: [
    'Columnas necesarias: id, tipo, nombre, numero, emisor, valido desde, valido hasta. También: correo, telefono, documento, empleador, especialidades, territorios, nombre publico.',
    'Colunas necessárias: id, tipo, nome, numero, emissor, valido de, valido ate. Também: correio, telefone, documento, empregador, especialidades, territorios, nome publico.',
    'Columns that must be there: id, kind, name, number, issuer, valid from, valid to. Also: email, phone, document, employer, specialities, territories, public name.',
  ],
  imported: [
    'Filas procesadas: {done} de {rows}.',
    'Linhas processadas: {done} de {rows}.',
    'Rows worked through: {done} of {rows}.',
  ],
  importing: ['Van {done} de {rows} filas…', 'Já são {done} de {rows} linhas…', '{done} of {rows} rows so far…'],
  importedTable: ['Tabla importada', 'Tabela importada', 'Imported table'],
  everyRow: ['Resultado de cada fila', 'Resultado de cada linha', 'Result of each row'],
  row: ['Fila {row}', 'Linha {row}', 'Row {row}'],
} as const satisfies Said;

const ENDPOINTS = {
  title: ['Webhooks y buzones', 'Webhooks e caixas de correio', 'Webhooks and mailboxes'],
  lead: [
    'A dónde se envían los hechos que conciernen a cada institución, y qué fue de cada envío.',
    'Para onde vão os fatos que dizem respeito a cada instituição, e o que houve com cada envio.',
    'Where the facts that concern each institution are sent, and what became of each.',
  ],
  none: ['No hay ninguno.', 'Não há nenhum.', 'There is none.'],
  authority: ['De quién', 'De quem', 'Whose'],
  organisations: ['Todas las organizaciones', 'Todas as organizações', 'All organisations'],
  accreditation: ['Autoridad y caso', 'Autoridade e caso', 'Authority and case'],
  notAccredited: [
    'Usted no está acreditado por una autoridad de control en ningún caso.',
    'Você não está credenciado por uma autoridade de controle em nenhum caso.',
    'You are not accredited for a control authority in any case.',
  ],
  secret: [
    'Este es el secreto. Guárdelo ahora: no se volverá a mostrar.',
    'Este é o segredo. Guarde-o agora: não será mostrado de novo.',
    'This is the secret. Keep it now: it is not shown again.',
  ],
  copy: ['Copiar', 'Copiar', 'Copy'],
  secretKept: ['Ya lo guardé', 'Já o guardei', 'I have kept it'],
  webhook: ['Webhook', 'Webhook', 'Webhook'],
  mailbox: ['Buzón', 'Caixa de correio', 'Mailbox'],
  gone: ['El servidor dijo que ya no existe', 'O servidor disse que já não existe', 'Its server said that it is gone'],
  unconfirmed: ['Sin confirmar', 'Não confirmada', 'Not confirmed'],
  owner: ['De quién', 'De quem', 'Whose'],
  serves: ['Para qué casos', 'Para quais casos', 'For which cases'],
  kinds: ['Hechos', 'Fatos', 'Facts'],
  everyKind: ['Todos los que le conciernen', 'Todos os que lhe dizem respeito', 'All that concern it'],
  createdAt: ['Registrado', 'Registrado', 'Registered'],
  formerSecret: ['El secreto anterior firma hasta', 'O segredo anterior assina até', 'The former secret signs until'],
  deliveries: ['Envíos', 'Envios', 'Deliveries'],
  again: ['Ver si hay cambios', 'Ver se há mudanças', 'Look for changes'],
  noDeliveries: ['Todavía no se envió nada.', 'Nada foi enviado ainda.', 'Nothing was sent yet.'],
  attempts: ['Intentos', 'Tentativas', 'Attempts'],
  noAttempts: ['Sin intentos todavía.', 'Sem tentativas ainda.', 'No attempts yet.'],
  nextAttempt: ['próximo intento', 'próxima tentativa', 'next attempt'],
} as const satisfies Said;

const PROFILES = {
  title: ['Perfiles de jurisdicción', 'Perfis de jurisdição', 'Profiles of jurisdictions'],
  lead: [
    'Con qué parámetros trabaja cada jurisdicción, dónde consta cada uno y qué falta verificar.',
    'Com quais parâmetros trabalha cada jurisdição, onde consta cada um e o que falta verificar.',
    'With which parameters each jurisdiction works, where each stands, and what is not verified yet.',
  ],
  version: ['Versión {version}', 'Versão {version}', 'Version {version}'],
  from: ['Desde', 'Desde', 'From'],
  to: ['Hasta', 'Até', 'Until'],
  unverifiedOf: [
    '{unverified} de {all} parámetros sin verificar',
    '{unverified} de {all} parâmetros não verificados',
    '{unverified} of {all} parameters not verified',
  ],
  parameters: ['Parámetros', 'Parâmetros', 'Parameters'],
  notAdvice: [
    'Ningún perfil es asesoría jurídica. «Verificado» significa que alguien lo comparó con el texto oficial.',
    'Nenhum perfil é assessoria jurídica. «Verificado» significa que alguém o comparou com o texto oficial.',
    'No profile is legal advice. “Verified” means that somebody held it against the official text.',
  ],
  onlyUnverified: ['Solo los que falta verificar', 'Só os que falta verificar', 'Only those not verified'],
  parameter: ['Parámetro', 'Parâmetro', 'Parameter'],
  value: ['Valor', 'Valor', 'Value'],
  verified: ['Verificación', 'Verificação', 'Verification'],
  source: ['Fuente, como se anotó', 'Fonte, como foi anotada', 'Source, as it was noted'],
  isVerified: ['Verificado', 'Verificado', 'Verified'],
  isNotVerified: ['Sin verificar', 'Não verificado', 'Not verified'],
  since: ['desde', 'desde', 'from'],
  compute: ['Calcular un plazo', 'Calcular um prazo', 'Compute a term'],
  term: ['Plazo', 'Prazo', 'Term'],
  startsAt: ['Desde cuándo corre', 'Desde quando corre', 'When it starts'],
  startsAtHint: ['Vacío: desde ahora.', 'Vazio: desde agora.', 'Empty: from now.'],
  untilEndOf: ['Hasta el final del {day}', 'Até o fim de {day}', 'Until the end of {day}'],
  counted: ['Días que cuentan', 'Dias que contam', 'Days that count'],
  skipped: ['Días que no cuentan', 'Dias que não contam', 'Days that do not count'],
  dayByDay: ['Día por día', 'Dia a dia', 'Day by day'],
  skippedDays: ['No cuentan:', 'Não contam:', 'These do not count:'],
  weekend: ['fin de semana', 'fim de semana', 'weekend'],
  suspended: ['caso suspendido', 'caso suspenso', 'case suspended'],
  holidays: ['Días inhábiles', 'Feriados', 'Holidays'],
  year: ['Año', 'Ano', 'Year'],
  noHolidays: [
    'Ninguno: cuentan todos los días de lunes a viernes.',
    'Nenhum: contam todos os dias de segunda a sexta.',
    'None: every Monday to Friday counts.',
  ],
} as const satisfies Said;

/** The words of the views of the record, the roster and what is sent. */
export const RECORDS_VIEW_WORDS = {
  notices: NOTICES,
  search: SEARCH,
  timeline: TIMELINE,
  record: RECORD,
  assessment: ASSESSMENT,
  deliveries: DELIVERIES,
  roster: ROSTER,
  rosterTable: ROSTER_TABLE,
  endpoints: ENDPOINTS,
  profiles: PROFILES,
} as const;

/** The codes that these views show. */
export const RECORDS_CHOICES = {
  conditions: {
    running: ['En curso', 'Em curso', 'Running'],
    suspended: ['Suspendido', 'Suspenso', 'Suspended'],
  },
  custodySteps: {
    declared: ['Se anunció', 'Anunciado', 'Declared'],
    arrived: ['Llegó', 'Chegou', 'Arrived'],
    sealed: ['Se guardó el original', 'Original guardado', 'Original sealed'],
    derived: ['Se hizo la copia sin metadatos', 'Cópia sem metadados feita', 'Copy without metadata made'],
    refused: ['Se rechazó', 'Recusado', 'Refused'],
    read: ['Se leyó', 'Lido', 'Read'],
    bundled: ['Se entregó en un paquete de evidencia', 'Entregue em um pacote de evidências', 'Given in a bundle'],
    published: ['Se publicó', 'Publicado', 'Published'],
  },
  rowResults: {
    created: ['Agregadas', 'Incluídas', 'Created'],
    updated: ['Actualizadas', 'Atualizadas', 'Updated'],
    unchanged: ['Sin cambios', 'Sem mudanças', 'Unchanged'],
    refused: ['Rechazadas', 'Recusadas', 'Refused'],
  },
} as const satisfies Readonly<Record<string, ChoicesSaid>>;
