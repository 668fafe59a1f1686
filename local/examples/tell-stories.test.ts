import { beforeAll, describe, expect, it } from 'vitest';
import { STAGES } from '../../events/vocabulary.ts';
import { memoryEntropy } from '../../functions/_ports/memory/memory-entropy.ts';
import { checkDocument } from '../../functions/check-document/check-document.ts';
import { keepAgenda } from '../../functions/keep-agenda/keep-agenda.ts';
import { keepDeadlines } from '../../functions/keep-deadlines/keep-deadlines.ts';
import { keepScoreboard } from '../../functions/keep-scoreboard/keep-scoreboard.ts';
import { sweepDeadlines } from '../../functions/sweep-deadlines/sweep-deadlines.ts';
import { onBus, streamOf } from '../../test/support/deliver.ts';
import { checkPortsOf, noticeOf } from '../../test/support/handed-in.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { STORIES } from './stories.ts';
import { type Stage, type Telling, tellStories } from './tell-stories.ts';

const TODAY = '2026-11-20T16:00:00.000Z';
const CASES = STORIES.filter(({ name }) => name !== 'padron');

/** A house as a stage: its nights hand on what was recorded to those that remind, and sweep. */
const stageIn = (house: House): Stage => {
  const unheard = new Set<string>();
  const heard = new Map<string, number>();
  let sweeps = 0;
  return {
    door: {
      get: house.get,
      post: async (person, path, { body: asked, idempotencyKey }) => {
        const answer = await house.send({
          method: 'POST',
          path,
          ...(person === '' ? {} : { person }),
          headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
          body: JSON.stringify(asked),
        });
        const { case: caseId } = (answer.body ?? {}) as { case?: string };
        if (caseId !== undefined) unheard.add(caseId);
        return answer;
      },
    },
    moveTo: house.clock.set,
    night: async () => {
      for (const caseId of unheard) {
        const { items } = await house.cases.entries({ case: caseId, after: heard.get(caseId) ?? 0, limit: 1_000 });
        const last = items.at(-1);
        if (last === undefined) continue;
        for (const keep of [keepDeadlines(house), keepAgenda(house)]) await keep(onBus(last));
        heard.set(caseId, last.version);
      }
      unheard.clear();
      sweeps += 1;
      await sweepDeadlines({ ...house, entropy: memoryEntropy(sweeps * 1_000_000) })();
    },
    upload: async (invitation, bytes) => {
      const { case: caseId, document } = invitation as { case: string; document: string };
      const key = `incoming/${caseId}/${document}`;
      house.documents.upload(key, bytes);
      await checkDocument(checkPortsOf(house))(noticeOf(key));
    },
  };
};

const toldIn = async (house: House, telling: Partial<Telling> = {}, stories = STORIES) => {
  const cases = new Map<string, string>();
  const told = ({ name }: { name: string }, caseId: string) => void cases.set(name, caseId);
  await tellStories(stageIn(house), stories, { today: TODAY, told, ...telling });
  return cases;
};

let house: House;
let cases: ReadonlyMap<string, string>;

beforeAll(async () => {
  house = newHouse(TODAY);
  cases = await toldIn(house);
});

const at = (name: string, path = ''): string => `/cases/${cases.get(name)}${path}`;
const read = async (path: string): Promise<any> => (await house.send({ method: 'GET', path })).body;
const typesOf = async (name: string): Promise<readonly string[]> =>
  (await streamOf(house.cases, cases.get(name) ?? '')).map(({ type }) => type);

describe('the examples of a first start', () => {
  it('are a case for each instrument, for three profiles and more, and for each stage', async () => {
    const heads = await Promise.all(CASES.map(({ name }) => read(at(name))));
    expect(heads.length).toBeGreaterThanOrEqual(8);
    expect(new Set(heads.map(({ instrument }) => instrument)).size).toBe(2);
    expect(new Set(heads.map(({ profile }) => profile.id)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(heads.map(({ stage }) => stage))).toEqual(new Set(STAGES));
  });

  it('say that they are examples: in the list, in the case, in the record and in the open data', async () => {
    const { items } = await read('/cases?limit=100');
    expect(items).toHaveLength(CASES.length);
    for (const { case: caseId, example } of items) {
      expect([caseId, example]).toEqual([expect.stringMatching(/^(ip|oc)-example/), true]);
      expect(await read(`/cases/${caseId}`)).toMatchObject({ example: true });
      const [opening] = await streamOf(house.cases, caseId);
      expect(opening?.data).toMatchObject({ example: true });
    }
    const { releases } = await read(at('agua', '/ocds/release'));
    expect(releases[0].oversight[0]).toMatchObject({ example: true });
  });

  it('say so on their pages', async () => {
    for (const page of ['', '/timeline', '/observations', '/observations/observation-1', '/acts']) {
      const { status, text } = await house.send({ method: 'GET', path: `/es${at('agua', page)}` });
      expect([page, status, text.includes('Es un caso de ejemplo')]).toEqual([page, 200, true]);
    }
  });

  it('say so on the page of a report', async () => {
    const { text } = await house.send({ method: 'GET', path: at('agua', '/reports/report-3/page') });
    expect(text).toContain('Ejemplo: nada de lo que cuenta ocurrió');
  });

  it('are told apart in the scoreboard', async () => {
    const [last] = (await streamOf(house.cases, cases.get('agua') ?? '')).slice(-1);
    if (last !== undefined) await keepScoreboard(house)(onBus(last));
    const { items } = await read('/scoreboard');
    expect(items).toEqual([expect.objectContaining({ cases: 1, examples: 1 })]);
  });

  it('have one that is suspended, one whose tender was cancelled and one whose team is silent', async () => {
    expect(await read(at('autobuses'))).toMatchObject({ condition: 'suspended' });
    expect(await read(at('camino'))).toMatchObject({ ending: 'cancelled', stage: 'closed' });
    const silent = CASES.map(({ name }) => name);
    const raised = await Promise.all(silent.map(async (name) => (await typesOf(name)).includes('team.inactive.v1')));
    expect(silent.filter((_, index) => raised[index])).toEqual(['uniformes']);
  });

  it('have one whose grave finding was escalated, answered and remedied', async () => {
    const { items } = await read(at('agua', '/escalations'));
    expect(items).toEqual([expect.objectContaining({ id: 'escalation-1' })]);
    const stream = await streamOf(house.cases, cases.get('agua') ?? '');
    const answer = stream.find(({ type }) => type === 'escalation.answered.v1');
    expect(answer?.data).toMatchObject({ outcome: 'violation-corrected' });
    const observed = await read(at('agua', '/observations/observation-2'));
    expect(JSON.stringify(observed)).toContain('"remedy":"eliminated"');
    expect(JSON.stringify(observed)).toContain('"severity":"grave"');
  });

  it('have published final reports where they are closed, and observations of every type', async () => {
    for (const name of ['agua', 'camino']) expect(await typesOf(name)).toContain('report.published.v1');
    const { items } = await read(at('puente', '/observations'));
    const others = await read(at('alumbrado', '/observations'));
    const types = [...items, ...others.items].map(({ state }) => state?.type);
    expect(new Set(types)).toEqual(
      new Set([undefined, 'act-attended', 'good-practice', 'finding', 'site-visit', 'access-obstacle']),
    );
  });

  it('happen on working days, none of them after today', async () => {
    const stream = await streamOf(house.cases, cases.get('agua') ?? '');
    for (const { recordedAt, actor } of stream) {
      expect(recordedAt <= TODAY).toBe(true);
      const weekday = new Date(recordedAt).getUTCDay();
      if (actor.role !== 'system') expect([1, 2, 3, 4, 5]).toContain(weekday);
    }
  });
});

describe('a telling that was interrupted', () => {
  const some = STORIES.filter(({ name }) => ['padron', 'hospital', 'autobuses'].includes(name));

  it('is completed by the next one, which does nothing twice', async () => {
    const whole = newHouse(TODAY);
    const told = await toldIn(whole, {}, some);
    const broken = newHouse(TODAY);
    const stage = stageIn(broken);
    for (const acts of [9, 23]) {
      let sent = 0;
      const post: Stage['door']['post'] = async (...asked) => {
        sent += 1;
        const answer = await stage.door.post(...asked);
        if (sent === acts) throw new Error('killed');
        return answer;
      };
      const killed = tellStories({ ...stage, door: { ...stage.door, post } }, some, { today: TODAY });
      await expect(killed).rejects.toThrow('killed');
    }
    await toldIn(broken, {}, some);
    for (const caseId of told.values()) {
      const facts = async ({ cases: store }: House) =>
        (await streamOf(store, caseId)).map(({ type, recordedAt, data }) => ({ type, recordedAt, data }));
      expect(await facts(broken)).toEqual(await facts(whole));
    }
  });
});
