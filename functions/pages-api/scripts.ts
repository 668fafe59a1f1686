/** The scripts that pages can have, by the names of their entries in web/app. */
const NAMES = ['account', 'way-in'] as const;
export type ScriptName = (typeof NAMES)[number];

/** What runs in the browser of somebody who signs in. It is bundled apart: into the function in the cloud, when first asked for elsewhere. */
export interface Scripts {
  readonly names: readonly ScriptName[];
  readonly textOf: (name: ScriptName) => string;
}

/** Scripts whose texts are made once, when the first of their pages is. */
export const scriptsFrom = (make: (name: ScriptName) => string): Scripts => {
  const made = new Map<ScriptName, string>();
  return {
    names: NAMES,
    textOf: (name) => {
      const text = made.get(name) ?? make(name);
      made.set(name, text);
      return text;
    },
  };
};
