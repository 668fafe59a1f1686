import type { Words } from '../../../domain/languages.ts';
import { pactSignatory } from '../../../domain/open-data/codes-of-follow-up.ts';
import { accreditationLoss, departureCause } from '../../../domain/open-data/codes-of-watch.ts';
import type { BEACONS, INTEREST_KINDS, LIAISON_KINDS } from '../../../events/vocabulary.ts';
import type { DRAW_ACTS, TEAM_ACTS } from '../acts/team.ts';
import type { ActSaid, ChoicesSaid, FieldSaid } from './act-words.ts';
import { asCalled, asPublished } from './said.ts';

export const TEAM_ACT_WORDS = {
  'propose-member': {
    does: ['Proponer a una persona', 'Propor uma pessoa', 'Propose somebody'],
    says: [
      'La persona recibe la propuesta y tiene un plazo para aceptarla.',
      'A pessoa recebe a proposta e tem um prazo para aceitá-la.',
      'The person is told, and has a term to accept.',
    ],
  },
  'accept-appointment': {
    does: ['Aceptar la designación', 'Aceitar a designação', 'Accept the appointment'],
    says: [
      'Después podrá firmar su declaración. Hasta entonces no puede actuar en el caso.',
      'Depois poderá assinar a sua declaração. Até lá não pode atuar no caso.',
      'You can then sign your declaration. Until then you cannot act in the case.',
    ],
  },
  'decline-appointment': { does: ['Declinar la designación', 'Recusar a designação', 'Decline the appointment'] },
  'sign-declaration': {
    does: [
      'Firmar la declaración de intereses',
      'Assinar a declaração de interesses',
      'Sign the declaration of interests',
    ],
    says: [
      'Sus intereses se comparan con las partes del proceso. Solo los leen usted, la coordinación y la auditoría.',
      'Seus interesses são comparados com as partes do processo. Só você, a coordenação e a auditoria os leem.',
      'Your interests are compared with the parties of the process. Only you, the coordinator and the auditor read them.',
    ],
  },
  'rule-on-impediment': {
    does: ['Resolver el impedimento', 'Decidir o impedimento', 'Rule on the impediment'],
    says: [
      'Quien tiene un impedimento no actúa hasta que usted resuelva.',
      'Quem tem um impedimento não atua até que você decida.',
      'Whoever has an impediment does not act until you rule.',
    ],
  },
  'elect-officer': { does: ['Registrar su elección', 'Registrar sua eleição', 'Record their election'] },
  'leave-team': {
    does: ['Registrar su salida del equipo', 'Registrar a saída da equipe', 'Record their departure'],
    says: [
      'Lo que tenía pendiente pasa al equipo. Después se puede proponer a alguien en su lugar.',
      'O que estava pendente passa à equipe. Depois pode-se propor alguém em seu lugar.',
      'What was theirs to do passes to the team. Somebody can then be proposed in their place.',
    ],
  },
  'accredit-liaison': {
    does: ['Acreditar a un enlace', 'Credenciar um representante', 'Accredit a liaison'],
    says: [
      'Es quien actúa en este caso por una institución o un licitante.',
      'É quem atua neste caso por uma instituição ou um licitante.',
      'Somebody who acts in this case for an institution or a bidder.',
    ],
  },
  'withdraw-liaison': {
    does: ['Retirar la acreditación', 'Retirar o credenciamento', 'Withdraw the accreditation'],
  },
} as const satisfies Readonly<Record<keyof typeof TEAM_ACTS, ActSaid>>;

export const DRAW_ACT_WORDS = {
  'announce-draw': {
    does: ['Anunciar un sorteo', 'Anunciar um sorteio', 'Announce a draw'],
    says: [
      'La lista y la fuente del azar quedan fijas antes de que nadie pueda conocer el resultado.',
      'A lista e a fonte do acaso ficam fixas antes que alguém possa conhecer o resultado.',
      'The list and the source of chance are fixed before anybody can know the result.',
    ],
  },
  'commit-to-draw': {
    does: ['Comprometer mi valor', 'Comprometer meu valor', 'Commit to my value'],
    says: [
      'Se registra solo la huella de su valor secreto. Guárdelo: después tendrá que revelarlo.',
      'Registra-se só a impressão digital do seu valor secreto. Guarde-o: depois terá de revelá-lo.',
      'Only the hash of your secret value is recorded. Keep it: you must reveal it later.',
    ],
  },
  'reveal-for-draw': { does: ['Revelar mi valor', 'Revelar meu valor', 'Reveal my value'] },
  'record-beacon-value': {
    does: ['Registrar el valor público', 'Registrar o valor público', 'Record the public value'],
    says: [
      'El primer valor de la fuente a partir de la hora anunciada. Cualquiera podrá compararlo.',
      'O primeiro valor da fonte a partir da hora anunciada. Qualquer pessoa poderá compará-lo.',
      'The first value of the beacon at or after the announced hour. Anybody can compare it.',
    ],
  },
  'draw-lots': { does: ['Sortear', 'Sortear', 'Draw the lots'] },
  'call-alternate': {
    does: ['Llamar al siguiente suplente', 'Chamar o próximo suplente', 'Call the next alternate'],
  },
} as const satisfies Readonly<Record<keyof typeof DRAW_ACTS, ActSaid>>;

export const TEAM_FIELDS = {
  person: {
    label: ['Persona', 'Pessoa', 'Person'],
    hint: [
      'El identificador con que actúa en el registro.',
      'O identificador com que atua no registro.',
      'The identifier by which they act on record.',
    ],
  },
  sector: { label: ['Sector', 'Setor', 'Sector'] },
  reason: {
    label: ['Motivo', 'Motivo', 'Reason'],
    hint: ['Queda en el registro.', 'Fica no registro.', 'It stays on record.'],
  },
  replaces: { label: ['En lugar de', 'No lugar de', 'In the place of'] },
  despiteDeparture: {
    label: [
      'Por qué vuelve quien ya dejó el equipo',
      'Por que volta quem já deixou a equipe',
      'Why somebody who left comes back',
    ],
  },
  answers: {
    label: ['Preguntas de la norma', 'Perguntas da norma', 'Questions of the rules'],
    hint: ['Responda todas.', 'Responda a todas.', 'Answer all of them.'],
  },
  answersExplained: {
    label: ['Explicación de sus respuestas', 'Explicação das respostas', 'Explanation of your answers'],
  },
  interests: {
    label: ['Intereses que declara', 'Interesses que declara', 'Interests that you declare'],
    hint: [
      'Empleos, propiedades, parentescos u otros vínculos de los dos últimos años o que sigan vigentes.',
      'Empregos, propriedades, parentescos ou outros vínculos dos dois últimos anos ou ainda vigentes.',
      'Employment, ownership, kinship or other ties, of the last two years or that still stand.',
    ],
  },
  interestKind: { label: ['Vínculo', 'Vínculo', 'Tie'] },
  interestName: { label: ['Con quién', 'Com quem', 'With whom'] },
  identifier: { label: ['Identificador oficial', 'Identificador oficial', 'Official identifier'] },
  scheme: {
    label: ['Registro', 'Cadastro', 'Register'],
    hint: ['Por ejemplo: MX-RFC.', 'Por exemplo: BR-CNPJ.', 'For example: MX-RFC.'],
  },
  identifierNumber: { label: ['Número', 'Número', 'Number'] },
  stands: {
    label: ['¿El impedimento es fundado?', 'O impedimento procede?', 'Does the impediment stand?'],
  },
  office: { label: ['Cargo', 'Cargo', 'Office'] },
  departureCause: {
    label: ['Por qué sale', 'Por que sai', 'Why they leave'],
    hint: [
      'Si es usted quien sale, elija renuncia.',
      'Se é você quem sai, escolha renúncia.',
      'If it is you who leaves, choose resignation.',
    ],
  },
  liaisonKind: { label: ['Por quién actúa', 'Por quem atua', 'For whom they act'] },
  bidder: { label: ['Licitante', 'Licitante', 'Bidder'] },
  controlAuthority: { label: ['Autoridad de control', 'Autoridade de controle', 'Control authority'] },
} as const satisfies Readonly<Record<string, FieldSaid>>;

export const DRAW_FIELDS = {
  candidates: { label: ['Candidaturas, en su orden', 'Candidaturas, na ordem', 'Candidates, in their order'] },
  places: { label: ['Lugares', 'Vagas', 'Places'] },
  alternates: { label: ['Suplentes', 'Suplentes', 'Alternates'] },
  drawSource: { label: ['De dónde viene el azar', 'De onde vem o acaso', 'Where chance comes from'] },
  parties: {
    label: [
      'Las dos partes que comprometen un valor',
      'As duas partes que comprometem um valor',
      'The two parties that commit to a value',
    ],
    hint: [
      'Usted y un enlace, o dos enlaces. Nadie que se sortee.',
      'Você e um representante, ou dois representantes. Ninguém que seja sorteado.',
      'You and a liaison, or two liaisons. Nobody among the candidates.',
    ],
  },
  revealBefore: { label: ['Revelar antes de', 'Revelar antes de', 'To reveal before'] },
  beacon: { label: ['Fuente pública', 'Fonte pública', 'Public beacon'] },
  publishedAfter: {
    label: [
      'Vale el primer valor publicado a partir de',
      'Vale o primeiro valor publicado a partir de',
      'The first value published at or after',
    ],
    hint: [
      'Al menos cinco minutos después del paso anterior.',
      'Pelo menos cinco minutos depois do passo anterior.',
      'Five minutes after the step before it, at least.',
    ],
  },
  commitment: { label: ['Huella de su valor', 'Impressão digital do seu valor', 'Hash of your value'] },
  secretValue: { label: ['Su valor secreto', 'Seu valor secreto', 'Your secret value'] },
  beaconValue: { label: ['Valor publicado', 'Valor publicado', 'Published value'] },
} as const satisfies Readonly<Record<string, FieldSaid>>;

export const TEAM_CHOICES = {
  interestKinds: {
    employer: ['Empleo', 'Emprego', 'Employer'],
    'former-employer': ['Empleo anterior', 'Emprego anterior', 'Former employer'],
    ownership: ['Propiedad o acciones', 'Propriedade ou ações', 'Ownership'],
    supply: ['Proveeduría', 'Fornecimento', 'Supply'],
    kinship: ['Parentesco', 'Parentesco', 'Kinship'],
    membership: ['Pertenencia', 'Filiação', 'Membership'],
    other: ['Otro', 'Outro', 'Other'],
  } satisfies Readonly<Record<(typeof INTEREST_KINDS)[number], Words>>,
  offices: asCalled('offices'),
  departureCauses: asPublished(departureCause),
  accreditationLosses: asPublished(accreditationLoss),
  liaisonKinds: {
    ...asPublished(pactSignatory),
    'control-authority': ['Autoridad de control', 'Autoridade de controle', 'Control authority'],
  } satisfies Readonly<Partial<Record<(typeof LIAISON_KINDS)[number], Words>>>,
  drawSources: {
    beacon: ['Solo un valor público', 'Só um valor público', 'A public value alone'],
    'commit-reveal': [
      'Un valor público y los de dos partes',
      'Um valor público e os de duas partes',
      'A public value and those of two parties',
    ],
  },
  beacons: {
    'drand-quicknet': ['drand (quicknet)', 'drand (quicknet)', 'drand (quicknet)'],
    'drand-default': ['drand (default)', 'drand (default)', 'drand (default)'],
    'nist-beacon-2': ['NIST 2.0', 'NIST 2.0', 'NIST 2.0'],
    'uchile-beacon': ['Random UChile', 'Random UChile', 'Random UChile'],
  } satisfies Readonly<Record<(typeof BEACONS)[number], Words>>,
} as const satisfies Readonly<Record<string, ChoicesSaid>>;

/** The questions of the profiles about impediments, as their declaration asks them: by what they ask in English. */
export const IMPEDIMENT_QUESTIONS: ChoicesSaid = {
  'Have you held a public office during the last year?': [
    '¿Ocupó un cargo público durante el último año?',
    'Ocupou um cargo público durante o último ano?',
    'Have you held a public office during the last year?',
  ],
  'Have you been sanctioned?': [
    '¿Ha sido objeto de alguna sanción?',
    'Já sofreu alguma sanção?',
    'Have you been sanctioned?',
  ],
  'Do you have a conflict of interest in this process?': [
    '¿Tiene un conflicto de interés en este proceso?',
    'Tem um conflito de interesse neste processo?',
    'Do you have a conflict of interest in this process?',
  ],
  'Are you a contractor, interventor or supplier of what is watched, or do you work for it, or did you in the year before?':
    [
      '¿Es contratista, interventor o proveedor de lo que se vigila, o trabaja para ello, o trabajó durante el año anterior?',
      'É contratado, fiscal ou fornecedor do que se fiscaliza, ou trabalha para isso, ou trabalhou no ano anterior?',
      'Are you a contractor, interventor or supplier of what is watched, or do you work for it, or did you in the year before?',
    ],
  'Are you a relative of one of those, or of an official who takes part?': [
    '¿Es familiar de alguna de esas personas, o de un funcionario que participa?',
    'É familiar de alguma dessas pessoas, ou de um funcionário que participa?',
    'Are you a relative of one of those, or of an official who takes part?',
  ],
  'Are you an official whose functions are related to what is watched?': [
    '¿Es funcionario con funciones relacionadas con lo que se vigila?',
    'É funcionário com funções relacionadas ao que se fiscaliza?',
    'Are you an official whose functions are related to what is watched?',
  ],
  'Are you an edil, councillor, deputy or member of Congress?': [
    '¿Es edil, concejal, diputado o congresista?',
    'É vereador, deputado ou membro do Congresso?',
    'Are you an edil, councillor, deputy or member of Congress?',
  ],
  'Do you hold a public office in the institution that buys?': [
    '¿Ocupa un cargo público en la institución que compra?',
    'Ocupa um cargo público na instituição que compra?',
    'Do you hold a public office in the institution that buys?',
  ],
  'Are you, or is your employer, a supplier or bidder of this process?': [
    '¿Es usted, o la organización para la que trabaja, proveedor o licitante de este proceso?',
    'Você, ou a organização para a qual trabalha, é fornecedor ou licitante deste processo?',
    'Are you, or is your employer, a supplier or bidder of this process?',
  ],
  'Are you a relative of an official or bidder who takes part in this process?': [
    '¿Es familiar de un funcionario o licitante que participa en este proceso?',
    'É familiar de um funcionário ou licitante que participa deste processo?',
    'Are you a relative of an official or bidder who takes part in this process?',
  ],
  'Do you hold an office in a political party?': [
    '¿Ocupa un cargo en un partido político?',
    'Ocupa um cargo em um partido político?',
    'Do you hold an office in a political party?',
  ],
  'Have you not taken the training course for witnesses?': [
    '¿Le falta tomar el curso de capacitación para testigos?',
    'Falta-lhe fazer o curso de capacitação para testemunhas?',
    'Have you not taken the training course for witnesses?',
  ],
  'Do you work, or did you work during the last year, for the authority or for a bidder?': [
    '¿Trabaja, o trabajó durante el último año, para la entidad o para un licitante?',
    'Trabalha, ou trabalhou durante o último ano, para o órgão ou para um licitante?',
    'Do you work, or did you work during the last year, for the authority or for a bidder?',
  ],
  'Do you have an economic interest in the outcome of this process?': [
    '¿Tiene un interés económico en el resultado de este proceso?',
    'Tem um interesse econômico no resultado deste processo?',
    'Do you have an economic interest in the outcome of this process?',
  ],
  'Have you been sanctioned or debarred by a public body?': [
    '¿Algún organismo público le ha impuesto una sanción o inhabilitación?',
    'Algum órgão público já lhe impôs uma sanção ou inabilitação?',
    'Have you been sanctioned or debarred by a public body?',
  ],
};
