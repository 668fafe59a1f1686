import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { childText, parseXml, xmlDocument } from './xml.ts';

/** Any character at all, controls too; half a pair of surrogates is none. */
const character = integer({ min: 0, max: 0x10_ff_ff })
  .filter((code) => code < 0xd8_00 || code > 0xdf_ff)
  .map((code) => String.fromCodePoint(code));

describe('XML', () => {
  test('gives back every text that was written', () => {
    assert(
      property(string({ unit: character }), (text) => {
        expect(childText(parseXml(xmlDocument('Root', { Key: text })), 'Key')).toBe(text);
      }),
    );
  });

  test('is read with comments, prefixes, attributes and empty elements', () => {
    const root = parseXml(
      '<?xml version="1.0"?><!-- a --><s3:Delete xmlns:s3="x"><Quiet/><A b="<>"><![CDATA[<&]]></A></s3:Delete>'.replace(
        '"<>"',
        '"&lt;"',
      ),
    );
    expect(root.name).toBe('Delete');
    expect([childText(root, 'Quiet'), childText(root, 'A')]).toEqual(['', '<&']);
  });

  it.each([
    ['nothing', ''],
    ['no end', '<a><b></b>'],
    ['the wrong end', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text beside', '<a/>b'],
    ['text between elements', '<a>b<c/></a>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['an entity of its own', '<a>&b;</a>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['a surrogate', '<a>&#xD800;</a>'],
    ['too deep', `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`],
  ])('with %s is refused', (_, text) => expect(() => parseXml(text)).toThrow('not well-formed'));
});
