/** How deep a body may nest. */
export const DEPTH_MAX = 32;

type JsonFlaw = 'malformed' | 'too-deep' | 'duplicate-key' | 'forbidden-key' | 'lone-surrogate' | 'number-too-large';

export type StrictJson = { readonly value: unknown } | { readonly flaw: JsonFlaw };

/**
 * Reads JSON as `JSON.parse` does, and refuses what it lets pass: a key that stands twice (two readers could take different values),
 * `__proto__`, half characters, numbers that it takes for infinite, and nesting without end.
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
const flawIn = (text: string): JsonFlaw | undefined => {
  const keysOpen: Set<string>[] = [];
  let lastString = '';
  for (const token of tokensOf(text)) {
    if (token === '{' || token === '[') {
      if (keysOpen.push(new Set()) > DEPTH_MAX) return 'too-deep';
    } else if (token === '}' || token === ']') {
      keysOpen.pop();
    } else if (token === ':') {
      const flaw = keyFlaw(lastString, keysOpen.at(-1));
      if (flaw !== undefined) return flaw;
    } else if (token.startsWith('"')) {
      lastString = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
      if (!lastString.isWellFormed()) return 'lone-surrogate';
    } else if (!Number.isFinite(Number(token))) {
      return 'number-too-large';
    }
  }
  return undefined;
};

const keyFlaw = (key: string, keys: Set<string> | undefined): JsonFlaw | undefined => {
  if (key === '__proto__') return 'forbidden-key';
  if (keys?.has(key) === true) return 'duplicate-key';
  keys?.add(key);
  return undefined;
};

/** The tokens of JSON but for commas and words. Strings are walked by hand: a pattern would need a stack as long as they are. */
function* tokensOf(text: string): Generator<string> {
  const token = /["{}[\]:]|-?\d[\d.eE+-]*/g;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '"') token.lastIndex = endOfString(text, token.lastIndex);
    yield text.slice(found.index, token.lastIndex);
  }
}

const endOfString = (text: string, inside: number): number => {
  let at = inside;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
};
