import { beforeAll, describe, expect, it } from 'vitest';
import type { House, HouseAnswer } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';

interface Moment {
  readonly version: number;
  readonly type: string;
  readonly says: string;
  readonly sealed: boolean;
  readonly link: string;
  readonly content?: object;
}

let house: House;
let caseId: string;

beforeAll(async () => {
  ({ house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/escalations')));
});

const timelineOf = async (person: string, language = 'en'): Promise<readonly Moment[]> => {
  const moments: Moment[] = [];
  let next: string | undefined = `/cases/${caseId}/timeline?limit=50&language=${language}`;
  while (next !== undefined) {
    const answer: HouseAnswer = await house.send({ method: 'GET', path: next, ...(person === '' ? {} : { person }) });
    expect(answer.status).toBe(200);
    moments.push(...(answer.body as { items: Moment[] }).items);
    next = /<([^>]+)>; rel="next"/.exec(String(answer.headers['link'] ?? ''))?.[1];
  }
  return moments;
};

const skeleton = (moments: readonly Moment[]) => moments.map(({ version, type, link }) => [version, type, link]);

describe('the timeline of a case', () => {
  it('is the same for all sides: every event in order, and nothing else', async () => {
    const anybody = await timelineOf('');
    expect(anybody.map(({ version }) => version)).toEqual(anybody.map((_, index) => index + 1));
    expect(anybody[0]).toMatchObject({ type: 'case.opened.v1', says: 'The case was opened', sealed: false });
    for (const person of ['witness-1', 'coordinator-1', 'authority-1', 'auditor-1', 'bidder-1']) {
      expect(skeleton(await timelineOf(person))).toEqual(skeleton(anybody));
    }
  });

  it('shows each reader exactly the contents that the record opens to that reader', async () => {
    for (const person of ['', 'witness-1', 'authority-1', 'auditor-1', 'administrator-1']) {
      for (const { version, content, sealed } of await timelineOf(person)) {
        const opened = await house.get(person, `/cases/${caseId}/events/${version}/content`);
        expect(content).toEqual(opened.status === 200 ? (opened.body as { content: object }).content : undefined);
        if (content !== undefined) expect(sealed).toBe(false);
      }
    }
    const closed = (moments: readonly Moment[]) => moments.filter(({ sealed }) => sealed).length;
    expect(closed(await timelineOf('auditor-1'))).toBeLessThan(closed(await timelineOf('')));
    expect(closed(await timelineOf(''))).toBeGreaterThan(0);
  });

  it('speaks three languages, Spanish unless it is asked otherwise, and refuses a fourth', async () => {
    const path = `/cases/${caseId}/timeline`;
    const first = async (query: string) =>
      ((await house.get('', `${path}?limit=1${query}`)).body as { items: Moment[] }).items[0]?.says;
    expect([await first(''), await first('&language=pt'), await first('&language=en')]).toEqual([
      'Se abrió el caso',
      'O caso foi aberto',
      'The case was opened',
    ]);
    expect((await house.get('', `${path}?language=fr`)).status).toBe(400);
    expect((await house.get('', '/cases/ip-00000000000000000000/timeline')).status).toBe(404);
  });
});
