import type { DrawStepName } from '../../../domain/draw/draw-steps.ts';
import type { Words } from '../../../domain/languages.ts';
import type { DOCUMENT_PURPOSES, DOCUMENT_STATES, DRAW_STATES } from '../../../events/vocabulary.ts';

export const TEAM = {
  title: ['Equipo', 'Equipe', 'Team'],
  none: ['Todavía no hay nadie.', 'Ainda não há ninguém.', 'There is nobody yet.'],
  proposed: ['Falta su respuesta', 'Falta a resposta', 'Awaits an answer'],
  accepted: ['En funciones', 'Em exercício', 'In office'],
  declared: ['Declaró', 'Declarou', 'Declared'],
  undeclared: ['Falta su declaración', 'Falta a declaração', 'Has not declared'],
  impeded: ['Impedimento', 'Impedimento', 'Impediment'],
  cleared: ['Sin impedimento', 'Sem impedimento', 'No impediment stands'],
  accreditation: ['Acreditación', 'Credenciamento', 'Accreditation'],
  impediments: ['Impedimentos', 'Impedimentos', 'Impediments'],
  noImpediments: [
    'No se encontró ningún vínculo con las partes del proceso.',
    'Não se encontrou nenhum vínculo com as partes do processo.',
    'No tie to a party of the process was found.',
  ],
  roster: ['del padrón', 'do cadastro', 'from the roster'],
  declaration: ['de su declaración', 'da declaração', 'from the declaration'],
  liaisons: ['Enlaces de las instituciones', 'Representantes das instituições', 'Liaisons of the institutions'],
  noLiaisons: ['Nadie está acreditado todavía.', 'Ninguém está credenciado ainda.', 'Nobody is accredited yet.'],
  departures: ['Salidas del equipo', 'Saídas da equipe', 'Departures'],
  noDepartures: ['Nadie ha dejado el equipo.', 'Ninguém deixou a equipe.', 'Nobody has left the team.'],
  successor: [
    'En su lugar se propuso a {person}.',
    'Em seu lugar foi proposto {person}.',
    '{person} was proposed in their place.',
  ],
  noSuccessor: ['Nadie ocupa su lugar.', 'Ninguém ocupa o seu lugar.', 'Nobody was proposed in their place.'],
} as const satisfies Readonly<Record<string, Words>>;

export const DRAWS = {
  title: ['Sorteos', 'Sorteios', 'Draws'],
  lead: [
    'Cada sorteo se puede recalcular en este dispositivo con el registro público, sin confiar en el servidor.',
    'Cada sorteio pode ser recalculado neste dispositivo com o registro público, sem confiar no servidor.',
    'Each draw can be recomputed on this device from the public record, without trusting the server.',
  ],
  none: ['No hay sorteos.', 'Não há sorteios.', 'There are no draws.'],
  states: {
    'commitments-awaited': ['Esperan compromisos', 'Aguarda compromissos', 'Awaits commitments'],
    'reveals-awaited': ['Esperan valores', 'Aguarda valores', 'Awaits values'],
    'value-awaited': ['Espera el valor público', 'Aguarda o valor público', 'Awaits the public value'],
    'drawing-awaited': ['Listo para sortear', 'Pronto para sortear', 'Ready to draw'],
    drawn: ['Sorteado', 'Sorteado', 'Drawn'],
  } satisfies Readonly<Record<(typeof DRAW_STATES)[number], Words>>,
  places: ['Lugares (+suplentes)', 'Vagas (+suplentes)', 'Places (+alternates)'],
  beacon: ['Fuente pública', 'Fonte pública', 'Public beacon'],
  publishedAfter: ['Vale el primer valor desde', 'Vale o primeiro valor desde', 'First value at or after'],
  revealBefore: ['Revelar antes de', 'Revelar antes de', 'To reveal before'],
  parties: ['Partes', 'Partes', 'Parties'],
  candidates: [
    'Candidaturas, en el orden anunciado',
    'Candidaturas, na ordem anunciada',
    'Candidates, in the announced order',
  ],
  order: ['Orden sorteado', 'Ordem sorteada', 'Drawn order'],
  drawn: ['Propuesta', 'Proposta', 'Proposed'],
  proposed: ['Se propuso a', 'Propostos', 'Proposed'],
  secret: [
    'Su valor secreto está guardado en este dispositivo. Anótelo también en otro lugar y no lo muestre a nadie hasta revelarlo.',
    'Seu valor secreto está guardado neste dispositivo. Anote-o também em outro lugar e não o mostre a ninguém até revelá-lo.',
    'Your secret value is kept on this device. Write it down elsewhere too, and show it to nobody until you reveal it.',
  ],
  verify: ['Comprobar en este dispositivo', 'Conferir neste dispositivo', 'Verify on this device'],
  verifying: ['Recalculando…', 'Recalculando…', 'Recomputing…'],
  notVerified: [
    'El registro no se pudo leer completo. Inténtelo de nuevo.',
    'O registro não pôde ser lido por inteiro. Tente de novo.',
    'The record could not be read as a whole. Try again.',
  ],
  right: [
    'El sorteo se recalcula: todo coincide.',
    'O sorteio pode ser recalculado: tudo coincide.',
    'This draw recomputes: everything agrees.',
  ],
  rightSoFar: [
    'Lo registrado hasta ahora coincide; aún no se sortea.',
    'O registrado até agora coincide; ainda não foi sorteado.',
    'What is on record so far agrees; the lots are not drawn yet.',
  ],
  wrong: [
    'El sorteo no coincide: vea el paso que falla.',
    'O sorteio não coincide: veja o passo que falha.',
    'This draw does not recompute: see the step that fails.',
  ],
  holds: ['Coincide', 'Coincide', 'Holds'],
  fails: ['No coincide', 'Não coincide', 'Fails'],
  steps: {
    announced: [
      'Se anunció el {at}, sin otro sorteo en curso.',
      'Foi anunciado em {at}, sem outro sorteio em andamento.',
      'Announced at {at}, with no other draw under way.',
    ],
    enough: [
      '{candidates} candidaturas para {places} lugares y {alternates} suplentes.',
      '{candidates} candidaturas para {places} vagas e {alternates} suplentes.',
      '{candidates} candidates for {places} places and {alternates} alternates.',
    ],
    list: [
      'La lista {list} tiene la huella {hash}',
      'A lista {list} tem a impressão digital {hash}',
      'The list {list} has the hash {hash}',
    ],
    algorithm: ['El algoritmo es {algorithm}.', 'O algoritmo é {algorithm}.', 'The algorithm is {algorithm}.'],
    'by-beacon': [
      'La semilla viene del primer valor de {beacon} desde {publishedAfter}, después del anuncio.',
      'A semente vem do primeiro valor de {beacon} desde {publishedAfter}, depois do anúncio.',
      'The seed comes from the first value of {beacon} at or after {publishedAfter}, later than the announcement.',
    ],
    'by-parties': [
      'La semilla viene de lo que {one} y {other} revelan antes de {revealBefore} y del primer valor de {beacon} desde {publishedAfter}, después del anuncio.',
      'A semente vem do que {one} e {other} revelam antes de {revealBefore} e do primeiro valor de {beacon} desde {publishedAfter}, depois do anúncio.',
      'The seed comes from what {one} and {other} reveal before {revealBefore}, and the first value of {beacon} at or after {publishedAfter}, all later than the announcement.',
    ],
    commits: [
      '{party} se compromete con {commitment} cuando nada se ha revelado.',
      '{party} se compromete com {commitment} quando nada foi revelado.',
      '{party} commits to {commitment} while nothing is revealed.',
    ],
    reveals: [
      '{party} revela en plazo, con ambas partes comprometidas.',
      '{party} revela no prazo, com ambas as partes comprometidas.',
      '{party} reveals in the term, with both parties bound.',
    ],
    commitment: [
      'La huella SHA-256 de {text} es el compromiso de {party}.',
      'A impressão digital SHA-256 de {text} é o compromisso de {party}.',
      'SHA-256 of {text} is the commitment of {party}.',
    ],
    'not-revealed': [
      '{party} no reveló en plazo; la semilla se forma sin su valor.',
      '{party} não revelou no prazo; a semente se forma sem o seu valor.',
      '{party} did not reveal in the term; the seed goes without.',
    ],
    'not-committed': [
      '{party} no se comprometió en plazo; la semilla se forma sin su valor.',
      '{party} não se comprometeu no prazo; a semente se forma sem o seu valor.',
      '{party} did not commit in the term; the seed goes without.',
    ],
    value: [
      'El valor de {beacon} es {value} (compárelo en {address})',
      'O valor de {beacon} é {value} (compare em {address})',
      'The value of {beacon} is {value} (compare it at {address})',
    ],
    settled: [
      'No faltaba el valor de nadie, y el sorteo no tenía semilla.',
      'Não faltava o valor de ninguém, e o sorteio não tinha semente.',
      'Nobody’s value was still awaited, and the draw had no seed.',
    ],
    seed: [
      'La huella SHA-256 de {text} es la semilla {seed}',
      'A impressão digital SHA-256 de {text} é a semente {seed}',
      'SHA-256 of {text} is the seed {seed}',
    ],
    'drawn-once': [
      'El sorteo tenía semilla y se hizo una sola vez.',
      'O sorteio tinha semente e foi feito uma só vez.',
      'The draw was seeded, and drawn once.',
    ],
    rank: [
      '{place}. {person}, por su rango {rank}',
      '{place}. {person}, pela ordem {rank}',
      '{place}. {person}, by the rank {rank}',
    ],
    proposed: ['Se propone a: {people}.', 'São propostos: {people}.', 'Proposed: {people}.'],
    alternate: [
      '{person} es el siguiente suplente, llamado a un lugar que quedó libre.',
      '{person} é o próximo suplente, chamado para uma vaga que ficou livre.',
      '{person} is the next alternate, called for a place set free.',
    ],
    unannounced: [
      '{draw} se anunció antes de que nada más le ocurriera.',
      '{draw} foi anunciado antes de qualquer outro passo.',
      '{draw} is announced before anything else happens to it.',
    ],
    stray: [
      '{person} fue propuesta por sorteo después de salir sorteada.',
      '{person} foi proposta por sorteio depois de ser sorteada.',
      '{person} is proposed by lot after being drawn.',
    ],
    'not-proposed': [
      '{person} salió en el sorteo y fue propuesta.',
      '{person} saiu no sorteio e foi proposta.',
      '{person} was drawn and is proposed.',
    ],
  } satisfies Readonly<Record<DrawStepName, Words>>,
} as const;

export const PACT = {
  title: ['Pacto de integridad', 'Pacto de integridade', 'Integrity pact'],
  signedByAuthority: [
    'Lo firmó la entidad contratante',
    'O órgão contratante assinou',
    'Signed by the contracting authority',
  ],
  awaitedOfAuthority: [
    'Falta la firma de la entidad contratante',
    'Falta a assinatura do órgão contratante',
    'Awaits the contracting authority',
  ],
  toSign: ['Pactos por firmar', 'Pactos por assinar', 'Pacts to sign'],
  noText: ['No hay un texto depositado.', 'Não há texto depositado.', 'No text is on deposit.'],
  edition: ['Edición', 'Edição', 'Edition'],
  bidders: ['Licitantes', 'Licitantes', 'Bidders'],
  noBidders: ['No se conoce a ningún licitante.', 'Nenhum licitante é conhecido.', 'No bidder is known.'],
  breaches: ['Incumplimientos', 'Descumprimentos', 'Breaches'],
  noBreaches: ['No consta ninguno.', 'Não consta nenhum.', 'None is on record.'],
  unruled: ['Sin resolver', 'Sem decisão', 'Not ruled on'],
  reportedAt: ['Denunciado', 'Denunciado', 'Reported'],
  accused: ['Quién', 'Quem', 'Who'],
  provision: ['Compromiso', 'Compromisso', 'Commitment'],
  circumstances: ['Qué ocurrió', 'O que ocorreu', 'What happened'],
  answer: ['Respuesta', 'Resposta', 'Answer'],
  explanation: ['Por qué se resolvió así', 'Por que se decidiu assim', 'Why it was ruled so'],
} as const satisfies Readonly<Record<string, Words>>;

export const COMMITTEE = {
  title: ['Comisión', 'Comissão', 'Committee'],
  none: [
    'Todavía no consta su acta de constitución.',
    'Ainda não consta a ata de constituição.',
    'Its act of constitution is not on record yet.',
  ],
  registered: ['Inscrita', 'Inscrita', 'Registered'],
  unregistered: ['Sin inscribir', 'Não inscrita', 'Not registered'],
  termEnded: ['Terminó su periodo', 'O seu período terminou', 'Its term is over'],
  dissolved: ['Disuelta', 'Dissolvida', 'Dissolved'],
  members: ['Integrantes', 'Integrantes', 'Members'],
  startedAt: ['Desde', 'Desde', 'Since'],
  months: ['Meses', 'Meses', 'Months'],
  act: ['Huella del acta (SHA-256)', 'Impressão digital da ata (SHA-256)', 'Hash of the act (SHA-256)'],
} as const satisfies Readonly<Record<string, Words>>;

export const ACCESS = {
  title: ['Acceso a los documentos', 'Acesso aos documentos', 'Access to documents'],
  stage: ['Etapa', 'Etapa', 'Stage'],
  lead: [
    'Registre de cada documento si se obtuvo, completo y a tiempo.',
    'Registre de cada documento se foi obtido, completo e a tempo.',
    'Record of each document whether it was obtained, whole and in time.',
  ],
  unchecked: ['Sin revisar', 'Sem verificar', 'Not checked'],
  notAsked: ['No se pide en esta etapa', 'Não é pedido nesta etapa', 'Not asked for in this stage'],
} as const satisfies Readonly<Record<string, Words>>;

export const CONTRACT = {
  title: ['Fallo y contrato', 'Adjudicação e contrato', 'Award and contract'],
  award: ['Fallo', 'Adjudicação', 'Award'],
  noAward: ['Todavía no consta.', 'Ainda não consta.', 'Not on record yet.'],
  contract: ['Contrato', 'Contrato', 'Contract'],
  noContract: ['Todavía no consta su firma.', 'A assinatura ainda não consta.', 'Its signature is not on record yet.'],
  signed: ['Firmado:', 'Assinado:', 'Signed:'],
  visits: ['Visitas', 'Visitas', 'Visits'],
  noVisits: ['Ninguna visita planeada.', 'Nenhuma visita planejada.', 'No visit is planned.'],
  planned: ['Por hacer', 'A fazer', 'Planned'],
  amendments: ['Modificaciones', 'Aditivos', 'Amendments'],
  noAmendments: ['No consta ninguna.', 'Não consta nenhum.', 'None is on record.'],
  reviewed: ['Revisada', 'Revisado', 'Reviewed'],
  unreviewed: ['Sin revisar', 'Sem revisar', 'Not reviewed'],
} as const satisfies Readonly<Record<string, Words>>;

export const DOCUMENTS = {
  title: ['Archivos del caso', 'Arquivos do caso', 'Files of the case'],
  none: ['Todavía no hay archivos.', 'Ainda não há arquivos.', 'There are no files yet.'],
  states: {
    awaited: ['Aún no llega', 'Ainda não chegou', 'Awaited'],
    checking: ['En revisión', 'Em verificação', 'Being looked into'],
    usable: ['Revisado', 'Verificado', 'Usable'],
    refused: ['No se aceptó', 'Não foi aceito', 'Refused'],
  } satisfies Readonly<Record<(typeof DOCUMENT_STATES)[number], Words>>,
  purposes: {
    'observation-evidence': ['Prueba de una observación', 'Prova de uma observação', 'Evidence of an observation'],
    'pact-text': ['Texto del pacto', 'Texto do pacto', 'Text of the pact'],
    'signed-act': ['Acta firmada', 'Ata assinada', 'Signed act'],
    'report-annex': ['Anexo de un informe', 'Anexo de um relatório', 'Annex of a report'],
    'reply-attachment': ['Anexo de una respuesta', 'Anexo de uma resposta', 'Attachment of a reply'],
    'tip-file': ['Archivo de un aviso', 'Arquivo de um aviso', 'File of a tip'],
    'access-copy': ['Copia obtenida', 'Cópia obtida', 'Copy that was obtained'],
  } satisfies Readonly<Record<(typeof DOCUMENT_PURPOSES)[number], Words>>,
  document: ['Documento', 'Documento', 'Document'],
  declaredAt: ['Anunciado', 'Anunciado', 'Announced'],
  supersedes: ['Sustituye a', 'Substitui', 'Supersedes'],
  supersededBy: ['Sustituido por', 'Substituído por', 'Superseded by'],
  redacts: ['Versión pública de', 'Versão pública de', 'Public version of'],
  redactedBy: ['Su versión pública', 'Sua versão pública', 'Its public version'],
  getLink: ['Pedir el enlace para leerlo', 'Pedir o link para ler', 'Get a link to read it'],
  open: ['Abrir el archivo', 'Abrir o arquivo', 'Open the file'],
  notReadable: ['No se puede leer ahora.', 'Não pode ser lido agora.', 'It cannot be read now.'],
  custody: ['Por qué manos ha pasado', 'Por que mãos passou', 'Through whose hands it went'],
  noCustody: ['No se le muestra.', 'Não lhe é mostrado.', 'It is not shown to you.'],
  steps: {
    declared: ['Anunciado', 'Anunciado', 'Announced'],
    arrived: ['Llegó', 'Chegou', 'Arrived'],
    sealed: ['Guardado sin cambios posibles', 'Guardado sem mudanças possíveis', 'Sealed'],
    derived: ['Se hizo su copia compartida', 'Foi feita a cópia compartilhada', 'Its shared copy was made'],
    refused: ['No se aceptó', 'Não foi aceito', 'Refused'],
    read: ['Leído', 'Lido', 'Read'],
    bundled: ['Incluido en un expediente', 'Incluído em um dossiê', 'Put into a bundle'],
    published: ['Publicado', 'Publicado', 'Published'],
  },
} as const;

/** What is missing of a requirement, by the facts that the API tells. */
export const MISSING = {
  accepted: [
    'En funciones: {n} de al menos {min}',
    'Em exercício: {n} de pelo menos {min}',
    'In office: {n} of at least {min}',
  ],
  able: [
    'Pueden actuar: {n} de al menos {min}',
    'Podem atuar: {n} de pelo menos {min}',
    'Able to act: {n} of at least {min}',
  ],
  proposed: ['Falta su respuesta: {people}', 'Falta a resposta: {people}', 'Awaiting an answer: {people}'],
  office: ['Falta elegir: {office}', 'Falta eleger: {office}', 'To be elected: {office}'],
  sectors: ['Sectores: {n} de al menos {min}', 'Setores: {n} de pelo menos {min}', 'Sectors: {n} of at least {min}'],
  declaration: ['Falta la declaración de {person}', 'Falta a declaração de {person}', 'Not declared: {person}'],
  impediment: ['Impedimento de {person}', 'Impedimento de {person}', 'Impediment of {person}'],
  termEnded: [
    'Terminó el periodo de la comisión',
    'O período da comissão terminou',
    'The term of the committee is over',
  ],
  unregistered: ['La comisión no está inscrita', 'A comissão não está inscrita', 'The committee is not registered'],
  open: ['Pendientes: {n}', 'Pendentes: {n}', 'Open: {n}'],
  unchecked: ['Sin revisar: {documents}', 'Sem verificar: {documents}', 'Not checked: {documents}'],
  report: ['{report}: {state}', '{report}: {state}', '{report}: {state}'],
  notDrafted: ['Sin redactar: {stage}', 'Sem redigir: {stage}', 'Not drafted: {stage}'],
  dimension: ['Sin evaluar: {dimension}', 'Sem avaliar: {dimension}', 'Not coded: {dimension}'],
  until: ['Hasta el {date}', 'Até {date}', 'Until {date}'],
} as const satisfies Readonly<Record<string, Words>>;
