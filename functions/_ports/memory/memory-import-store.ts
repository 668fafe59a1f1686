import type { ImportStore, StoredImport } from '../ports.ts';

/** The imports of the roster in memory. */
export const memoryImportStore = (): ImportStore => {
  const imports = new Map<string, StoredImport>();
  const chunks = new Map<string, Map<number, string>>();
  return {
    read: async (id) => imports.get(id),
    begin: async (started) => {
      if (imports.has(started.import)) return false;
      imports.set(started.import, started);
      return true;
    },
    chunks: async ({ import: id, first, limit }) =>
      [...(chunks.get(id) ?? [])]
        .filter(([chunk]) => chunk >= first && chunk < first + limit)
        .sort(([left], [right]) => left - right)
        .map(([, results]) => results),
    saveChunk: async ({ import: id, chunk, results }) => {
      const known = chunks.get(id) ?? new Map<number, string>();
      if (known.has(chunk)) return false;
      chunks.set(id, new Map([...known, [chunk, results]]));
      return true;
    },
  };
};
