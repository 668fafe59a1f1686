import type { ROSTER } from '../acts/roster.ts';
import type { ActSaid, ChoicesSaid, FieldSaid } from './act-words.ts';

export const ROSTER_ACTS = {
  'add-roster-entry': {
    does: ['Agregar al padrón', 'Incluir no cadastro', 'Add to the roster'],
    says: [
      'Quedará a la vista de todos que existe la acreditación; el nombre, solo si se marca como público.',
      'Todos verão que a credencial existe; o nome, só se for marcado como público.',
      'Everybody will see that the accreditation exists; the name, only where it is marked as public.',
    ],
  },
  'correct-roster-entry': {
    does: ['Corregir los datos', 'Corrigir os dados', 'Correct the entry'],
    says: [
      'Se guarda todo el formulario: lo que quede vacío se borra.',
      'O formulário é salvo por inteiro: o que ficar vazio é apagado.',
      'The whole form is kept: what is left empty is erased.',
    ],
  },
  'grant-accreditation': { does: ['Otorgar una acreditación', 'Conceder uma credencial', 'Grant an accreditation'] },
  'renew-accreditation': { does: ['Renovar', 'Renovar', 'Renew'] },
  'suspend-accreditation': {
    does: ['Suspender', 'Suspender', 'Suspend'],
    says: [
      'Su titular deja de actuar en todos sus casos hasta que se restablezca.',
      'O titular deixa de atuar em todos os seus casos até que seja restabelecida.',
      'Its holder stops acting in every case until it is reinstated.',
    ],
  },
  'reinstate-accreditation': { does: ['Restablecer', 'Restabelecer', 'Reinstate'] },
  'remove-accreditation': {
    does: ['Retirar la acreditación', 'Retirar a credencial', 'Remove the accreditation'],
    says: [
      'Es definitivo: para volver a actuar hará falta otra acreditación.',
      'É definitivo: para voltar a atuar será preciso outra credencial.',
      'This is for good: acting again takes another accreditation.',
    ],
  },
} as const satisfies Readonly<Record<keyof typeof ROSTER, ActSaid>>;

export const ROSTER_FIELDS = {
  newPseudonym: {
    label: ['Seudónimo', 'Pseudônimo', 'Pseudonym'],
    hint: [
      'Con él aparecerá en el registro: minúsculas, números y guiones, sin nombre ni documento.',
      'É como aparecerá no registro: minúsculas, números e hifens, sem nome nem documento.',
      'How the record will call them: small letters, digits and hyphens, no name and no number of a document.',
    ],
  },
  rosterKind: { label: ['Qué es', 'O que é', 'What it is'] },
  rosterName: { label: ['Nombre', 'Nome', 'Name'] },
  namePublic: {
    label: ['El nombre es público', 'O nome é público', 'The name is public'],
    hint: [
      'Márquelo solo con el consentimiento de la persona.',
      'Marque só com o consentimento da pessoa.',
      'Only with the consent of the person.',
    ],
  },
  email: { label: ['Correo electrónico', 'E-mail', 'Email'] },
  phone: { label: ['Teléfono', 'Telefone', 'Phone'] },
  identityDocument: {
    label: ['Documento de identidad', 'Documento de identidade', 'Identity document'],
    hint: ['Nunca se publica.', 'Nunca é publicado.', 'It is never published.'],
  },
  identifierScheme: { label: ['Tipo de identificador', 'Tipo de identificador', 'Kind of identifier'] },
  identifierId: { label: ['Número', 'Número', 'Number'] },
  interests: {
    label: ['Intereses declarados', 'Interesses declarados', 'Declared interests'],
    hint: [
      'Con ellos se buscan impedimentos al formar equipos.',
      'Com eles se buscam impedimentos ao formar equipes.',
      'With them impediments are looked for when teams are formed.',
    ],
  },
  interestKind: { label: ['Vínculo', 'Vínculo', 'Tie'] },
  interestName: { label: ['Con quién', 'Com quem', 'With whom'] },
  interestIdentifier: {
    label: ['Identificador de la organización', 'Identificador da organização', 'Identifier of the organisation'],
  },
  firstAccreditation: { label: ['Primera acreditación', 'Primeira credencial', 'First accreditation'] },
  accreditationNumber: { label: ['Número de acreditación', 'Número da credencial', 'Number of the accreditation'] },
  issuer: { label: ['Quién la otorga', 'Quem a concede', 'Issued by'] },
  validFrom: { label: ['Vigente desde', 'Válida desde', 'Valid from'] },
  validTo: { label: ['Vigente hasta', 'Válida até', 'Valid to'] },
  specialities: {
    label: ['Especialidades', 'Especialidades', 'Specialities'],
    hint: ['Como códigos: works, health.', 'Como códigos: works, health.', 'As codes: works, health.'],
  },
  territories: {
    label: ['Territorios', 'Territórios', 'Territories'],
    hint: [
      'Como códigos ISO: MX, MX-JAL. Si se deja vacío, vale en todas partes.',
      'Como códigos ISO: BR, BR-SP. Se ficar vazio, vale em toda parte.',
      'As ISO codes: MX, MX-JAL. Where it is left empty, it holds everywhere.',
    ],
  },
  rosterReason: { label: ['Motivo', 'Motivo', 'Reason'] },
} as const satisfies Readonly<Record<string, FieldSaid>>;

export const ROSTER_CHOICES = {
  rosterKinds: {
    person: ['Persona', 'Pessoa', 'Person'],
    organisation: ['Organización', 'Organização', 'Organisation'],
  },
  interests: {
    employer: ['Empleador', 'Empregador', 'Employer'],
    'former-employer': ['Empleador anterior', 'Antigo empregador', 'Former employer'],
    ownership: ['Propiedad o acciones', 'Propriedade ou participação', 'Ownership'],
    supply: ['Proveedor', 'Fornecedor', 'Supplier'],
    kinship: ['Parentesco', 'Parentesco', 'Kinship'],
    membership: ['Membresía', 'Filiação', 'Membership'],
    other: ['Otro', 'Outro', 'Other'],
  },
  accreditationStatuses: {
    pending: ['Por iniciar', 'A iniciar', 'Not begun'],
    active: ['Vigente', 'Vigente', 'Active'],
    suspended: ['Suspendida', 'Suspensa', 'Suspended'],
    expired: ['Vencida', 'Vencida', 'Expired'],
    removed: ['Retirada', 'Retirada', 'Removed'],
  },
} as const satisfies Readonly<Record<string, ChoicesSaid>>;
