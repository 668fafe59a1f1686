import { S3Error } from './s3-error.ts';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Text, a number, an element's children by name, or several of one name. What is undefined is left out. */
export type XmlValue = string | number | boolean | undefined | XmlFields | readonly XmlValue[];
export interface XmlFields {
  readonly [name: string]: XmlValue;
}

/** A document of S3's namespace. */
export const xmlDocument = (name: string, fields: XmlFields): string =>
  `${DECLARATION}<${name} xmlns="${NAMESPACE}">${children(fields)}</${name}>`;

/** S3's errors stand in no namespace. */
export const xmlError = (fields: XmlFields): string => `${DECLARATION}<Error>${children(fields)}</Error>`;

const children = (fields: XmlFields): string =>
  Object.entries(fields)
    .map(([name, value]) => element(name, value))
    .join('');

const element = (name: string, value: XmlValue): string => {
  if (value === undefined) return '';
  if (isList(value)) return value.map((each) => element(name, each)).join('');
  return `<${name}>${typeof value === 'object' ? children(value) : escaped(String(value))}</${name}>`;
};

const isList = (value: XmlValue): value is readonly XmlValue[] => Array.isArray(value);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A line's end or a control character would be changed or refused by a reader if it stood there bare. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"\u0000-\u0008\u000a-\u001f\ufffe\uffff]/g, (found) => {
    return ESCAPES[found] ?? `&#x${found.charCodeAt(0).toString(16)};`;
  });

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** Empty for an element that has children. */
  readonly text: string;
}

const DEPTH_MAX = 16;
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|([^<]+)/y;

interface OpenElement {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads what clients send: elements and text. There are no document types and no entities but XML's own five, so nothing in it can
 * grow or reach outside. Throws `MalformedXML`.
 */
export const parseXml = (text: string): XmlElement => {
  const root: OpenElement = { name: '', children: [], text: '' };
  const open: OpenElement[] = [root];
  const token = new RegExp(TOKEN);
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) throw new S3Error('MalformedXML');
    takeToken(open, found);
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || only === undefined || others.length > 0 || root.text.trim() !== '') {
    throw new S3Error('MalformedXML');
  }
  return only;
};

const takeToken = (open: OpenElement[], [, data, slash, tag, , empty, bare]: RegExpExecArray): void => {
  const current = open.at(-1);
  if (current === undefined) throw new S3Error('MalformedXML');
  if (data !== undefined) current.text += data;
  if (bare !== undefined) current.text += unescaped(bare);
  if (tag === undefined) return;
  const name = tag.slice(tag.indexOf(':') + 1);
  if (slash === '/') {
    close(open, current, name);
    return;
  }
  if (open.length > DEPTH_MAX) throw new S3Error('MalformedXML');
  const begun: OpenElement = { name, children: [], text: '' };
  open.push(begun);
  if (empty === '/') close(open, begun, name);
};

const close = (open: OpenElement[], element_: OpenElement, name: string): void => {
  open.pop();
  const parent = open.at(-1);
  if (parent === undefined || element_.name !== name) throw new S3Error('MalformedXML');
  const hasChildren = element_.children.length > 0;
  if (hasChildren && element_.text.trim() !== '') throw new S3Error('MalformedXML');
  parent.children.push({ name, children: element_.children, text: hasChildren ? '' : element_.text });
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const CODE_POINT_MAX = 0x10_ff_ff;

const unescaped = (text: string): string =>
  text.replaceAll(/&([^;&]{0,10})(;?)/g, (_, name: string, end: string) => {
    const character = name.startsWith('#') ? referenced(name.slice(1)) : ENTITIES[name];
    if (end === '' || character === undefined) throw new S3Error('MalformedXML');
    return character;
  });

/** The character of `x41` or `65`; undefined where there is none. */
const referenced = (number: string): string | undefined => {
  const isNumber = /^(?:x[0-9a-fA-F]{1,6}|\d{1,7})$/.test(number);
  const codePoint = isNumber ? Number(number.startsWith('x') ? `0${number}` : number) : Number.NaN;
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return codePoint <= CODE_POINT_MAX && !isSurrogate ? String.fromCodePoint(codePoint) : undefined;
};

/** The text of the only child of a name; undefined where there is none. Throws `MalformedXML` when there are several. */
export const childText = (parent: XmlElement, name: string): string | undefined => {
  const [found, ...others] = childrenOf(parent, name);
  if (others.length > 0) throw new S3Error('MalformedXML');
  return found?.text;
};

export const childrenOf = (parent: XmlElement, name: string): readonly XmlElement[] =>
  parent.children.filter((child) => child.name === name);

/** Reads a document whose root has a name. Throws `MalformedXML` for any other. */
export const parseDocument = (text: string, name: string): XmlElement => {
  const root = parseXml(text);
  if (root.name !== name) throw new S3Error('MalformedXML');
  return root;
};
