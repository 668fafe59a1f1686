/** How deep a body may nest. */
export const DEPTH_MAX = 32;

export type StrictJson =
  | { readonly value: unknown }
  | { readonly flaw: 'malformed' | 'too-deep' | 'duplicate-key' | 'forbidden-key' | 'lone-surrogate' };

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Reads JSON as `JSON.parse` does, and refuses what it lets pass: a key that stands twice (two readers could take different values),
 * `__proto__`, half characters, and nesting without end.
 */
export const parseStrictJson = (text: string): StrictJson => {
  const parsed = parse(text);
  if (parsed === undefined) return { flaw: 'malformed' };
  const flaw = flawIn(text);
  return flaw === undefined ? parsed : { flaw };
};

const parse = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // The parser's own message quotes the body, which must not travel any further.
    return undefined;
  }
};

/** Walks the tokens of a text that is known to be JSON. A string is a key exactly where a colon follows it. */
const flawIn = (text: string): Exclude<StrictJson, { value: unknown }>['flaw'] | undefined => {
  const keysOpen: Set<string>[] = [];
  let lastString: string | undefined;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      if (keysOpen.push(new Set()) > DEPTH_MAX) return 'too-deep';
    } else if (token === '}' || token === ']') {
      keysOpen.pop();
    } else if (token === ':') {
      const key = lastString ?? '';
      const keys = keysOpen.at(-1);
      if (key === '__proto__') return 'forbidden-key';
      if (keys?.has(key) === true) return 'duplicate-key';
      keys?.add(key);
    } else if (token !== ',') {
      lastString = String(JSON.parse(token));
      if (!lastString.isWellFormed()) return 'lone-surrogate';
    }
  }
  return undefined;
};
