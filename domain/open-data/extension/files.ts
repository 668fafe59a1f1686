import type { Language } from '../../languages.ts';
import { ADDED_CODES, csvOf, OWN_CODELISTS } from '../codelists.ts';
import { EXTENSION_PATH } from './place.ts';
import { README } from './readme.ts';
import { releaseSchemaPatch } from './schema.ts';

/** A file of the extension, by its path from `extension.json`. */
export interface ExtensionFile {
  readonly path: string;
  readonly mediaType: 'application/json' | 'text/csv; charset=utf-8' | 'text/markdown; charset=utf-8';
  /** Made when it is asked for: whoever wants one file does not wait for all. */
  readonly text: () => string;
}

const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const lists = (language: Language): readonly ExtensionFile[] => [
  ...Object.entries(OWN_CODELISTS).map(([name, codes]) =>
    csvFile(`codelists/${name}.csv`, () => csvOf(codes, language)),
  ),
  // A plus says that these codes are added to a list of the standard.
  ...Object.entries(ADDED_CODES).map(([name, codes]) =>
    csvFile(`codelists/+${name}.csv`, () => csvOf(codes, language)),
  ),
];

const csvFile = (path: string, text: () => string): ExtensionFile => ({
  path,
  mediaType: 'text/csv; charset=utf-8',
  text,
});

/** The files of the `oversight` extension in the extension format of OCDS 1.1, with titles and descriptions in one language. */
export const extensionFiles = (origin: string, language: Language): readonly ExtensionFile[] => [
  { path: 'extension.json', mediaType: 'application/json', text: () => asJson(extensionJson(origin)) },
  { path: 'release-schema.json', mediaType: 'application/json', text: () => asJson(releaseSchemaPatch(language)) },
  { path: 'README.md', mediaType: 'text/markdown; charset=utf-8', text: () => README[language] },
  ...lists(language),
];

const readmeAt = (origin: string, language: Language): string =>
  `${origin}${EXTENSION_PATH}/README.md?language=${language}`;

const extensionJson = (origin: string) => ({
  name: { en: 'Oversight', es: 'Veeduría', pt: 'Fiscalização cidadã' },
  description: {
    en: 'How citizens watched a contracting process: team, acts, observations, escalations and their outcomes, reports and what the record proves.',
    es: 'Cómo la ciudadanía vigiló un proceso de contratación: equipo, actos, observaciones, escalamientos y sus resultados, informes y lo que prueba el registro.',
    pt: 'Como os cidadãos fiscalizaram um processo de contratação: equipe, atos, observações, escalonamentos e seus resultados, relatórios e o que o registro prova.',
  },
  documentationUrl: {
    en: readmeAt(origin, 'en'),
    es: readmeAt(origin, 'es'),
    pt: readmeAt(origin, 'pt'),
  },
  compatibility: ['1.1'],
  schemas: ['release-schema.json'],
  codelists: lists('en').map(({ path }) => path.slice('codelists/'.length)),
  contactPoint: { name: 'Veedor', url: origin },
});
