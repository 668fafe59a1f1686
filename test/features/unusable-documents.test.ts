import { describe, expect, it } from 'vitest';
import { newHouse } from '../support/house.ts';
import { OCID, release, releasePackage } from '../support/ocds.ts';

const open = (ocds: unknown, ocid?: string) =>
  newHouse().send({
    method: 'POST',
    path: '/cases',
    person: 'coordinator-1',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'opening' },
    body: JSON.stringify({ instrument: 'integrity-pact', ocds, ...(ocid === undefined ? {} : { ocid }) }),
  });

const TWO = releasePackage(release(), release({ ocid: 'ocds-test00-0002' }));

describe('a document that opens no case', () => {
  it.each([
    ['process-unusable', 'holds no process', { hello: 'world' }, undefined, { problems: [{ code: 'no-process' }, {}] }],
    ['process-unusable', 'does not hold the one that is asked for', TWO, 'ocds-test00-0003', {}],
    ['process-ambiguous', 'holds several', TWO, undefined, { ocids: [OCID, 'ocds-test00-0002'] }],
  ])('is refused as %s because it %s', async (word, _, ocds, ocid, facts) => {
    const { status, body } = await open(ocds, ocid);
    expect(status).toBe(422);
    expect(body).toMatchObject({ type: `/problems/${word}`, ...facts });
  });

  it('opens the case of the process that is named', async () => {
    expect((await open(TWO, 'ocds-test00-0002')).status).toBe(201);
  });
});
