import { DOMParser, type Element } from '@xmldom/xmldom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../events/shapes.ts';
import { deliver } from '../../test/support/deliver.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { arrived } from '../../test/support/journey.ts';
import { OFFICIAL_DATA } from '../../test/support/journey-step.ts';
import { projectMilestones } from '../project-milestones/project-milestones.ts';

const ORIGIN = 'https://veedor.example';

let house: House;
let caseId: string;
beforeAll(async () => {
  ({ house, caseId } = await arrived('integrity-pact'));
});

const fetched = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  house.send({ method: 'GET', path, headers });

const ofCase = (path: string) => `/cases/${caseId}${path}`;

describe('a release and a record', () => {
  it('stand in packages that say who publishes what under which licence, and what was added to the standard', async () => {
    for (const [path, inside] of [
      ['/ocds/release', 'releases'],
      ['/ocds/record', 'records'],
    ] as const) {
      const { status, headers, body } = await fetched(ofCase(path));
      expect([path, status, headers['content-type']]).toEqual([path, 200, 'application/json']);
      expect(body).toMatchObject({
        uri: `${ORIGIN}${ofCase(path)}`,
        version: '1.1',
        publisher: { name: 'Veedor', uri: ORIGIN },
        license: 'https://creativecommons.org/licenses/by/4.0/',
        publicationPolicy: `${ORIGIN}/ocds/publication-policy`,
        extensions: [`${ORIGIN}/ocds/extensions/oversight/extension.json`],
        [inside]: [expect.objectContaining({ ocid: 'ocds-test00-0001' })],
      });
    }
  });

  it('tell the same of the same event: the record compiles the release that it holds', async () => {
    const { body: release } = await fetched(ofCase('/ocds/release'));
    const { body: record } = await fetched(ofCase('/ocds/record'));
    const [own] = (release as { releases: JsonObject[] }).releases;
    const [{ releases, compiledRelease } = { releases: [], compiledRelease: {} }] = (
      record as { records: { releases: JsonObject[]; compiledRelease: JsonObject }[] }
    ).records;
    expect(releases).toEqual([own]);
    const { id: _, tag, ...rest } = compiledRelease;
    const { id: __, tag: ___, ...same } = own ?? {};
    expect([tag, rest]).toEqual([['compiled'], same]);
    const { body: events } = await fetched(ofCase('/events?limit=100&cursor=100'));
    const last = (events as { items: { hash: string; version: number; recordedAt: string }[] }).items.at(-1);
    expect(rest['date']).toBe(last?.recordedAt);
    expect(rest['oversight']).toMatchObject([{ record: { version: last?.version, hash: last?.hash } }]);
  });

  it('tell the verdict of the assessment, and what events and assessors alone would say beside it', async () => {
    const { body: release } = await fetched(ofCase('/ocds/release'));
    await deliver(projectMilestones(house), house.cases, caseId);
    const { body: assessment } = await fetched(ofCase('/assessment'));
    const { verdict, byComputation, byAssessors } = (assessment as { verdict: Record<string, unknown> }).verdict;
    expect(byAssessors).not.toBe(byComputation);
    expect(release).toMatchObject({
      releases: [{ oversight: [{ verdict, verdictComputed: byComputation, verdictAssessed: byAssessors }] }],
    });
  });

  it('are the same bytes for everybody, whoever asks', async () => {
    const { text } = await fetched(ofCase('/ocds/record'));
    for (const person of ['witness-1', 'coordinator-1', 'auditor-1']) {
      expect((await house.send({ method: 'GET', path: ofCase('/ocds/record'), person })).text).toBe(text);
    }
  });

  it('are sent again only when something happened', async () => {
    for (const path of [ofCase('/ocds/release'), ofCase('/ocds/record'), ofCase('/feed.atom')]) {
      const { headers } = await fetched(path);
      const etag = String(headers['etag']);
      for (const kept of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const { status, text, headers: again } = await fetched(path, { 'if-none-match': kept });
        expect([path, kept, status, text, again['etag']]).toEqual([path, kept, 304, '', etag]);
      }
      expect((await fetched(path, { 'if-none-match': '"other"' })).status).toBe(200);
    }
    const before = await arrived('oversight-committee', 3);
    const at = `/cases/${before.caseId}/ocds/release`;
    const { headers } = await before.house.send({ method: 'GET', path: at });
    await before.house.post('member-1', `/cases/${before.caseId}/team/acceptance`, { body: {}, idempotencyKey: 'k' });
    const again = await before.house.send({
      method: 'GET',
      path: at,
      headers: { 'if-none-match': String(headers['etag']) },
    });
    expect(again.status).toBe(200);
    expect(again.headers['etag']).not.toBe(headers['etag']);
  });
});

describe('the feed of a case', () => {
  /** Reads it as a reader of feeds does, and fails on anything that is no XML. */
  const parsed = (text: string): Element => {
    const document = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`);
      },
    }).parseFromString(text, 'application/xml');
    if (document.documentElement === null) throw new Error('A document has a root.');
    return document.documentElement;
  };
  const children = (element: Element, name: string): readonly Element[] =>
    Array.from(element.childNodes).flatMap((node) => (node.nodeName === name ? [node as Element] : []));
  const textOf = (element: Element | undefined, name: string): string =>
    element === undefined ? '' : (children(element, name)[0]?.textContent ?? '');
  const nextOf = (feed: Element): string | null | undefined =>
    children(feed, 'link')
      .find((link) => link.getAttribute('rel') === 'next')
      ?.getAttribute('href');

  it('lists every event once, newest first, over its pages, under ids that stay', async () => {
    const entries: Element[] = [];
    let at: string | undefined = ofCase('/feed.atom?limit=50&language=en');
    while (at !== undefined) {
      const { status, headers, text } = await fetched(at);
      expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
      const feed = parsed(text);
      expect([feed.nodeName, feed.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
      expect(textOf(feed, 'id')).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      entries.push(...children(feed, 'entry'));
      at = nextOf(feed)?.replace(ORIGIN, '');
    }
    const { body } = await fetched(ofCase('/events?limit=100&cursor=100'));
    const { items } = body as { items: { version: number; recordedAt: string }[] };
    const last = items.at(-1);
    expect(entries).toHaveLength(last?.version ?? 0);
    expect(new Set(entries.map((entry) => textOf(entry, 'id'))).size).toBe(entries.length);
    expect(textOf(entries[0], 'updated')).toBe(last?.recordedAt);
    const { text } = await fetched(ofCase('/feed.atom?language=pt'));
    expect(textOf(children(parsed(text), 'entry')[0], 'id')).toBe(textOf(entries[0], 'id'));
  });

  it('speaks the language that is asked for, Spanish unless another is', async () => {
    const titles = [];
    for (const query of ['', '?language=es', '?language=pt', '?language=en']) {
      const feed = parsed((await fetched(ofCase(`/feed.atom${query}`))).text);
      titles.push([feed.getAttribute('xml:lang'), textOf(children(feed, 'entry').at(-1), 'title')]);
    }
    expect(titles[0]).toEqual(titles[1]);
    expect(titles.map(([language]) => language)).toEqual(['es', 'es', 'pt', 'en']);
    expect(new Set(titles.map(([, title]) => title)).size).toBe(3);
  });

  it('refuses what it cannot take, and takes a page that is past its end for empty', async () => {
    for (const query of ['language=fr', 'limit=0', 'limit=101', 'before=0', 'before=x', 'cursor=1']) {
      expect([query, (await fetched(ofCase(`/feed.atom?${query}`))).status]).toEqual([query, 400]);
    }
    const feed = parsed((await fetched(ofCase('/feed.atom?before=1'))).text);
    expect([children(feed, 'entry').length, nextOf(feed)]).toEqual([0, undefined]);
  });

  it('stays XML whatever a publisher wrote into its data', async () => {
    const odd = newHouse();
    const title = 'A <bridge> & "a\u0001 ford"\uFFFF]]> 🌉';
    const { status, body } = await odd.post('coordinator-1', '/cases', {
      body: { instrument: 'integrity-pact', ocds: { ...OFFICIAL_DATA, tender: { id: '1', title } } },
      idempotencyKey: 'k',
    });
    expect(status).toBe(201);
    const { case: opened } = body as { case: string };
    const { text } = await odd.send({ method: 'GET', path: `/cases/${opened}/feed.atom` });
    expect(textOf(parsed(text), 'title')).toMatch(/^A <bridge> & "a.? ?ford".*🌉$/u);
    expect(text).not.toMatch(/[\u0001\uFFFF]/);
  });
});

describe('the extension', () => {
  const at = '/ocds/extensions/oversight';

  it('is served whole, every file from where its data say', async () => {
    const { body } = await fetched(ofCase('/ocds/release'));
    const [url = ''] = (body as { extensions: string[] }).extensions;
    const { body: extension, status } = await fetched(url.replace(ORIGIN, ''));
    expect(status).toBe(200);
    const { codelists, schemas, documentationUrl } = extension as {
      codelists: string[];
      schemas: string[];
      documentationUrl: Record<string, string>;
    };
    const files = [
      ...schemas.map((name) => [`${at}/${name}`, 'application/json']),
      ...codelists.map((name) => [`${at}/codelists/${name}`, 'text/csv; charset=utf-8']),
      ...Object.values(documentationUrl).map((link) => [link.replace(ORIGIN, ''), 'text/markdown; charset=utf-8']),
      ['/ocds/publication-policy', 'text/markdown; charset=utf-8'],
    ];
    for (const [path = '', mediaType] of files) {
      const answer = await fetched(path);
      expect([path, answer.status, answer.headers['content-type']]).toEqual([path, 200, mediaType]);
      const kept = await fetched(path, { 'if-none-match': String(answer.headers['etag']) });
      expect([path, kept.status]).toEqual([path, 304]);
    }
  });

  it('has titles in the language that is asked for', async () => {
    const titles = [];
    for (const language of ['en', 'es', 'pt']) {
      titles.push((await fetched(`${at}/codelists/severity.csv?language=${language}`)).text.split('\n')[1]);
    }
    expect(titles).toEqual(['minor,Minor,Minor.', 'minor,Leve,Leve.', 'minor,Leve,Leve.']);
  });
});
