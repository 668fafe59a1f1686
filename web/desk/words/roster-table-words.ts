import type { Words } from '../../../domain/languages.ts';
import type { TableColumn } from '../views/roster-table.ts';

/** What a table of the roster is made of, and what can be wrong with it. */
export const ROSTER_TABLE = {
  missing: ['Elija el archivo con la tabla.', 'Escolha o arquivo com a tabela.', 'Choose the file with the table.'],
  columns: {
    person: ['id', 'id', 'id'],
    kind: ['tipo', 'tipo', 'kind'],
    name: ['nombre', 'nome', 'name'],
    namePublic: ['nombre publico', 'nome publico', 'public name'],
    email: ['correo', 'correio', 'email'],
    phone: ['telefono', 'telefone', 'phone'],
    document: ['documento', 'documento', 'document'],
    employer: ['empleador', 'empregador', 'employer'],
    number: ['numero', 'numero', 'number'],
    issuer: ['emisor', 'emissor', 'issuer'],
    validFrom: ['valido desde', 'valido de', 'valid from'],
    validTo: ['valido hasta', 'valido ate', 'valid to'],
    specialities: ['especialidades', 'especialidades', 'specialities'],
    territories: ['territorios', 'territorios', 'territories'],
  } satisfies Readonly<Record<TableColumn, Words>>,
  'columns-missing': [
    'Faltan estas columnas: {columns}.',
    'Faltam estas colunas: {columns}.',
    'These columns are missing: {columns}.',
  ],
  'columns-unknown': [
    'Estas columnas no se conocen: {columns}. Corrija su nombre o quítelas.',
    'Estas colunas não são conhecidas: {columns}. Corrija o nome ou retire-as.',
    'These columns are not known: {columns}. Put their names right, or take them out.',
  ],
  noDay: [
    '{field}: escriba la fecha como 2026-11-22',
    '{field}: escreva a data como 2026-11-22',
    '{field}: write the date as 2026-11-22',
  ],
  uneven: [
    'La fila no tiene tantos datos como columnas hay.',
    'A linha não tem tantos dados quantas são as colunas.',
    'The row does not have as many fields as there are columns.',
  ],
} as const;
