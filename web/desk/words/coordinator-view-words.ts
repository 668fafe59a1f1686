import type { Words } from '../../../domain/languages.ts';
import type { PROCESS_HINTS } from '../../../domain/process/hints.ts';
import type { LINE_REFUSALS } from '../../../functions/_http/import-operation.ts';
import type { ChoicesSaid } from './act-words.ts';

type Said = Readonly<Record<string, Words>>;

/** What is sealed in any case. */
const SEALS = {
  title: ['Sellos y reservas', 'Sigilos e reservas', 'Seals'],
  lead: [
    'Las observaciones que todavía no son públicas, en todos los casos; primero la que se abre antes.',
    'As observações que ainda não são públicas, em todos os casos; primeiro a que se abre antes.',
    'The observations that are not public yet, in all cases; what opens first comes first.',
  ],
  none: ['No hay nada sellado.', 'Não há nada em sigilo.', 'Nothing is sealed.'],
  seal: ['Por qué no es pública', 'Por que não é pública', 'Why it is not public'],
  until: ['Hasta cuándo', 'Até quando', 'Until when'],
  awarded: ['Hasta el fallo', 'Até a adjudicação', 'Until the award'],
  undated: ['Sin fecha', 'Sem data', 'No date'],
  observation: ['Observación', 'Observação', 'Observation'],
  filed: ['Presentada', 'Apresentada', 'Filed'],
  'until-award': ['Sellada hasta el fallo', 'Em sigilo até a adjudicação', 'Sealed until the award'],
  'embargo-extended': ['Sellada hasta una fecha', 'Em sigilo até uma data', 'Sealed until a date'],
  restricted: [
    'Reservada: la abren dos personas',
    'Reservada: abrem-na duas pessoas',
    'Restricted: two people open it',
  ],
} as const satisfies Said;

/** What waits for an answer in any case. */
const TRIAGE = {
  title: ['Por revisar', 'A examinar', 'To look into'],
  lead: [
    'Los avisos ciudadanos y las banderas rojas de todos los casos; se responden en el caso.',
    'Os avisos dos cidadãos e as bandeiras vermelhas de todos os casos; responde-se no caso.',
    'The tips and the red flags of all cases; they are answered in the case.',
  ],
  tips: ['Avisos ciudadanos', 'Avisos dos cidadãos', 'Tips'],
  flags: ['Banderas rojas', 'Bandeiras vermelhas', 'Red flags'],
  tip: ['Aviso', 'Aviso', 'Tip'],
  flag: ['Bandera roja', 'Bandeira vermelha', 'Red flag'],
  code: ['Código', 'Código', 'Code'],
  state: ['Estado', 'Situação', 'State'],
  which: ['Cuáles', 'Quais', 'Which'],
  waiting: ['Por responder', 'A responder', 'Waiting for an answer'],
  answered: ['Con respuesta', 'Com resposta', 'Answered'],
  says: ['Qué dice', 'O que diz', 'What it says'],
  received: ['Recibido', 'Recebido', 'Received'],
  answer: ['Respuesta', 'Resposta', 'Answer'],
  noneWaiting: ['No hay nada por responder.', 'Não há nada a responder.', 'Nothing waits for an answer.'],
  noneAnswered: ['Todavía no hay nada con respuesta.', 'Ainda não há nada com resposta.', 'Nothing is answered yet.'],
} as const satisfies Said;

/** What is read of contracting processes. */
const PROCESSES = {
  title: ['Contrataciones', 'Contratações', 'Contracting processes'],
  lead: [
    'Abra un caso con los datos oficiales de una contratación, o importe muchas al registro.',
    'Abra um caso com os dados oficiais de uma contratação, ou importe muitas para o registro.',
    'Open a case from the official data of a contracting process, or import many into the registry.',
  ],
  openCase: ['Abrir un caso', 'Abrir um caso', 'Open a case'],
  openCaseSays: [
    'Cada contratación tiene un solo caso por instrumento.',
    'Cada contratação tem um único caso por instrumento.',
    'Each contracting process has one case for each instrument.',
  ],
  instrument: ['Instrumento', 'Instrumento', 'Instrument'],
  profile: ['Perfil de jurisdicción', 'Perfil de jurisdição', 'Profile of the jurisdiction'],
  usualProfile: ['El habitual del instrumento', 'O habitual do instrumento', 'The usual one of the instrument'],
  monitoring: [
    '¿Se sigue también la ejecución del contrato?',
    'Acompanha-se também a execução do contrato?',
    'Is the carrying out of the contract watched too?',
  ],
  asProfile: ['Como diga el perfil', 'Como disser o perfil', 'As the profile says'],
  file: ['Archivo con los datos oficiales', 'Arquivo com os dados oficiais', 'File with the official data'],
  fileHint: [
    'JSON de OCDS 1.1: una entrega, un registro o un paquete. Hasta 4 MB.',
    'JSON do OCDS 1.1: uma entrega, um registro ou um pacote. Até 4 MB.',
    'JSON of OCDS 1.1: a release, a record or a package. Up to 4 MB.',
  ],
  pasted: ['O su texto, pegado aquí', 'Ou o seu texto, colado aqui', 'Or its text, pasted here'],
  otherData: ['Elegir otros datos', 'Escolher outros dados', 'Choose other data'],
  noData: [
    'Elija el archivo con los datos oficiales, o pegue su texto.',
    'Escolha o arquivo com os dados oficiais, ou cole o seu texto.',
    'Choose the file with the official data, or paste its text.',
  ],
  notJson: [
    'Estos datos no son un documento JSON. Elija el archivo como lo publica la entidad.',
    'Estes dados não são um documento JSON. Escolha o arquivo como o publica o órgão.',
    'These data are no JSON document. Choose the file as it is published.',
  ],
  noRoom: [
    'Este dispositivo no puede guardar lo que escribe: no cierre la página antes de enviarlo.',
    'Este dispositivo não consegue guardar o que você escreve: não feche a página antes de enviá-lo.',
    'This device cannot keep what you write: do not close the page before you send it.',
  ],
  toCase: ['Ir al caso que ya existe', 'Ir ao caso que já existe', 'Go to the case that exists'],
  whichProcess: [
    '¿De cuál contratación se trata?',
    'De qual contratação se trata?',
    'Which contracting process is meant?',
  ],
  choose: ['Elija', 'Escolha', 'Choose'],
  import: ['Importar contrataciones', 'Importar contratações', 'Import contracting processes'],
  importSays: [
    'Cada contratación tiene su propio resultado. Si la red se corta, se sigue donde quedó y nada se hace dos veces.',
    'Cada contratação tem o seu próprio resultado. Se a rede cair, continua-se onde parou e nada se faz duas vezes.',
    'Each contracting process has its own result. If the network breaks off, it goes on where it stopped, and nothing is done twice.',
  ],
  importFile: ['Archivo de contrataciones', 'Arquivo de contratações', 'File of contracting processes'],
  importMissing: [
    'Elija el archivo de contrataciones.',
    'Escolha o arquivo de contratações.',
    'Choose the file of contracting processes.',
  ],
  importHint: [
    'JSON de OCDS de hasta 64 MB, o un documento por línea (.jsonl) de cualquier tamaño; también comprimidos (.gz).',
    'JSON do OCDS de até 64 MB, ou um documento por linha (.jsonl) de qualquer tamanho; também compactados (.gz).',
    'JSON of OCDS of up to 64 MB, or one document a line (.jsonl) of any size; packed (.gz) too.',
  ],
  importing: ['Importando…', 'Importando…', 'Importing…'],
  goOn: ['Continuar la importación', 'Continuar a importação', 'Go on with the import'],
  stop: ['Detener', 'Parar', 'Stop'],
  unfinished: [
    'La importación de este archivo quedó a medias: van {n} entradas. Continúa donde quedó.',
    'A importação deste arquivo ficou pela metade: já são {n} entradas. Continua onde parou.',
    'The import of this file is not finished: {n} entries are done. It goes on from there.',
  ],
  soFar: ['Van {n} entradas del archivo', 'Já são {n} entradas do arquivo', '{n} entries of the file so far'],
  finished: [
    'Importación terminada: {n} entradas del archivo',
    'Importação concluída: {n} entradas do arquivo',
    'The import is finished: {n} entries of the file',
  ],
  'not-json': [
    'El archivo no es JSON ni tiene un documento JSON por línea. Elija el archivo como se publicó, sin convertirlo.',
    'O arquivo não é JSON nem tem um documento JSON por linha. Escolha o arquivo como foi publicado, sem convertê-lo.',
    'The file is neither JSON nor has a JSON document on each line. Choose the file as it was published.',
  ],
  'too-large': [
    'El archivo pasa de 64 MB. Divídalo, o envíelo con un documento por línea (.jsonl).',
    'O arquivo passa de 64 MB. Divida-o, ou envie-o com um documento por linha (.jsonl).',
    'The file is larger than 64 MB. Split it, or send it with one document a line (.jsonl).',
  ],
  results: ['Resultado por contratación', 'Resultado por contratação', 'Result for each contracting process'],
  line: ['línea {n}', 'linha {n}', 'line {n}'],
  place: ['Lugar en el archivo', 'Lugar no arquivo', 'Place in the file'],
  result: ['Resultado', 'Resultado', 'Result'],
  why: ['Por qué', 'Por quê', 'Why'],
  problems: ['Problemas en los datos', 'Problemas nos dados', 'Problems in the data'],
  firstShown: [
    'Se muestran {n}, primero las rechazadas. El CSV trae las demás.',
    'Mostram-se {n}, primeiro as recusadas. O CSV traz as demais.',
    '{n} are shown, those that were refused first. The CSV holds the others too.',
  ],
  notKept: [
    'De {n} contrataciones que se importaron antes, este equipo ya no guarda el resultado: no están en el CSV.',
    'De {n} contratações importadas antes, este aparelho já não guarda o resultado: não estão no CSV.',
    'Of {n} contracting processes that were imported before, this device keeps no result: they are not in the CSV.',
  ],
  official: ['Datos oficiales', 'Dados oficiais', 'Official data'],
  named: ['Título', 'Título', 'Title'],
  bidders: ['Licitantes', 'Licitantes', 'Bidders'],
  awards: ['Adjudicaciones', 'Adjudicações', 'Awards'],
  contracts: ['Contratos', 'Contratos', 'Contracts'],
  problemsOf: [
    'Problemas en los datos publicados: {n}',
    'Problemas nos dados publicados: {n}',
    'Problems in the published data: {n}',
  ],
  changes: ['Cómo cambiaron', 'Como mudaram', 'How they changed'],
  wasPast: ['Cambió lo que ya había pasado', 'Mudou o que já havia passado', 'What was already past was changed'],
  noChanges: [
    'No han cambiado desde que se abrió el caso.',
    'Não mudaram desde que o caso foi aberto.',
    'They have not changed since the case was opened.',
  ],
  refresh: ['Leer de nuevo los datos oficiales', 'Ler de novo os dados oficiais', 'Read the official data again'],
  refreshSays: [
    'Elija lo que se publicó después: lo que cambió queda en el registro.',
    'Escolha o que foi publicado depois: o que mudou fica no registro.',
    'Choose what was published since: what changed goes on record.',
  ],
} as const satisfies Said;

/** The words of the coordinator’s views over all cases. */
export const COORDINATOR_VIEW_WORDS = { seals: SEALS, triage: TRIAGE, processes: PROCESSES } as const;

/** The codes that these views show. */
export const COORDINATOR_CHOICES = {
  importOutcomes: {
    imported: ['Nuevas', 'Novas', 'New'],
    updated: ['Actualizadas', 'Atualizadas', 'Updated'],
    unchanged: ['Sin cambios', 'Sem mudanças', 'Unchanged'],
    refused: ['Rechazadas', 'Recusadas', 'Refused'],
  },
  importOutcome: {
    imported: ['Nueva', 'Nova', 'New'],
    updated: ['Actualizada', 'Atualizada', 'Updated'],
    unchanged: ['Sin cambios', 'Sem mudanças', 'Unchanged'],
    refused: ['Rechazada', 'Recusada', 'Refused'],
  },
  importRefusals: {
    'line-not-json': ['La línea no es JSON.', 'A linha não é JSON.', 'The line is no JSON.'],
    'line-unfit': [
      'La línea no tiene la forma que se pide.',
      'A linha não tem a forma pedida.',
      'The line is not what a line must be.',
    ],
    'process-unusable': [
      'De estos datos no se pudo leer ninguna contratación.',
      'Destes dados não se pôde ler nenhuma contratação.',
      'No contracting process could be read from these data.',
    ],
    'lost-every-race': [
      'Otros escribían lo mismo a la vez. Impórtela de nuevo.',
      'Outros escreviam o mesmo ao mesmo tempo. Importe-a de novo.',
      'Others were writing the same. Import it again.',
    ],
    'registry-damaged': [
      'Lo que el registro guarda de ella no se puede leer; no se cambió nada. Avise a quien administra el sistema.',
      'O que o registro guarda dela não pode ser lido; nada foi mudado. Avise quem administra o sistema.',
      'What the registry holds of it cannot be read; nothing was changed. Tell those who run the system.',
    ],
    'too-large': [
      'Pasa de 4 MB: es más de lo que se puede enviar de una contratación.',
      'Passa de 4 MB: é mais do que se pode enviar de uma contratação.',
      'It is larger than 4 MB, which is what can be sent of one process.',
    ],
  } satisfies Readonly<Record<(typeof LINE_REFUSALS)[number] | 'too-large', Words>>,
  processHints: {
    'process-ended': [
      'Los datos oficiales dicen que la contratación terminó, y el caso todavía no lo registra.',
      'Os dados oficiais dizem que a contratação terminou, e o caso ainda não o registra.',
      'The official data say that the process ended, and the case does not have it on record yet.',
    ],
    'award-published': [
      'Los datos oficiales traen el fallo, y el caso todavía no lo registra.',
      'Os dados oficiais trazem a adjudicação, e o caso ainda não a registra.',
      'The official data tell the award, and the case does not have it on record yet.',
    ],
    'contract-published': [
      'Los datos oficiales traen la firma del contrato, y el caso todavía no la registra.',
      'Os dados oficiais trazem a assinatura do contrato, e o caso ainda não a registra.',
      'The official data tell that the contract was signed, and the case does not have it on record yet.',
    ],
  } satisfies Readonly<Record<(typeof PROCESS_HINTS)[number], Words>>,
} as const satisfies Readonly<Record<string, ChoicesSaid>>;
