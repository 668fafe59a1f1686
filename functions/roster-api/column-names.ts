/** What a column of an imported table can be. */
export type Column =
  | 'person'
  | 'kind'
  | 'name'
  | 'namePublic'
  | 'email'
  | 'phone'
  | 'document'
  | 'employer'
  | 'number'
  | 'issuer'
  | 'validFrom'
  | 'validTo'
  | 'specialities'
  | 'territories';

/** The names of each column in English, Spanish and Portuguese: small letters, no accents, a hyphen between words. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  person: ['person', 'person-id', 'id', 'persona', 'id-persona', 'pessoa', 'id-pessoa'],
  kind: ['kind', 'type', 'tipo', 'clase', 'classe'],
  name: ['name', 'full-name', 'nombre', 'nombre-completo', 'razon-social', 'nome', 'nome-completo', 'razao-social'],
  namePublic: ['namepublic', 'name-public', 'public-name', 'nombre-publico', 'nome-publico'],
  email: ['email', 'e-mail', 'correo', 'correo-electronico', 'correio', 'correio-eletronico'],
  phone: ['phone', 'telephone', 'telefono', 'telefone'],
  document: ['document', 'documento', 'rfc', 'cedula', 'cpf', 'cnpj'],
  employer: ['employer', 'empleador', 'patron', 'empregador'],
  number: [
    'number',
    'accreditation-number',
    'numero',
    'numero-de-acreditacion',
    'numero-de-registro',
    'registro',
    'numero-de-acreditacao',
  ],
  issuer: ['issuer', 'issued-by', 'emisor', 'autoridad', 'expedido-por', 'emissor', 'autoridade', 'emitido-por'],
  validFrom: [
    'validfrom',
    'valid-from',
    'desde',
    'valido-desde',
    'vigente-desde',
    'vigencia-desde',
    'inicio',
    'valido-de',
  ],
  validTo: [
    'validto',
    'valid-to',
    'hasta',
    'valido-hasta',
    'vigente-hasta',
    'vigencia-hasta',
    'fin',
    'valido-ate',
    'ate',
  ],
  specialities: ['specialities', 'specialties', 'especialidades', 'especialidad', 'especialidade'],
  territories: ['territories', 'territory', 'region', 'territorios', 'territorio', 'entidad', 'regiao'],
};

const isColumn = (name: string): name is Column => Object.hasOwn(NAMES, name);

export const COLUMN_OF: ReadonlyMap<string, Column> = new Map(
  Object.keys(NAMES)
    .filter(isColumn)
    .flatMap((column) => NAMES[column].map((name) => [name, column] as const)),
);

export const KIND_CALLED: ReadonlyMap<string, 'person' | 'organisation'> = new Map([
  ...['person', 'persona', 'persona-fisica', 'pessoa', 'pessoa-fisica'].map((name) => [name, 'person'] as const),
  ...[
    'organisation',
    'organization',
    'organizacion',
    'persona-moral',
    'persona-juridica',
    'organizacao',
    'pessoa-juridica',
  ].map((name) => [name, 'organisation'] as const),
]);

export const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'si', 'sim', 'true', '1'].map((word) => [word, true] as const),
  ...['no', 'nao', 'false', '0'].map((word) => [word, false] as const),
]);
