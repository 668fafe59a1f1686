import { describe, expect, it } from 'vitest';
import { hashOf } from '../../test/support/handed-in.ts';
import { newHouse } from '../../test/support/house.ts';
import { journeyBegins, stepsThrough, travel } from '../../test/support/journey.ts';
import { shelve } from '../../test/support/shelved.ts';

const PUBLICATION = '/reports/report-1/publication';

describe('the annexes on the page of a report', () => {
  it('are listed with the hash of the copy that its readers get, and linked as one ZIP once it is published', async () => {
    const house = newHouse(journeyBegins);
    const caseIds: string[] = [];
    const draft: string[] = [];
    const page = async (person?: string) => {
      const path = `/cases/${caseIds[0]}/reports/report-1/page`;
      return (await house.send({ method: 'GET', path, ...(person === undefined ? {} : { person }) })).text;
    };
    const before = async ({ path }: { path: string }) => {
      if (!path.endsWith(PUBLICATION)) return;
      const caseId = path.split('/')[2] ?? '';
      caseIds.push(caseId);
      const ofReport = { purpose: 'report-annex', attachedTo: 'report-1' };
      await shelve(house, caseId, { bytes: 'minutes, signed', shared: 'minutes', name: 'acta <1>.jpg', ...ofReport });
      await shelve(house, caseId, { bytes: 'table at home', shared: 'table' });
      await shelve(house, caseId, { bytes: 'clerk', by: 'witness-2', attachedTo: 'observation-3' });
      await shelve(house, caseId, { bytes: 'script', refusal: 'active-content', ...ofReport });
      draft.push(await page('coordinator-1'));
    };
    await travel(house, 'integrity-pact', { before, steps: stepsThrough('integrity-pact', PUBLICATION) });
    const [caseId = ''] = caseIds;
    const published = await page();
    const annexes = published.slice(published.indexOf('<h2 id="annexes">'));
    expect(published).toContain('<li><a href="#annexes">Anexos</a></li>');
    expect(annexes.match(/[0-9a-f]{64}/g)?.slice(0, 2)).toEqual([hashOf('minutes'), hashOf('table')]);
    expect(annexes).toContain('acta &lt;1>.jpg');
    const [file = ''] = /[^"]+\/file(?=")/.exec(annexes) ?? [];
    expect((await house.send({ method: 'GET', path: file })).status).toBe(303);
    expect(annexes).toContain(`href="/cases/${caseId}/reports/report-1/annexes?language=es"`);
    for (const hidden of ['clerk', 'script', 'minutes, signed', 'table at home'])
      expect(published).not.toContain(hashOf(hidden));
    expect(draft[0]).toContain(hashOf('minutes'));
    expect(draft[0]).not.toContain('/annexes?');
  });
});
