import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashContent, hashEntry, type RecordEntry } from '../../events/record.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { checkedByTools, filesIn, linesOf } from '../../test/support/unpacked.ts';

const bundleOf = (house: House, caseId: string) => ({
  fetched: (person: string, rest = 'escalation-1/bundle') =>
    house.send({
      method: 'GET',
      path: `/cases/${caseId}/escalations/${rest}`,
      ...(person === '' ? {} : { person }),
    }),
  bytes: async (person: string, rest = 'escalation-1/bundle'): Promise<Uint8Array> => {
    const { status, text } = await bundleOf(house, caseId).fetched(person, rest);
    expect([rest, status]).toEqual([rest, 200]);
    return Uint8Array.from(Buffer.from(text, 'latin1'));
  },
});

describe('the evidence of an escalation', () => {
  let house: House;
  let caseId: string;
  let zip: Uint8Array;
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    ({ house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/proceedings')));
    zip = await bundleOf(house, caseId).bytes('control-1');
    files = filesIn(zip);
  });

  it('is one ZIP whose sums hold, by the programs that anybody has', () => {
    const said = checkedByTools(zip);
    if (said === undefined) {
      console.warn('unzip or sha256sum is not installed: the sums were checked here alone.');
      return;
    }
    expect(said.split('\n').filter((line) => line !== '' && !line.endsWith(': OK'))).toEqual([]);
    expect(said.match(/: OK/g)).toHaveLength(files.size - 1);
  });

  it('lists every file with its sum, and no path leads out', () => {
    const sums = (files.get('SHA256SUMS') ?? '').trimEnd().split('\n');
    expect(sums.map((line) => line.slice(66))).toEqual([...files.keys()].filter((path) => path !== 'SHA256SUMS'));
    for (const line of sums) {
      const sum = createHash('sha256')
        .update(files.get(line.slice(66)) ?? '', 'utf8')
        .digest('hex');
      expect(line.slice(0, 66)).toBe(`${sum}  `);
    }
    for (const path of Object.keys(unzipSync(zip))) {
      expect(path).toMatch(/^[a-z0-9-]+\/([a-z0-9]+\/)?[A-Za-z0-9][A-Za-z0-9-]*(\.[a-z0-9]+)?$/);
    }
  });

  it('holds the record as it is: each event verifies, and what was written verifies against its event', async () => {
    const events = linesOf(files.get('record/events.jsonl')) as unknown as RecordEntry[];
    const { body } = await house.get('', `/cases/${caseId}/events?limit=100`);
    expect(events.slice(0, 100)).toEqual((body as { items: unknown[] }).items);
    for (const [index, entry] of events.entries()) {
      expect(entry.hash).toBe(await hashEntry(entry));
      if (index > 0) expect(entry.previousHash).toBe(events[index - 1]?.hash);
    }
    const contents = linesOf(files.get('record/contents.jsonl'));
    expect(contents.length).toBeGreaterThan(3);
    for (const content of contents) {
      const own = events.find(({ version }) => version === content['version']);
      expect(await hashContent(content as unknown as Parameters<typeof hashContent>[0])).toBe(own?.contentHash);
    }
    expect(JSON.parse(files.get('manifest.json') ?? '')).toMatchObject({
      case: caseId,
      asOf: { version: events.length, hash: events.at(-1)?.hash },
      sanitised: false,
    });
  });

  it('holds the findings with all that was said about them, the letter, the history, the questions and the timeline', () => {
    const escalation = JSON.parse(files.get('escalation.json') ?? '');
    const [finding] = escalation.findings;
    const { versions } = JSON.parse(files.get(`findings/${finding}.json`) ?? '');
    expect(versions[0]).toMatchObject({ type: 'observation.filed.v1', content: { type: 'finding' } });
    expect(escalation.history.map(({ type }: { type: string }) => type)).toContain('escalation.sent.v1');
    expect(escalation.history[0].content).toHaveProperty('letter');
    expect(linesOf(files.get('timeline.jsonl'))).toHaveLength(linesOf(files.get('record/events.jsonl')).length);
    expect(linesOf(files.get('questions.jsonl')).length).toBeGreaterThan(0);
  });

  it('opens with a page that runs nothing, in three languages', async () => {
    for (const [language, word] of [
      ['es', 'hallazgos'],
      ['pt', 'achados'],
      ['en', 'findings'],
    ] as const) {
      const of = filesIn(await bundleOf(house, caseId).bytes('control-1', `escalation-1/bundle?language=${language}`));
      const page = of.get('summary.html') ?? '';
      expect(page).toMatch(new RegExp(`<html lang="${language}">[\\s\\S]*${word}`));
      expect(page).not.toMatch(/<script|\son\w+=|<img|<link|javascript:|undefined/);
    }
  });

  it('is the same bytes for everybody who may fetch it, whenever they ask', async () => {
    const { fetched } = bundleOf(house, caseId);
    house.clock.move(60_000);
    for (const person of ['control-1', 'witness-1', 'coordinator-1', 'auditor-1']) {
      const answer = await fetched(person);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/zip',
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${caseId}-escalation-1.zip"`,
      });
      expect(Buffer.from(answer.text, 'latin1').equals(zip)).toBe(true);
    }
  });

  it('does not exist for anybody else, however it is asked for', async () => {
    const { fetched } = bundleOf(house, caseId);
    const absent = await fetched('', 'escalation-99/bundle');
    expect(absent.status).toBe(404);
    const others = [
      '',
      'control-2',
      'authority-1',
      'bidder-1',
      'witness-3',
      'member-1',
      'assessor-1',
      'administrator-1',
    ];
    for (const person of others) {
      for (const rest of ['escalation-1/bundle', 'escalation-1/bundle?language=fr', 'escalation-1/bundle?part=9']) {
        expect([person, await fetched(person, rest)]).toEqual([person, absent]);
      }
    }
    for (const rest of ['escalation-0/bundle', 'observation-1/bundle', 'escalation-1/bundle?part=2', '%2e%2e/bundle']) {
      expect([rest, await fetched('control-1', rest)]).toEqual([rest, absent]);
    }
    for (const query of ['language=fr', 'part=0', 'part=-1', 'part=1e3', 'part=', 'x=1']) {
      expect([query, (await fetched('control-1', `escalation-1/bundle?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('holds nothing that its control authority may not read, whoever asks', async () => {
    const { text } = await house.send({
      method: 'GET',
      path: `/cases/${caseId}/timeline?limit=100`,
      person: 'control-1',
    });
    const mayRead = new Set(
      (JSON.parse(text).items as { version: number; content?: object }[]).flatMap(({ version, content }) =>
        content === undefined ? [] : [version],
      ),
    );
    const told = linesOf(files.get('record/contents.jsonl')).map(({ version }) => version as number);
    expect(told.filter((version) => version <= 100 && !mayRead.has(version))).toEqual([]);
  });

  it('says where it is to those who may fetch it', async () => {
    const bundle = `/cases/${caseId}/escalations/escalation-1/bundle`;
    const history = `/cases/${caseId}/escalations/escalation-1/history`;
    expect((await house.get('control-1', history)).body).toMatchObject({ bundle });
    for (const person of ['', 'control-2', 'bidder-1']) {
      expect((await house.get(person, history)).body).not.toHaveProperty('bundle');
    }
  });
});
