import type { Language } from '../../domain/languages.ts';

/** The words of the summary and of the manifest, in one language. */
export interface BundleWords {
  readonly title: string;
  readonly skip: string;
  readonly lead: string;
  readonly sanitised: string;
  readonly timesInUtc: string;
  readonly labels: Readonly<
    Record<
      | 'case'
      | 'ocid'
      | 'version'
      | 'controlAuthority'
      | 'tier'
      | 'state'
      | 'sentAt'
      | 'dueAt'
      | 'letter'
      | 'answers'
      | 'filed'
      | 'corrected'
      | 'withdrawn'
      | 'category'
      | 'severity'
      | 'legalBasis'
      | 'place'
      | 'reply'
      | 'reason'
      | 'when'
      | 'what'
      | 'who'
      | 'file'
      | 'name'
      | 'bytes',
      string
    >
  >;
  readonly sections: Readonly<
    Record<'escalation' | 'findings' | 'history' | 'timeline' | 'documents' | 'verify', string>
  >;
  readonly noDocuments: string;
  /** Before those that belong to the findings and are left out. */
  readonly notInHere: string;
  readonly inParts: string;
  readonly verify: readonly string[];
  readonly leftOut: Readonly<
    Record<
      | 'sealed'
      | 'identity'
      | 'place'
      | 'metadata'
      | 'events'
      | 'names'
      | 'no-copy-without-metadata'
      | 'too-large'
      | 'not-checked'
      | 'refused'
      | 'redacted',
      string
    >
  >;
  readonly severities: Readonly<Record<'minor' | 'serious' | 'grave', string>>;
  readonly states: Readonly<
    Record<'sent' | 'delivered' | 'acknowledged' | 'under-review' | 'answered' | 'lapsed', string>
  >;
}

const en: BundleWords = {
  title: 'Evidence of an escalation',
  skip: 'Skip to the content',
  lead: 'This summary is for reading. What proves it stands beside it in this folder.',
  sanitised:
    'The team wished that this bundle tells no identity, no place and no metadata. People stand in it under neutral names; manifest.json says what is left out.',
  timesInUtc: 'All times are in UTC.',
  labels: {
    case: 'Case',
    ocid: 'Contracting process',
    version: 'Version of the case',
    controlAuthority: 'Control authority',
    tier: 'Tier',
    state: 'State',
    sentAt: 'Sent',
    dueAt: 'Answer due',
    letter: 'Letter',
    answers: 'Answer',
    filed: 'As filed',
    corrected: 'As corrected',
    withdrawn: 'Withdrawn',
    category: 'Category',
    severity: 'Severity',
    legalBasis: 'Legal basis',
    place: 'Place',
    reply: 'Reply of the contracting authority',
    reason: 'Reason',
    when: 'When',
    what: 'What',
    who: 'Who',
    file: 'File',
    name: 'Name it came with',
    bytes: 'Bytes',
  },
  sections: {
    escalation: 'The escalation',
    findings: 'The findings',
    history: 'What was done with it',
    timeline: 'The case in order',
    documents: 'Documents',
    verify: 'How to check this bundle',
  },
  noDocuments: 'No document belongs to these findings.',
  notInHere: 'These belong to it too, and are not in here:',
  inParts:
    'The documents do not fit into one file. Ask for the same address with part=2 and so on, up to part {parts}.',
  verify: [
    'Unpack the ZIP and run `sha256sum -c SHA256SUMS` in its folder: every file must be OK.',
    'Each line of record/events.jsonl is an event of the public record. Its `hash` is the SHA-256 of the canonical JSON (RFC 8785) of everything else in it; `previousHash` is the hash of the event before.',
    'Each line of record/contents.jsonl with a `salt` is what was written with the event of that `version`. The SHA-256 of the canonical JSON of its `salt` and `body` is the `contentHash` of that event.',
    'Compare the last hash with the public record: GET {last}.',
  ],
  leftOut: {
    sealed:
      'What the control authority may not read: the events stand here with their hashes, what was written with them does not.',
    identity: 'Who acted: people stand under neutral names, the same throughout this bundle.',
    place: 'Where it was seen: places and coordinates, in fields and, as far as they are on record, in texts.',
    metadata:
      'Originals of documents, what they were called, their hashes, and the time of day at which something was seen.',
    events:
      'Events as they stand in the record: each names who acted. Their hashes are here, and the events are in the public record: GET {events}.',
    names:
      'Texts were searched for the names, mails and numbers that the roster knows and for the places on record. What somebody described in other words was not found: read them before you pass them on.',
    'no-copy-without-metadata':
      'There is no copy of it without metadata, only the original, which is never given where somebody wished to be protected.',
    'too-large': 'It does not fit into a ZIP that every program can read. Fetch it from the case.',
    'not-checked': 'It was announced, and its bytes have not come or are still being looked into.',
    refused: 'It was examined and not taken: nothing of it is ever given to anybody.',
    redacted: 'Something was left out of it: the version without that stands in its place.',
  },
  severities: { minor: 'minor', serious: 'serious', grave: 'grave' },
  states: {
    sent: 'sent',
    delivered: 'delivered',
    acknowledged: 'acknowledged',
    'under-review': 'under review',
    answered: 'answered',
    lapsed: 'lapsed without an answer',
  },
};

const es: BundleWords = {
  title: 'Evidencia de un escalamiento',
  skip: 'Ir al contenido',
  lead: 'Este resumen es para leer. Lo que lo prueba está junto a él en esta carpeta.',
  sanitised:
    'El equipo pidió que este paquete no diga identidades, lugares ni metadatos. Las personas aparecen con nombres neutros; manifest.json dice qué se omite.',
  timesInUtc: 'Todas las horas están en UTC.',
  labels: {
    case: 'Caso',
    ocid: 'Proceso de contratación',
    version: 'Versión del caso',
    controlAuthority: 'Autoridad de control',
    tier: 'Nivel',
    state: 'Estado',
    sentAt: 'Enviado',
    dueAt: 'Respuesta debida',
    letter: 'Carta',
    answers: 'Respuesta',
    filed: 'Como se presentó',
    corrected: 'Como se corrigió',
    withdrawn: 'Retirado',
    category: 'Categoría',
    severity: 'Gravedad',
    legalBasis: 'Fundamento legal',
    place: 'Lugar',
    reply: 'Réplica de la entidad contratante',
    reason: 'Motivo',
    when: 'Cuándo',
    what: 'Qué',
    who: 'Quién',
    file: 'Archivo',
    name: 'Nombre con que llegó',
    bytes: 'Bytes',
  },
  sections: {
    escalation: 'El escalamiento',
    findings: 'Los hallazgos',
    history: 'Qué se hizo con él',
    timeline: 'El caso en orden',
    documents: 'Documentos',
    verify: 'Cómo verificar este paquete',
  },
  noDocuments: 'Ningún documento pertenece a estos hallazgos.',
  notInHere: 'Estos también le pertenecen, y no están aquí:',
  inParts:
    'Los documentos no caben en un archivo. Pida la misma dirección con part=2 y así sucesivamente, hasta la parte {parts}.',
  verify: [
    'Descomprima el ZIP y ejecute `sha256sum -c SHA256SUMS` en su carpeta: cada archivo debe salir OK.',
    'Cada línea de record/events.jsonl es un evento del registro público. Su `hash` es el SHA-256 del JSON canónico (RFC 8785) de todo lo demás que contiene; `previousHash` es el hash del evento anterior.',
    'Cada línea de record/contents.jsonl con `salt` es lo que se escribió con el evento de esa `version`. El SHA-256 del JSON canónico de su `salt` y su `body` es el `contentHash` de ese evento.',
    'Compare el último hash con el registro público: GET {last}.',
  ],
  leftOut: {
    sealed:
      'Lo que la autoridad de control no puede leer: los eventos están con sus hashes, lo que se escribió con ellos no.',
    identity: 'Quién actuó: las personas aparecen con nombres neutros, los mismos en todo el paquete.',
    place: 'Dónde se vio: lugares y coordenadas, en los campos y, en lo que consta en el registro, en los textos.',
    metadata: 'Originales de los documentos, cómo se llamaban, sus hashes, y la hora a la que se vio algo.',
    events:
      'Los eventos como están en el registro: cada uno nombra a quien actuó. Sus hashes están aquí y los eventos en el registro público: GET {events}.',
    names:
      'En los textos se buscaron los nombres, correos y números que conoce el padrón y los lugares que constan. Lo que alguien describió con otras palabras no se encontró: léalos antes de transmitirlos.',
    'no-copy-without-metadata':
      'No hay copia sin metadatos, solo el original, que nunca se entrega cuando alguien pidió protección.',
    'too-large': 'No cabe en un ZIP que todo programa pueda leer. Descárguelo del caso.',
    'not-checked': 'Se anunció, y sus bytes no han llegado o aún se examinan.',
    refused: 'Se examinó y no se aceptó: nunca se entrega nada de él a nadie.',
    redacted: 'Se le omitió algo: en su lugar está la versión sin ello.',
  },
  severities: { minor: 'leve', serious: 'seria', grave: 'grave' },
  states: {
    sent: 'enviado',
    delivered: 'entregado',
    acknowledged: 'con acuse de recibo',
    'under-review': 'en revisión',
    answered: 'respondido',
    lapsed: 'vencido sin respuesta',
  },
};

const pt: BundleWords = {
  title: 'Evidência de um encaminhamento',
  skip: 'Ir para o conteúdo',
  lead: 'Este resumo é para ler. O que o prova está ao lado dele nesta pasta.',
  sanitised:
    'A equipe pediu que este pacote não diga identidades, lugares nem metadados. As pessoas aparecem com nomes neutros; manifest.json diz o que se omite.',
  timesInUtc: 'Todos os horários estão em UTC.',
  labels: {
    case: 'Caso',
    ocid: 'Processo de contratação',
    version: 'Versão do caso',
    controlAuthority: 'Autoridade de controle',
    tier: 'Nível',
    state: 'Estado',
    sentAt: 'Enviado',
    dueAt: 'Resposta devida',
    letter: 'Carta',
    answers: 'Resposta',
    filed: 'Como foi apresentado',
    corrected: 'Como foi corrigido',
    withdrawn: 'Retirado',
    category: 'Categoria',
    severity: 'Gravidade',
    legalBasis: 'Fundamento legal',
    place: 'Lugar',
    reply: 'Réplica do órgão contratante',
    reason: 'Motivo',
    when: 'Quando',
    what: 'O quê',
    who: 'Quem',
    file: 'Arquivo',
    name: 'Nome com que chegou',
    bytes: 'Bytes',
  },
  sections: {
    escalation: 'O escalonamento',
    findings: 'Os achados',
    history: 'O que se fez com ele',
    timeline: 'O caso em ordem',
    documents: 'Documentos',
    verify: 'Como verificar este pacote',
  },
  noDocuments: 'Nenhum documento pertence a estes achados.',
  notInHere: 'Estes também lhe pertencem, e não estão aqui:',
  inParts:
    'Os documentos não cabem em um arquivo. Peça o mesmo endereço com part=2 e assim por diante, até a parte {parts}.',
  verify: [
    'Descompacte o ZIP e execute `sha256sum -c SHA256SUMS` na pasta: cada arquivo deve sair OK.',
    'Cada linha de record/events.jsonl é um evento do registro público. Seu `hash` é o SHA-256 do JSON canônico (RFC 8785) de tudo o mais que ele contém; `previousHash` é o hash do evento anterior.',
    'Cada linha de record/contents.jsonl com `salt` é o que se escreveu com o evento dessa `version`. O SHA-256 do JSON canônico de seu `salt` e `body` é o `contentHash` desse evento.',
    'Compare o último hash com o registro público: GET {last}.',
  ],
  leftOut: {
    sealed:
      'O que a autoridade de controle não pode ler: os eventos estão aqui com seus hashes, o que se escreveu com eles não.',
    identity: 'Quem agiu: as pessoas aparecem com nomes neutros, os mesmos em todo o pacote.',
    place: 'Onde foi visto: lugares e coordenadas, nos campos e, no que consta do registro, nos textos.',
    metadata: 'Originais dos documentos, como se chamavam, seus hashes, e a hora em que algo foi visto.',
    events:
      'Os eventos como estão no registro: cada um nomeia quem agiu. Seus hashes estão aqui e os eventos no registro público: GET {events}.',
    names:
      'Nos textos foram procurados os nomes, e-mails e números que o cadastro conhece e os lugares que constam. O que alguém descreveu com outras palavras não foi achado: leia-os antes de os repassar.',
    'no-copy-without-metadata':
      'Não há cópia sem metadados, só o original, que nunca se entrega quando alguém pediu proteção.',
    'too-large': 'Não cabe em um ZIP que todo programa possa ler. Baixe-o do caso.',
    'not-checked': 'Foi anunciado, e seus bytes não chegaram ou ainda são examinados.',
    refused: 'Foi examinado e não foi aceito: nada dele se entrega a ninguém.',
    redacted: 'Algo foi omitido dele: em seu lugar está a versão sem isso.',
  },
  severities: { minor: 'leve', serious: 'séria', grave: 'grave' },
  states: {
    sent: 'enviado',
    delivered: 'entregue',
    acknowledged: 'com aviso de recebimento',
    'under-review': 'em análise',
    answered: 'respondido',
    lapsed: 'vencido sem resposta',
  },
};

export const BUNDLE_WORDS: Readonly<Record<Language, BundleWords>> = { en, es, pt };

/** A sentence with its places filled in. */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
