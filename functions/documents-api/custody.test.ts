import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type House, newHouse } from '../../test/support/house.ts';
import { journeyBegins, stepsThrough, travel } from '../../test/support/journey.ts';
import { daysAfter } from '../../test/support/journey-step.ts';
import { shelve } from '../../test/support/shelved.ts';

let house: House;
let caseId: string;

/** Observation 1 is public, 2 under an embargo that reaches beyond the award, 3 restricted; report 1 is published. */
beforeAll(async () => {
  house = newHouse(journeyBegins);
  const steps = stepsThrough('integrity-pact', '/escalations');
  let until = '';
  caseId = await travel(house, 'integrity-pact', {
    steps,
    before: async ({ step, path }) => {
      if (step.path !== '/reports' || until !== '') return;
      until = daysAfter(house.clock.now(), 60);
      const extended = await house.post(
        'coordinator-1',
        path.replace('/reports', '/observations/observation-2/embargo'),
        {
          body: { until, reason: 'The second lot is open.' },
          idempotencyKey: 'extended-again',
        },
      );
      expect(extended).toMatchObject({ status: 200 });
    },
  });
});

const published = async (document: string) => {
  const { body } = await house.get('coordinator-1', `/cases/${caseId}/documents/${document}`);
  const { custody } = body as { custody: readonly { step: string; at: string; event: string }[] };
  return custody.filter(({ step }) => step === 'published').map(({ at, event }) => ({ at, event }));
};
const entriesOf = async (type: string) =>
  (await house.cases.entries({ case: caseId, after: 0, limit: 500 })).items.filter((entry) => entry.type === type);
const proof = ({ id: event, recordedAt: at }: { id: string; recordedAt: string }) => ({ at, event });

describe('that a document is everybody’s stands in its custody', () => {
  it('since it was found usable, where what it hangs on was open before', async () => {
    const photo = await shelve(house, caseId, { bytes: 'photo' });
    const annex = await shelve(house, caseId, { bytes: 'annex', purpose: 'report-annex', attachedTo: 'report-1' });
    const checks = (await entriesOf('document.usable.v1')).slice(-2).map(proof);
    expect([await published(photo), await published(annex)]).toEqual(checks.map((each) => [each]));
  });

  it('not while it is sealed; and since the clock ended an embargo, by the event that set its end', async () => {
    const sealed = await shelve(house, caseId, { bytes: 'clerk', by: 'witness-2', attachedTo: 'observation-3' });
    expect(await published(sealed)).toEqual([]);
    const embargoed = await shelve(house, caseId, { bytes: 'envelope', attachedTo: 'observation-2' });
    expect(await published(embargoed)).toEqual([]);
    const [extension] = (await entriesOf('embargo.extended.v1')).toReversed();
    const { until } = z.looseObject({ until: z.string() }).parse(extension?.data);
    house.clock.move(Date.parse(until) - Date.parse(house.clock.now()));
    expect(await published(embargoed)).toEqual([{ at: until, event: extension?.id }]);
  });

  it('still, where it was everybody’s before something was left out of it; and that version since then', async () => {
    const original = await shelve(house, caseId, { bytes: 'a face' });
    const before = await published(original);
    const over = { redacts: original, reason: 'A face was left out.' };
    const redaction = await shelve(house, caseId, { bytes: 'no face', by: 'coordinator-1', over });
    const [check] = (await entriesOf('document.usable.v1')).slice(-1);
    expect(await published(original)).toEqual(before);
    expect(before).toHaveLength(1);
    expect(await published(redaction)).toEqual([check && proof(check)]);
  });
});
