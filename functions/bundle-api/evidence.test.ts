import { beforeAll, describe, expect, it } from 'vitest';
import { bundleOf } from '../../test/support/fetched-bundle.ts';
import { hashOf } from '../../test/support/handed-in.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { shelve } from '../../test/support/shelved.ts';
import { checkedByTools, filesIn } from '../../test/support/unpacked.ts';

const FINDING = 'observation-2';
/** 255 bytes in all, of three bytes each and an ending. */
const LONG_NAME = `${'あ'.repeat(83)}ab.jpg`;
const NAMES = ['foto.jpg', 'foto.jpg', '=HYPERLINK("x").csv', '-rf.txt', 'río Ñandú 写真.jpg', LONG_NAME];

interface Manifest {
  readonly documents: readonly { readonly document: string; readonly path: string; readonly name: string }[];
  readonly leftOut: readonly { readonly what: string; readonly document?: string; readonly [more: string]: unknown }[];
}

let house: House;
let caseId: string;
let shelved: readonly string[];
let redacted: string;
let redaction: string;
let refused: string;
let zip: Uint8Array;
let files: ReadonlyMap<string, string>;
let manifest: Manifest;

const custodyOf = async (person: string, document: string) => {
  const { body } = await house.get(person, `/cases/${caseId}/documents/${document}`);
  return (body as { custody?: readonly { step: string; by?: string; escalation?: string; event: string }[] }).custody;
};
const versionOf = async (): Promise<number> =>
  (await house.cases.read({ case: caseId, subjects: [] })).head?.version ?? 0;

beforeAll(async () => {
  ({ house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/escalations')));
  const ids: string[] = [];
  for (const [index, name] of NAMES.entries())
    ids.push(
      await shelve(house, caseId, { bytes: `original ${index}`, shared: `shared ${index}`, name, attachedTo: FINDING }),
    );
  shelved = ids;
  redacted = await shelve(house, caseId, { bytes: 'a face', shared: 'a face', attachedTo: FINDING });
  const over = { redacts: redacted, reason: 'A face was left out.' };
  redaction = await shelve(house, caseId, { bytes: 'no face', by: 'coordinator-1', attachedTo: FINDING, over });
  refused = await shelve(house, caseId, { bytes: 'run me', attachedTo: FINDING, refusal: 'active-content' });
  await shelve(house, caseId, { bytes: 'of another finding', attachedTo: 'observation-1' });
  zip = await bundleOf(house, caseId).bytes('control-1');
  files = filesIn(zip);
  manifest = JSON.parse(files.get('manifest.json') ?? '');
});

describe('the documents of what was escalated', () => {
  it('are in the bundle as they were handed in, and their sums hold by the programs that anybody has', () => {
    for (const [index, id] of shelved.entries())
      expect([id, [...files].find(([path]) => path.startsWith(`documents/${id}.`))?.[1]]).toEqual([
        id,
        `original ${index}`,
      ]);
    const said = checkedByTools(zip);
    if (said === undefined) console.warn('unzip or sha256sum is not installed: the sums were checked here alone.');
    else expect(said.match(/: OK/g)).toHaveLength(files.size - 1);
    for (const [index, id] of shelved.entries())
      expect(files.get('SHA256SUMS')).toContain(`${hashOf(`original ${index}`)}  documents/${id}.`);
  });

  it('stand under names of ours, and are called in the manifest what they were called', () => {
    const named = manifest.documents.filter(({ document }) => shelved.includes(document));
    expect(named.map(({ name }) => name)).toEqual(NAMES);
    expect(Buffer.byteLength(LONG_NAME)).toBe(255);
    for (const { path } of manifest.documents) expect(path).toMatch(/^documents\/document-\d+\.(jpg|csv|txt)$/);
    expect(files.get('summary.html')).toContain('=HYPERLINK(&quot;x&quot;).csv');
  });

  it('are those of its findings alone', () => {
    expect([...files.values()]).not.toContain('of another finding');
  });

  it('in the version with something left out, which stands in the place of the original', () => {
    expect(files.get(`documents/${redaction}.jpg`)).toBe('no face');
    expect([...files.values()]).not.toContain('a face');
    expect(manifest.leftOut).toContainEqual(
      expect.objectContaining({
        what: 'redacted',
        document: redacted,
        redactedBy: redaction,
        sha256: hashOf('a face'),
      }),
    );
  });

  it('that were not found usable are named with the hash that was announced, and not given', async () => {
    expect(manifest.leftOut).toContainEqual(
      expect.objectContaining({
        what: 'not-checked',
        document: 'document-1',
        attachedTo: FINDING,
        sha256: '2'.repeat(64),
      }),
    );
    const why = { what: 'refused', document: refused, refusal: 'active-content', sha256: hashOf('run me') };
    expect(manifest.leftOut).toContainEqual(expect.objectContaining(why));
    for (const id of ['document-1', refused]) expect(files.get('summary.html')).toContain(`<code>${id}</code>`);
  });
});

describe('that somebody was given documents', () => {
  const bundledOf = async (person: string, document: string) =>
    (await custodyOf(person, document))?.filter(({ step }) => step === 'bundled');

  it('stands in the custody of each: in which bundle, to all who see the case; to whom, to those who answer for it', async () => {
    const [first = ''] = shelved;
    const [told] = (await bundledOf('coordinator-1', first)) ?? [];
    expect(told).toMatchObject({ step: 'bundled', by: 'control-1', escalation: 'escalation-1' });
    const [ofTeam] = (await bundledOf('witness-1', first)) ?? [];
    expect(ofTeam).toMatchObject({ step: 'bundled', escalation: 'escalation-1' });
    expect(ofTeam).not.toHaveProperty('by');
    expect(await bundledOf('coordinator-1', redacted)).toEqual([]);
    const { items } = await house.cases.entries({ case: caseId, after: 0, limit: 500 });
    const entry = items.find(({ id }) => id === told?.event);
    expect(entry).toMatchObject({ type: 'document.bundled.v1', actor: { person: 'system' } });
    expect(JSON.stringify(entry)).not.toMatch(/control-1|document-\d/);
  });

  it('is one fact for one bundle and person, in whatever language and however often, until something happens in the case', async () => {
    const before = await versionOf();
    for (const rest of ['escalation-1/bundle', 'escalation-1/bundle?language=en', 'escalation-1/bundle'])
      await bundleOf(house, caseId).bytes('control-1', rest);
    expect(await versionOf()).toBe(before);
    const again = await bundleOf(house, caseId).bytes('witness-1');
    expect([Buffer.from(again).equals(Buffer.from(zip)), await versionOf()]).toEqual([true, before + 1]);
    await bundleOf(house, caseId).bytes('witness-1');
    expect(await versionOf()).toBe(before + 1);
    const late = await shelve(house, caseId, { bytes: 'later', attachedTo: FINDING });
    const later = filesIn(await bundleOf(house, caseId).bytes('control-1'));
    expect(later.get(`documents/${late}.jpg`)).toBe('later');
    const told = await bundledOf('coordinator-1', shelved[0] ?? '');
    expect(told?.map(({ by }) => by)).toEqual(['control-1', 'witness-1', 'control-1']);
  });

  it('is said before they are: nobody is given what the record cannot say', async () => {
    const silent = {
      ...house,
      cases: { ...house.cases, append: async () => false },
    };
    const { statusCode, body = '' } = await bundleOf(silent, caseId).fetched('auditor-1', 'escalation-1/bundle');
    expect([statusCode, body.length < 2_000]).toEqual([409, true]);
  });
});
