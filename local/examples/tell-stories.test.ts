import { beforeAll, describe, expect, it } from 'vitest';
import { memoryEntropy } from '../../functions/_ports/memory/memory-entropy.ts';
import { checkDocument } from '../../functions/check-document/check-document.ts';
import { keepAgenda } from '../../functions/keep-agenda/keep-agenda.ts';
import { keepDeadlines } from '../../functions/keep-deadlines/keep-deadlines.ts';
import { sweepDeadlines } from '../../functions/sweep-deadlines/sweep-deadlines.ts';
import { deliver, onBus, streamOf } from '../../test/support/deliver.ts';
import { checkPortsOf, noticeOf } from '../../test/support/handed-in.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { STORIES } from './stories.ts';
import { tellStories } from './tell-stories.ts';

const TODAY = '2026-11-20T16:00:00.000Z';

let house: House;
const cases = new Map<string, string>();

beforeAll(async () => {
  house = newHouse('2026-01-01T00:00:00.000Z');
  const seen = new Map<string, number>();
  let sweeps = 0;
  await tellStories(
    {
      door: {
        get: house.get,
        post: async (person, path, sent) => {
          const { body: asked, idempotencyKey } = sent;
          const answer = await house.send({
            method: 'POST',
            path,
            ...(person === '' ? {} : { person }),
            headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
            body: JSON.stringify(asked),
          });
          const { case: caseId } = (answer.body ?? {}) as { case?: string };
          if (caseId !== undefined && !seen.has(caseId)) seen.set(caseId, 0);
          return answer;
        },
      },
      moveTo: house.clock.set,
      night: async () => {
        for (const [caseId, version] of seen) {
          const stream = await streamOf(house.cases, caseId);
          for (const entry of stream.slice(version)) {
            await keepDeadlines(house)(onBus(entry));
            await keepAgenda(house)(onBus(entry));
          }
          seen.set(caseId, stream.length);
        }
        sweeps += 1;
        await sweepDeadlines({ ...house, entropy: memoryEntropy(sweeps * 1_000_000) })();
      },
      upload: async (invitation, bytes) => {
        const { case: caseId, document } = invitation as { case: string; document: string };
        const key = `incoming/${caseId}/${document}`;
        house.documents.upload(key, bytes);
        await checkDocument(checkPortsOf(house))(noticeOf(key));
      },
    },
    STORIES,
    { today: TODAY, told: ({ name }, caseId) => cases.set(name, caseId) },
  );
});

const read = async (name: string, path = '') => (await house.get('auditor-1', `/cases/${cases.get(name)}${path}`)).body as any;
const types = async (name: string): Promise<readonly string[]> =>
  (await streamOf(house.cases, cases.get(name) ?? '')).map(({ type }) => type);

describe('the examples of a first start', () => {
  it('show', async () => {
    for (const name of cases.keys()) {
      const all = await types(name);
      const head = await read(name);
      console.log(name, head.case, head.stage, head.condition, head.ending, all.length, JSON.stringify(head.team.map((m: any) => [m.person, m.standing])));
      console.log(all.filter((t) => /inactive|overdue|lapsed|refused/.test(t)).join(' '));
    }
  });
});
