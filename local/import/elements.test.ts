import { describe, expect, it } from 'vitest';
import { elementsOf } from './elements.ts';

describe('entries of a document that is not read into memory', () => {
  const found = async (text: string, size: number) => {
    const bytes = Buffer.from(text);
    async function* chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const elements: string[] = [];
    for await (const element of elementsOf(chunks())) {
      elements.push(
        element === undefined
          ? 'cut off'
          : `${element.pointer} ${bytes
              .subarray(element.offset, element.offset + element.length)
              .toString()
              .trim()}`,
      );
    }
    return elements;
  };

  it.each([1, 2, 7, 1_000])('are found in chunks of %i bytes, wherever strings and lists stand', async (size) => {
    const tricky = { a: 'x"]}\\', releases: [{ b: 1 }], 'rec"ords': [1] };
    const document = JSON.stringify(
      {
        uri: '"records":[',
        extensions: [{ records: [1] }],
        releases: [tricky, 7, null, 'a,b', []],
        note: { records: [2] },
        records: [{ é: 'ñ' }],
      },
      null,
      2,
    );
    expect((await found(document, size)).map((each) => each.replaceAll(/\s+/g, ''))).toEqual([
      `/releases/0 ${JSON.stringify(tricky)}`.replaceAll(' ', ''),
      '/releases/17',
      '/releases/2null',
      '/releases/3"a,b"',
      '/releases/4[]',
      '/records/0{"é":"ñ"}',
    ]);
    expect(await found('[{"a":1}, {"b":[2]}]{"releases":[3]}', size)).toEqual([
      '/0 {"a":1}',
      '/1 {"b":[2]}',
      '/releases/0 3',
    ]);
    expect(await found('{"releases":[{"a":1},{"b', size)).toEqual(['/releases/0 {"a":1}', 'cut off']);
  });
});
