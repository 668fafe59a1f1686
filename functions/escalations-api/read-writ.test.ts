import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { escaped, writeOdt } from './write-odt.ts';

/** What XML calls no document at all is thrown. */
const parsed = (xml: string) =>
  new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml');

const filesIn = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));

const textOf = (bytes: Uint8Array): string =>
  parsed(filesIn(bytes)['content.xml'] ?? '').documentElement?.textContent ?? '';

describe('a writ', () => {
  let house: House;
  let caseId: string;
  beforeAll(async () => {
    // Two findings are on record: one that waits for the award, one restricted.
    ({ house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/questions')));
  });

  const fetched = (person: string, rest: string) =>
    house.send({ method: 'GET', path: `/cases/${caseId}/writs/${rest}`, ...(person === '' ? {} : { person }) });
  const bytes = async (person: string, rest: string): Promise<Uint8Array> => {
    const { status, text } = await fetched(person, rest);
    expect([rest, status]).toEqual([rest, 200]);
    return Uint8Array.from(Buffer.from(text, 'latin1'));
  };

  it('is an OpenDocument text: its type first and plain, every part well-formed and listed', async () => {
    for (const kind of ['petition-for-documents', 'complaint-to-control-authority']) {
      for (const language of ['es', 'pt', 'en']) {
        const file = await bytes('witness-1', `${kind}?language=${language}`);
        expect(strFromU8(file.slice(30, 38))).toBe('mimetype');
        expect(strFromU8(file.slice(38, 77))).toBe('application/vnd.oasis.opendocument.text');
        const { mimetype, ...parts } = filesIn(file);
        expect(mimetype).toBe('application/vnd.oasis.opendocument.text');
        expect(Object.keys(parts)).toEqual(['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml']);
        for (const part of Object.values(parts)) parsed(part);
        for (const name of ['content.xml', 'styles.xml', 'meta.xml']) {
          expect(parts['META-INF/manifest.xml']).toContain(`manifest:full-path="${name}"`);
        }
      }
    }
  });

  it('comes as a file whose name nobody wrote', async () => {
    const { headers } = await fetched('', 'petition-for-documents');
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.oasis.opendocument.text',
      'content-disposition': `attachment; filename="petition-for-documents-${caseId}.odt"`,
      'x-content-type-options': 'nosniff',
    });
  });

  it('says what the case knows, and leaves open in brackets what it does not', async () => {
    const petition = textOf(await bytes('', 'petition-for-documents?language=en'));
    for (const known of ['Petition for documents', 'A bridge over the river', 'ocds-']) {
      expect(petition).toContain(known);
    }
    for (const open of [
      '[signature]',
      // The deployment set this term for itself: it is none that the authority would know.
      '[term to answer, and the provision that gives it]',
      '[full name of who signs]',
      '[address and mail for notices]',
    ]) {
      expect(petition).toContain(open);
    }
    expect(petition).not.toContain('working days');
    const complaint = textOf(await bytes('', 'complaint-to-control-authority?controlAuthority=supreme-audit'));
    expect(complaint).toContain('A: Entidad fiscalizadora superior');
    expect(complaint).not.toMatch(/No source|Supreme/);
    expect(complaint).toContain('[hechos, con lugar, fecha y personas]');
  });

  it('quotes a sealed finding to its readers alone: to others it is not there', async () => {
    const asked = 'complaint-to-control-authority?findings=observation-2,observation-3';
    for (const person of ['witness-1', 'coordinator-1', 'auditor-1']) {
      expect(textOf(await bytes(person, asked))).toContain('A clerk asked not to be named.');
    }
    const absent = await fetched('', 'complaint-to-control-authority?findings=observation-99');
    for (const person of ['', 'witness-3', 'authority-1', 'control-1', 'bidder-1']) {
      expect(await fetched(person, asked)).toEqual({ ...absent, status: 404 });
    }
  });

  it('rests on findings: a complaint quotes nothing else, a petition nothing at all', async () => {
    const other = await fetched('witness-1', 'complaint-to-control-authority?findings=observation-1');
    expect([other.status, other.body]).toMatchObject([
      422,
      { type: '/problems/not-a-finding', observation: 'observation-1' },
    ]);
    expect((await fetched('', 'complaint-to-control-authority?findings=observation-99')).status).toBe(404);
    const asked = await fetched('witness-1', 'petition-for-documents?findings=observation-2');
    expect([asked.status, asked.body]).toMatchObject([400, { errors: [{ pointer: '/findings' }] }]);
  });

  it('is the same bytes for the same case', async () => {
    const twice = await Promise.all([1, 2].map(() => bytes('', 'petition-for-documents')));
    expect(twice[0]).toEqual(twice[1]);
  });

  it('is of two kinds, of cases that there are, and asked for as it should be', async () => {
    const absent = await house.send({ method: 'GET', path: '/cases/ip-00000000000000000000' });
    for (const rest of ['lawsuit', 'constructor', 'complaint-to-control-authority?controlAuthority=nobody']) {
      expect([rest, await fetched('', rest)]).toEqual([rest, absent]);
    }
    for (const query of ['language=fr', 'findings=act-1', 'findings=observation-1,', 'x=1', 'findings=../etc/passwd']) {
      expect([query, (await fetched('', `petition-for-documents?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('holds whatever people write: nothing in a text becomes a tag, and what XML cannot hold is marked', () => {
    const hostile = ['<script>', ']]>', '&amp;', '"\'', '\u0000\u0008\ufffe', '\ud800', '<!ENTITY x "y">', '🏛️ é'].join(
      ' ',
    );
    const writ = {
      title: hostile,
      language: 'es' as const,
      blocks: [{ is: 'item' as const, parts: [hostile, { open: hostile }] }],
    };
    const parts = filesIn(writeOdt(writ));
    for (const [name, part] of Object.entries(parts)) if (name !== 'mimetype') parsed(part);
    expect(textOf(writeOdt(writ))).toContain('<script> ]]> &amp; "\' \ufffd\ufffd\ufffd \ufffd <!ENTITY x "y"> 🏛️ é');
    expect(escaped('a\tb\nc')).toBe('a\tb\nc');
  });
});
