import { readFile } from 'node:fs/promises';
import { diagramOf } from '../domain/instruments/diagram.ts';
import { INSTRUMENT } from '../domain/instruments/instruments.ts';
import { LANGUAGES } from '../domain/languages.ts';
import { extensionFiles } from '../domain/open-data/extension/files.ts';
import { PUBLICATION_POLICY } from '../domain/open-data/policy.ts';
import { asyncapiDocument } from '../events/asyncapi.ts';
import { INSTRUMENTS } from '../events/vocabulary.ts';
import { openapiDocument } from '../functions/describe-api/openapi.ts';
import manifest from '../package.json' with { type: 'json' };
import { tutorial } from '../test/stories/tutorial.ts';
import { holidayTables } from './holidays.ts';

export interface GeneratedDocument {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** Every document that is made from the code, as it must stand in the repository. */
export const generatedDocuments = async (): Promise<readonly GeneratedDocument[]> => [
  { path: 'docs/openapi.json', text: asJson(openapiDocument()) },
  { path: 'docs/asyncapi.json', text: asJson(asyncapiDocument()) },
  { path: 'docs/api-tutorial.md', text: await tutorial() },
  { path: 'README.md', text: await readmeWithDiagrams() },
  ...holidayTables(manifest.devDependencies['date-holidays']),
  ...openDataDocuments(),
];

/** Stands for the address of a deployment, which serves the same files with its own. */
const ANY_ORIGIN = 'https://veedor.example';

/** The OCDS extension in each language, as whoever publishes with it can copy it, and the publication policy. */
const openDataDocuments = (): readonly GeneratedDocument[] => [
  { path: 'docs/open-data.md', text: PUBLICATION_POLICY },
  ...LANGUAGES.flatMap((language) =>
    extensionFiles(ANY_ORIGIN, language)
      .filter(({ path }) => language === 'en' || path !== 'extension.json')
      .map(({ path, text }) => ({
        path: `docs/ocds-extension/oversight/${language === 'en' ? '' : `${language}/`}${path}`,
        text: text(),
      })),
  ),
];

const asJson = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

/** The README with the diagram of each instrument between its marks. Throws when a mark is gone: a diagram nobody sees is not kept. */
const readmeWithDiagrams = async (): Promise<string> => {
  let text = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  for (const id of INSTRUMENTS) {
    const marked = new RegExp(`(<!-- diagram ${id} -->\\n)[\\s\\S]*?(<!-- end -->)`);
    if (!marked.test(text)) throw new Error(`The README has no place for the diagram of ${id}.`);
    text = text.replace(
      marked,
      (_, begin: string, end: string) => `${begin}\`\`\`mermaid\n${diagramOf(INSTRUMENT[id])}\n\`\`\`\n${end}`,
    );
  }
  return text;
};
