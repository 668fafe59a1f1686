import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashEntry, type RecordEntry } from '../../events/record.ts';
import { bundleOf } from '../../test/support/fetched-bundle.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { addition } from '../../test/support/roster.ts';
import { shelve } from '../../test/support/shelved.ts';
import { sanitisedLens } from './lens.ts';

/** What must not be found: who, where, and what files tell of themselves. */
const CANARIES = [
  'witness-1',
  'witness-2',
  'coordinator-1',
  'control-1',
  'Paloma',
  'Canario',
  'paloma@veedor.example',
  'Molino Canario',
  '19.432608',
  '-99.133209',
  '19.43',
  'IMG_canario',
  'EXIF-CANARY',
];

const WORDS = [
  'Paloma Canario and witness-1 stood at the Molino Canario (19.432608, -99.133209), 19°25\'57" N.',
  'Write to paloma@veedor.example, or to PALOMA  CANARIO.',
].join(' ');

const createdBy = (answer: unknown): string => (answer as { created: string }).created;

const FILES = [
  { name: 'IMG_canario.JPG', bytes: 'EXIF-CANARY photo', shared: 'photo' },
  { name: 'canario.txt', mediaType: 'text/plain', bytes: 'EXIF-CANARY text' },
] as const;

describe('a bundle that is sanitised on the wish of the team', () => {
  let house: House;
  let caseId: string;
  let escalation: string;
  let shelved: readonly string[];
  let files: ReadonlyMap<string, string>;

  const post = async (person: string, path: string, body: object): Promise<unknown> => {
    const answer = await house.post(person, path, { body, idempotencyKey: `${person}${path}` });
    expect([path, answer.body, answer.status < 300]).toEqual([path, answer.body, true]);
    return answer.body;
  };

  beforeAll(async () => {
    const before = stepsThrough('integrity-pact', '/escalations');
    ({ house, caseId } = await arrived('integrity-pact', before));
    await post('administrator-1', '/roster', {
      ...addition('witness-1'),
      name: 'Paloma Canario Ruiz',
      email: 'paloma@veedor.example',
    });
    const now = house.clock.now();
    const filed = await post('witness-1', `/cases/${caseId}/observations`, {
      type: 'finding',
      stage: 'award-review',
      observedAt: now,
      language: 'es',
      title: 'What Paloma Canario saw',
      narrative: WORDS,
      place: 'Molino Canario',
      coordinates: { latitude: 19.432608, longitude: -99.133209, accuracyMetres: 5 },
      visibility: 'restricted',
      category: 'documentsForm',
      severity: 'serious',
      legalBasis: 'Article 12.',
    });
    const finding = createdBy(filed);
    const [photo, text] = FILES;
    shelved = [
      await shelve(house, caseId, { ...photo, attachedTo: finding }),
      await shelve(house, caseId, { ...text, attachedTo: finding }),
    ];
    await shelve(house, caseId, { ...photo, attachedTo: 'observation-2' });
    const sent = await post('witness-1', `/cases/${caseId}/escalations`, {
      findings: [finding],
      controlAuthority: 'internal-control',
      letter: WORDS,
      sanitised: true,
    });
    escalation = createdBy(sent);
    const zip = await bundleOf(house, caseId).bytes('control-1', `${escalation}/bundle`);
    files = new Map(
      Object.entries(unzipSync(zip)).map(([name, bytes]) => [name.replace(/^[^/]+\//, ''), strFromU8(bytes)]),
    );
  });

  it('tells no identity, no place and no metadata in any byte of any file', () => {
    expect(files.size).toBeGreaterThan(8);
    const all = [...files].map(([path, text]) => `${path}\n${text}`).join('\n');
    expect(CANARIES.filter((canary) => all.toLowerCase().includes(canary.toLowerCase()))).toEqual([]);
    expect(all).not.toMatch(/"(place|coordinates|documentHashes|salt|by|observedAt)":\s*["{[]?[^{]*canar/i);
    expect(all).toContain('[…]');
  });

  it('holds these canaries where nobody wished otherwise: the test would find them', async () => {
    const plain = await bundleOf(house, caseId).bytes('control-1', 'escalation-1/bundle');
    const all = Object.values(unzipSync(plain)).map((bytes) => strFromU8(bytes));
    for (const canary of ['witness-1', 'IMG_canario', 'EXIF-CANARY']) {
      expect([canary, all.some((text) => text.includes(canary))]).toEqual([canary, true]);
    }
  });

  it('names the same people alike, and says what somebody did', () => {
    const finding = [...files].find(([path]) => path.startsWith('findings/'))?.[1] ?? '{}';
    const { versions } = JSON.parse(finding);
    const { history } = JSON.parse(files.get('escalation.json') ?? '{}');
    expect(versions[0].content).toMatchObject({ severity: 'serious', narrative: expect.stringContaining('person-') });
    // Whom the record does not name is nobody in particular: two of them need not be one.
    expect(history[0].by).toEqual({ person: 'somebody', role: 'witness' });
    const labels = new Set(files.get('timeline.jsonl')?.match(/person-\d+/g));
    expect(labels.size).toBeGreaterThan(2);
  });

  it('gives the chain of every event that it leaves out, which is the chain of the public record', async () => {
    const lines = (files.get('record/events.jsonl') ?? '').trimEnd().split('\n');
    const chain: { hash: string; previousHash: string; leftOut: string }[] = lines.map((line) => JSON.parse(line));
    const { items } = await house.cases.entries({ case: caseId, after: 0, limit: 1_000 });
    const told = items.slice(0, chain.length);
    expect(chain.map(({ hash }) => hash)).toEqual(told.map(({ hash }) => hash));
    // That bundles were given since is no part of them.
    const since = new Set(items.slice(chain.length).map(({ type }) => type));
    expect([...since]).toEqual(['document.bundled.v1']);
    for (const [index, entry] of told.entries()) {
      expect(await hashEntry(entry)).toBe(chain[index]?.hash);
      expect(chain[index]).not.toHaveProperty('actor');
    }
    const manifest = JSON.parse(files.get('manifest.json') ?? '{}');
    expect(manifest.sanitised).toBe(true);
    const whats = manifest.leftOut.map(({ what }: { what: string }) => what);
    for (const what of ['identity', 'place', 'metadata', 'events', 'names']) expect(whats).toContain(what);
    expect(JSON.stringify(manifest.leftOut)).toContain(`GET /cases/${caseId}/events`);
  });

  it('holds copies without metadata and no originals, and says which it could not give', () => {
    const [photo = '', text = ''] = shelved;
    expect(files.get(`documents/${photo}.jpg`)).toBe('photo');
    expect([...files.keys()].filter((path) => path.startsWith('documents/'))).toHaveLength(1);
    expect(JSON.parse(files.get('manifest.json') ?? '{}')).toMatchObject({
      documents: [{ document: photo, copy: 'derived' }],
      leftOut: expect.arrayContaining([expect.objectContaining({ what: 'no-copy-without-metadata', document: text })]),
    });
  });
});

describe('the wish of whoever saw it', () => {
  it('holds for every escalation of the finding, and a correction that is silent about it takes nothing back', async () => {
    const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/escalations'));
    const at = house.clock.now();
    const seen = {
      observedAt: at,
      language: 'es',
      title: 'What was seen',
      narrative: 'By witness-1.',
      severity: 'serious',
    };
    const basis = { category: 'documentsForm', legalBasis: 'Article 12.' };
    const post = async (path: string, body: object) => {
      const { status, body: answer } = await house.post('witness-1', `/cases/${caseId}${path}`, {
        body,
        idempotencyKey: path,
      });
      expect([path, status < 300, answer]).toEqual([path, true, answer]);
      return createdBy(answer);
    };
    const wish = { type: 'finding', stage: 'award-review', visibility: 'public', sanitised: true };
    const finding = await post('/observations', { ...seen, ...basis, ...wish });
    await post(`/observations/${finding}/versions`, { ...seen, ...basis, reason: 'A word was wrong.' });
    const escalation = await post('/escalations', {
      findings: [finding],
      controlAuthority: 'internal-control',
      letter: 'See.',
    });
    const zip = await bundleOf(house, caseId).bytes('control-1', `${escalation}/bundle`);
    const all = Object.values(unzipSync(zip)).map((bytes) => strFromU8(bytes));
    expect(all.filter((text) => text.includes('witness-1'))).toEqual([]);
    expect(all.some((text) => text.includes('"sanitised": true'))).toBe(true);
  });
});

describe('what is taken out of texts', () => {
  const cleaned = (
    text: string,
    names: readonly string[] = ['Ana Ruiz', 'C. (Pérez'],
    places: readonly string[] = [],
  ) => {
    const lens = sanitisedLens({ people: ['ana-1', 'ana-12'], names, places });
    const entry = { type: 'observation.filed.v1' } as RecordEntry;
    return lens.written({ entry, content: { version: 1, salt: '', body: { narrative: text } } })?.['narrative'];
  };
  it.each([
    ['ana-1 and ana-12', 'person-1 and person-2'],
    ['ANA RUIZ, ana  ruiz.', '[…], […].'],
    ['Juana Ruiz stays', 'Juana Ruiz stays'],
    ['at C. (Pérez here', 'at […] here'],
    ['at 19.432608,-99.133209', 'at […]'],
    ['19° 25′ 57″ N', '[…]'],
    ['Article 35.2, of 2026', 'Article 35.2, of 2026'],
    ['$1 $& \\1', '$1 $& \\1'],
  ])('%s', (text, left) => {
    expect(cleaned(text)).toBe(left);
  });
});
