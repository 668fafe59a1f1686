import type { Language } from '../../domain/languages.ts';
import { extensionFiles } from '../../domain/open-data/extension/files.ts';
import { PUBLICATION_POLICY } from '../../domain/open-data/policy.ts';
import { sha256Hex } from '../../events/record.ts';
import { publication } from '../_http/answer-publication.ts';
import { MARKDOWN, READ_EXTENSION_CODELIST, READ_EXTENSION_FILE, READ_POLICY } from '../_http/open-data-operations.ts';

/** A file of the extension, by its path from `extension.json`; undefined where it has none of that name. */
const fileAt = async (path: string, { origin, language }: { origin: string; language: Language }) => {
  const file = extensionFiles(origin, language).find((each) => each.path === path);
  if (file === undefined) return undefined;
  const { mediaType } = file;
  const text = file.text();
  return { mediaType, state: await sha256Hex(text), text: async () => text };
};

export const readExtensionFile = publication({
  ...READ_EXTENSION_FILE,
  publish: (_: object, { parameters, query, origin }) => fileAt(parameters['file'] ?? '', { origin, ...query }),
});

export const readExtensionCodelist = publication({
  ...READ_EXTENSION_CODELIST,
  publish: (_: object, { parameters, query, origin }) =>
    fileAt(`codelists/${parameters['codelist']}`, { origin, ...query }),
});

export const readPolicy = publication({
  ...READ_POLICY,
  publish: async (_: object) => ({
    mediaType: `${MARKDOWN}; charset=utf-8`,
    state: await sha256Hex(PUBLICATION_POLICY),
    text: async () => PUBLICATION_POLICY,
  }),
});
