import { TextDecoder } from 'node:util';
import sax from 'sax';
import type { Effort } from './limits.ts';
import { demand, RefusedError } from './refusal.ts';

export interface Element {
  readonly name: string;
  /** Name without prefix, and the namespace that it stands in. */
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly { readonly local: string; readonly name: string; readonly value: string }[];
}

interface Visitor {
  readonly element?: (element: Element) => void;
  readonly text?: (text: string, within: string) => void;
}

type Hears = Partial<
  Pick<
    sax.SAXParser,
    'onerror' | 'ondoctype' | 'onprocessinginstruction' | 'onopentag' | 'onclosetag' | 'ontext' | 'oncdata'
  >
>;

const DEPTH_MAX = 256;
const VALUE_CHARACTERS_MAX = 16_777_216;
// A drawing may hold a picture in one value: longer ones than 64 KB are no attack, only endless ones are.
Object.assign(sax, { MAX_BUFFER_LENGTH: VALUE_CHARACTERS_MAX });
const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Walks XML without keeping it. No DOCTYPE, hence no entities of its own; no style sheet, which is a program; well-formed, or
 * `malformed`. What the visitor throws passes through.
 */
export const walkXml = async (
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  visitor: Visitor,
  effort: Effort,
): Promise<void> => {
  const parser = sax.parser(true, { xmlns: true, position: false });
  const open: string[] = [];
  let roots = 0;
  const hears: Hears = {
    onerror: () => demand(false),
    ondoctype: () => demand(false, 'active-content'),
    onprocessinginstruction: ({ name }) => demand(name !== 'xml-stylesheet', 'active-content'),
    onopentag: (tag) => {
      if (!('local' in tag)) return;
      if (open.length === 0) roots += 1;
      open.push(tag.local);
      demand(open.length <= DEPTH_MAX && roots === 1);
      visitor.element?.({ name: tag.name, local: tag.local, namespace: tag.uri, attributes: attributesOf(tag) });
    },
    onclosetag: () => void open.pop(),
    ontext: (text) => visitor.text?.(text, open.at(-1) ?? ''),
    oncdata: (text) => visitor.text?.(text, open.at(-1) ?? ''),
  };
  Object.assign(parser, hears);
  await writePieces(parser, pieces, effort);
  demand(roots === 1);
};

const attributesOf = ({ attributes }: sax.QualifiedTag): Element['attributes'] =>
  Object.values(attributes).map(({ local, name, value }) => ({ local, name, value }));

const writePieces = async (
  parser: sax.SAXParser,
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  effort: Effort,
): Promise<void> => {
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    effort.goOn();
    decoder ??= decoderFor(piece);
    writeText(parser, () => decoder?.decode(piece, { stream: true }) ?? '');
  }
  writeText(parser, () => decoder?.decode() ?? '');
  try {
    parser.close();
  } catch (error) {
    translate(error);
  }
};

const writeText = (parser: sax.SAXParser, text: () => string): void => {
  try {
    parser.write(text());
  } catch (error) {
    translate(error);
  }
};

const translate = (error: unknown): never => {
  if (error instanceof RefusedError) throw error;
  throw new RefusedError('malformed');
};

const decoderFor = (head: Buffer): TextDecoder => new TextDecoder(encodingOfXml(head), { fatal: true });

/** The writing that the first bytes declare. What is declared and not known here is refused. */
export const encodingOfXml = (head: Buffer): string => {
  const [first = 0, second = 0] = head;
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  demand(first !== 0 && second !== 0);
  const start = head.subarray(0, 200).toString('latin1');
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  const label = declared?.toLowerCase() ?? 'utf-8';
  demand(/^(utf-?8|us-ascii|iso-8859-(1|15)|windows-1252|latin1)$/.test(label));
  return label === 'us-ascii' ? 'utf-8' : label;
};

/** XML sent as such: data, not a page or a drawing, which run scripts. */
export const examineXml = async (pieces: AsyncIterable<Buffer>, effort: Effort): Promise<void> => {
  let first = true;
  const element = ({ local, namespace }: Element): void => {
    const page = namespace === XHTML || namespace === SVG || (first && /^(html|svg)$/i.test(local));
    demand(!page, first ? 'type-differs' : 'active-content');
    demand(!/^script$/i.test(local), 'active-content');
    first = false;
  };
  await walkXml(pieces, { element }, effort);
};
