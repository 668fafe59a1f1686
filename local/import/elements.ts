/** An entry of a list of releases or records, by where its bytes stand in its file. */
export interface Element {
  /** JSON pointer of the entry in its document: `/releases/12`. */
  readonly pointer: string;
  readonly offset: number;
  readonly length: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const KEY_BYTES_MAX = 16;
const LISTS: ReadonlySet<string> = new Set(['records', 'releases']);

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Where a reading of JSON stands: it knows strings and depth, and nothing else of what it reads. */
class Scanner {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private key: number[] | undefined;
  private lastKey = '';
  private inKey = true;
  /** Of the list whose entries are wanted. */
  private list: { readonly name: string; readonly depth: number; index: number } | undefined;
  private begin = -1;

  /** Whether everything that was opened is closed. */
  get isWhole(): boolean {
    return this.depth === 0 && !this.inString;
  }

  read(chunk: Uint8Array, offset: number, found: (element: Element) => void): void {
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.inString) this.inside(byte);
      else this.outside(byte, offset + at, found);
    }
  }

  private inside(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === BACKSLASH) this.escaped = true;
    else if (byte === QUOTE) {
      this.inString = false;
      if (this.key !== undefined) this.lastKey = String.fromCharCode(...this.key);
      this.key = undefined;
      return;
    }
    if (this.key !== undefined && this.key.length <= KEY_BYTES_MAX) this.key.push(byte);
  }

  private outside(byte: number, position: number, found: (element: Element) => void): void {
    if (isBlank(byte)) return;
    const { list } = this;
    const isEntry = list !== undefined && this.depth === list.depth;
    if (isEntry && this.begin < 0 && byte !== COMMA && byte !== CLOSE_LIST) this.begin = position;
    if (isEntry && (byte === COMMA || byte === CLOSE_LIST)) this.end(position, found);
    switch (byte) {
      case QUOTE:
        this.inString = true;
        if (this.depth === 1 && this.inKey && list === undefined) this.key = [];
        return;
      case OPEN_OBJECT:
      case OPEN_LIST:
        this.open(byte);
        return;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        this.close();
        return;
      case COLON:
        if (this.depth === 1) this.inKey = false;
        return;
      case COMMA:
        if (this.depth === 1) this.inKey = true;
        return;
      default:
    }
  }

  private open(byte: number): void {
    this.depth += 1;
    if (byte !== OPEN_LIST || this.list !== undefined) return;
    if (this.depth === 1) this.list = { name: '', depth: 1, index: 0 };
    else if (this.depth === 2 && LISTS.has(this.lastKey)) this.list = { name: `/${this.lastKey}`, depth: 2, index: 0 };
  }

  private close(): void {
    if (this.list?.depth === this.depth) this.list = undefined;
    this.depth = Math.max(0, this.depth - 1);
    if (this.depth > 0) return;
    // Whatever follows is another document.
    this.inKey = true;
    this.lastKey = '';
  }

  private end(position: number, found: (element: Element) => void): void {
    if (this.list === undefined || this.begin < 0) return;
    const pointer = `${this.list.name}/${this.list.index}`;
    found({ pointer, offset: this.begin, length: position - this.begin });
    this.list.index += 1;
    this.begin = -1;
  }
}

/**
 * The entries of `records` and `releases` of a JSON document, or of a document that is a list, found without reading it into memory. What
 * they hold is not looked at. The last one given is undefined where the document ends before it is whole.
 */
export async function* elementsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Element | undefined> {
  const scanner = new Scanner();
  let offset = 0;
  for await (const chunk of chunks) {
    const elements: Element[] = [];
    scanner.read(chunk, offset, (element) => elements.push(element));
    yield* elements;
    offset += chunk.length;
  }
  if (!scanner.isWhole) yield undefined;
}
