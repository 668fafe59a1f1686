import type { Words } from '../../../domain/languages.ts';
import type { GivenRole } from '../../../events/vocabulary.ts';
import type { Difference } from '../../../functions/_people/person-view.ts';
import type { PEOPLE } from '../acts/people.ts';
import type { ActSaid, ChoicesSaid, FieldSaid } from './act-words.ts';

export const PEOPLE_ACTS = {
  'add-person': {
    does: ['Incorporar a una persona', 'Incluir uma pessoa', 'Add a person'],
    says: [
      'Se le invita a ingresar con este correo. Queda registrado quién lo decidió y por qué.',
      'Ela é convidada a entrar com este e-mail. Fica registrado quem decidiu e por quê.',
      'They are invited to sign in with this address. Who decided it and why stays on record.',
    ],
  },
  'give-role': {
    does: ['Dar una función', 'Dar uma função', 'Give a role'],
    says: [
      'Vale desde el próximo ingreso, o en unos minutos si la persona ya ingresó.',
      'Vale a partir da próxima entrada, ou em alguns minutos se a pessoa já entrou.',
      'It holds from the next sign-in, or within minutes for somebody who is signed in.',
    ],
  },
  'take-role': {
    does: ['Quitar esta función', 'Retirar esta função', 'Take this role'],
    says: [
      'Quien ya ingresó puede seguir usándola hasta 15 minutos; después, no.',
      'Quem já entrou ainda pode usá-la por até 15 minutos; depois, não.',
      'Whoever is signed in can go on using it for up to 15 minutes, and no longer.',
    ],
  },
  'suspend-person': {
    does: ['Suspender a la persona', 'Suspender a pessoa', 'Suspend the person'],
    says: [
      'No podrá ingresar hasta que se le restablezca. Quien ya ingresó puede seguir hasta 15 minutos.',
      'Não poderá entrar até ser restabelecida. Quem já entrou pode continuar por até 15 minutos.',
      'They cannot sign in until they are restored. Whoever is signed in can go on for up to 15 minutes.',
    ],
  },
  'restore-person': {
    does: ['Restablecer a la persona', 'Restabelecer a pessoa', 'Restore the person'],
    says: [
      'Podrá ingresar otra vez, con las funciones que constan.',
      'Poderá entrar de novo, com as funções que constam.',
      'They can sign in again, in the roles that are on record.',
    ],
  },
} as const satisfies Readonly<Record<keyof typeof PEOPLE, ActSaid>>;

export const PEOPLE_FIELDS = {
  personAddress: {
    label: ['Correo electrónico', 'E-mail', 'Email'],
    hint: [
      'Con él ingresará. No se publica.',
      'Com ele entrará. Não é publicado.',
      'They sign in with it. It is not published.',
    ],
  },
  personRoles: {
    label: ['Funciones', 'Funções', 'Roles'],
    hint: [
      'Quien compra o vende no puede tener ninguna otra función.',
      'Quem compra ou vende não pode ter nenhuma outra função.',
      'Whoever buys or sells can have no other role.',
    ],
  },
  personRole: { label: ['Función', 'Função', 'Role'] },
  peopleReason: {
    label: ['Motivo', 'Motivo', 'Reason'],
    hint: [
      'Lo leen la administración y la auditoría.',
      'A administração e a auditoria o leem.',
      'Administrators and auditors read it.',
    ],
  },
} as const satisfies Readonly<Record<string, FieldSaid>>;

export const PEOPLE_CHOICES = {
  peopleRoles: {
    coordinator: ['Coordinación', 'Coordenação', 'Coordinator'],
    witness: ['Testigo social', 'Testemunha social', 'Social witness'],
    member: ['Integrante de comisión', 'Integrante de comissão', 'Committee member'],
    'contracting-authority': ['Entidad contratante', 'Órgão contratante', 'Contracting authority'],
    'bidder-representative': ['Representante de licitante', 'Representante de licitante', 'Bidder’s representative'],
    'control-authority': ['Autoridad de control', 'Autoridade de controle', 'Control authority'],
    assessor: ['Evaluación', 'Avaliação', 'Assessor'],
    auditor: ['Auditoría', 'Auditoria', 'Auditor'],
    administrator: ['Administración', 'Administração', 'Administrator'],
  } satisfies Readonly<Record<GivenRole, Words>>,
  /** In what the sign-in differs from the record, in a few words. */
  differences: {
    'not-on-record': ['No consta en el registro', 'Não consta no registro', 'Not on the record'],
    'no-account': ['Sin cuenta de ingreso', 'Sem conta de entrada', 'No account to sign in'],
    'role-by-hand': ['Función dada a mano', 'Função dada à mão', 'Role given by hand'],
    'role-missing': ['Falta una función', 'Falta uma função', 'A role is missing'],
    'signs-in-although-suspended': [
      'Ingresa pese a la suspensión',
      'Entra apesar da suspensão',
      'Signs in although suspended',
    ],
    'kept-out-by-hand': ['Bloqueada a mano', 'Bloqueada à mão', 'Kept out by hand'],
  } satisfies Readonly<Record<Difference, Words>>,
  /** The same, and what to do. */
  differencesSaid: {
    'not-on-record': [
      'Puede ingresar, pero ningún registro dice quién se lo permitió. Incorpórela con su correo, para que conste; si no debía tener acceso, suspéndala después.',
      'Pode entrar, mas nenhum registro diz quem permitiu. Inclua-a com o e-mail dela, para que conste; se não devia ter acesso, suspenda-a depois.',
      'They can sign in, but no record says who allowed it. Add them with their address, so that it is on record; if they should have no access, suspend them then.',
    ],
    'no-account': [
      'Consta en el registro, pero alguien quitó su cuenta: no puede ingresar.',
      'Consta no registro, mas alguém retirou a conta: não pode entrar.',
      'They are on record, but somebody removed their account: they cannot sign in.',
    ],
    'role-by-hand': [
      'Tiene al ingresar una función que el registro no le da. Alguien se la dio fuera de este sistema: averigüe quién.',
      'Ao entrar tem uma função que o registro não lhe dá. Alguém a deu fora deste sistema: descubra quem.',
      'They sign in with a role that the record does not give them. Somebody gave it outside this system: find out who.',
    ],
    'role-missing': [
      'Le falta al ingresar una función que el registro le da.',
      'Ao entrar falta-lhe uma função que o registro lhe dá.',
      'A role that the record gives them is missing when they sign in.',
    ],
    'signs-in-although-suspended': [
      'Está suspendida, y sin embargo puede ingresar.',
      'Está suspensa e, no entanto, pode entrar.',
      'They are suspended, and yet can sign in.',
    ],
    'kept-out-by-hand': [
      'No puede ingresar, aunque el registro no la suspende.',
      'Não pode entrar, embora o registro não a suspenda.',
      'They cannot sign in, although the record does not suspend them.',
    ],
  } satisfies Readonly<Record<Difference, Words>>,
  /** What was done about somebody. */
  peopleDeeds: {
    'person.added.v1': ['Se le incorporó', 'Foi incluída', 'Was added'],
    'role.given.v1': ['Recibió una función', 'Recebeu uma função', 'Was given a role'],
    'role.taken.v1': ['Se le quitó una función', 'Perdeu uma função', 'Lost a role'],
    'person.suspended.v1': ['Se le suspendió', 'Foi suspensa', 'Was suspended'],
    'person.restored.v1': ['Se le restableció', 'Foi restabelecida', 'Was restored'],
  },
} as const satisfies Readonly<Record<string, ChoicesSaid>>;

export const PEOPLE_VIEW_WORDS = {
  title: ['Personas', 'Pessoas', 'People'],
  lead: [
    'Quién puede ingresar y con qué funciones. Cada decisión queda en el registro, con quien la tomó y su motivo.',
    'Quem pode entrar e com quais funções. Cada decisão fica no registro, com quem a tomou e o motivo.',
    'Who may sign in, and in which roles. Each decision stays on record, with who took it and why.',
  ],
  tokens: [
    'Una función que se quita deja de valer en 15 minutos como máximo: lo que dura un ingreso antes de renovarse.',
    'Uma função retirada deixa de valer em no máximo 15 minutos: o que dura uma entrada antes de se renovar.',
    'A role that is taken stops working within 15 minutes: as long as a sign-in lasts before it is renewed.',
  ],
  onRecord: ['En el registro', 'No registro', 'On record'],
  nobody: ['Nadie consta todavía.', 'Ninguém consta ainda.', 'Nobody is on record yet.'],
  beside: ['Cuentas que no constan', 'Contas que não constam', 'Accounts that no record knows'],
  besideSays: [
    'Pueden ingresar sin que ningún registro diga quién lo permitió: la primera administración, las personas de ejemplo, o alguien a quien se dio acceso a mano.',
    'Podem entrar sem que nenhum registro diga quem permitiu: a primeira administração, as pessoas de exemplo, ou alguém a quem se deu acesso à mão.',
    'They can sign in although no record says who allowed it: the first administrator, the example people, or somebody who was let in by hand.',
  ],
  suspended: ['Suspendida', 'Suspensa', 'Suspended'],
  active: ['Puede ingresar', 'Pode entrar', 'May sign in'],
  closed: ['No puede ingresar', 'Não pode entrar', 'Cannot sign in'],
  standing: ['Situación', 'Situação', 'Standing'],
  addedAt: ['Consta desde', 'Consta desde', 'On record since'],
  id: ['Identificador', 'Identificador', 'Identifier'],
  idSays: [
    'Con este identificador se le agrega al padrón y se le nombra en los casos.',
    'Com este identificador é incluída no cadastro e nomeada nos casos.',
    'The roster and the cases know them by this identifier.',
  ],
  roles: ['Funciones según el registro', 'Funções segundo o registro', 'Roles by record'],
  noRoles: ['Ninguna', 'Nenhuma', 'None'],
  signIn: ['Lo que dice el ingreso', 'O que diz a entrada', 'What the sign-in says'],
  differs: [
    'El ingreso dice otra cosa que el registro',
    'A entrada diz outra coisa que o registro',
    'The sign-in says otherwise than the record',
  ],
  differsSoon: [
    'Tras un cambio es normal por unos segundos. Lo que permanece se hizo a mano.',
    'Depois de uma mudança é normal por alguns segundos. O que permanece foi feito à mão.',
    'After a change that is so for some seconds. What stays was done by hand.',
  ],
  agrees: [
    'El ingreso coincide con el registro.',
    'A entrada coincide com o registro.',
    'The sign-in agrees with the record.',
  ],
  own: [
    'Esta es su propia cuenta: sobre ella decide otra persona que administre.',
    'Esta é a sua própria conta: sobre ela decide outra pessoa que administre.',
    'This is your own account: another administrator decides about it.',
  ],
  history: ['Lo que se hizo', 'O que foi feito', 'What was done'],
  by: ['por', 'por', 'by'],
} as const satisfies Readonly<Record<string, Words>>;
