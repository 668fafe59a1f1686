import { beforeAll, describe, expect, it } from 'vitest';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import type { CommandOperation } from '../../functions/_http/operation.ts';
import { OPERATIONS } from '../../functions/describe-api/openapi.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { deliver } from '../support/deliver.ts';
import { posting } from '../support/exchanges.ts';
import { type House, type HouseAnswer, type HouseRequest, newHouse } from '../support/house.ts';
import { JOURNEYS, journeyBegins, travel } from '../support/journey.ts';
import { type WhatIf, whatIf } from '../support/what-if.ts';
import { READERS, readingsOf } from './readings.ts';

/** Cases themselves are public, so of a case nobody hides that it exists. What follows is about what stands in them. */
const NO_CASE = 'ip-00000000000000000000';

/** All of an answer that a caller can tell apart. */
const bytesOf = ({ status, headers, text }: HouseAnswer): string => JSON.stringify([status, headers, text]);

const asking = (person: string, path: string): HouseRequest => ({
  method: 'GET',
  path,
  ...(person === '' ? {} : { person }),
});

/** Moments of a journey: fresh, midway, and at its end. */
const MOMENTS: Readonly<Record<InstrumentId, readonly number[]>> = {
  'integrity-pact': [1, 20, 40, 55, JOURNEYS['integrity-pact'].length],
  'oversight-committee': [1, 12, JOURNEYS['oversight-committee'].length],
};
const ALL_MOMENTS = INSTRUMENTS.flatMap((instrument) =>
  MOMENTS[instrument].map((steps): [InstrumentId, number] => [instrument, steps]),
);

interface Moment {
  readonly caseId: string;
  readonly aside: WhatIf;
}

const momentOf = async (instrument: InstrumentId, steps: number): Promise<Moment> => {
  const house = newHouse(journeyBegins);
  const caseId = await travel(house, instrument, { steps });
  await deliver(projectMilestones(house), house.cases, caseId);
  const aside = whatIf(house);
  return { caseId, aside: { ...aside, house: { ...aside.house, milestones: house.milestones } } };
};

const PAGES = '/es';
const isPage = (path: string): boolean => path.startsWith(`${PAGES}/`);

/** An answer without the address that it was asked at: a page for people tells it, to be found in other languages. */
const unplaced = (path: string, answer: HouseAnswer): string =>
  isPage(path) ? bytesOf(answer).replaceAll(path.slice(PAGES.length), '') : bytesOf(answer);

/** What is answered where nothing is: to programs, and to people. */
const absentIn = async (house: House): Promise<(path: string) => string> => {
  const [data, page] = [`/cases/${NO_CASE}`, `${PAGES}/cases/${NO_CASE}`];
  const toPrograms = unplaced(data, await house.send(asking('', data)));
  const toPeople = unplaced(page, await house.send(asking('', page)));
  return (path) => (isPage(path) ? toPeople : toPrograms);
};

describe.each(ALL_MOMENTS)('in a case of %s after %i steps', (instrument, steps) => {
  let moment: Moment;
  beforeAll(async () => {
    moment = await momentOf(instrument, steps);
  });

  it('whatever is not found, forbidden or absent, in this case or in none, is not found in the same bytes', async () => {
    const { caseId, aside } = moment;
    const absent = await absentIn(aside.house);
    let forbidden = 0;
    for (const path of readingsOf(caseId)) {
      const isThere = (await aside.house.send(asking('auditor-1', path))).status === 200;
      for (const person of READERS) {
        const answer = await aside.house.send(asking(person, path));
        if (answer.status === 200) continue;
        forbidden += isThere ? 1 : 0;
        expect([person, path, unplaced(path, answer)]).toEqual([person, path, absent(path)]);
      }
    }
    if (steps > 20) expect(forbidden).toBeGreaterThan(20);
  });

  it('every reading of a case that does not exist is not found, whoever asks', async () => {
    const absent = await absentIn(moment.aside.house);
    for (const path of readingsOf(NO_CASE)) {
      for (const person of READERS) {
        // A profile is the deployment’s, not a case’s.
        const answer = await moment.aside.house.send(asking(person, path));
        expect([person, path, unplaced(path, answer)]).toEqual([person, path, absent(path)]);
      }
    }
  });
});

/** What each command on a thing that can be secret takes besides the thing. */
const BODIES: Readonly<Record<string, object>> = {
  'correct-observation': {
    reason: 'So.',
    observedAt: '2026-03-04T09:30:00-06:00',
    title: 'So.',
    narrative: 'So.',
    language: 'en',
  },
  'withdraw-observation': { reason: 'So.' },
  'extend-embargo': { until: '2026-12-01T00:00:00Z', reason: 'So.' },
  'propose-release': { reason: 'So.' },
  'release-observation': { reason: 'So.' },
  'notify-finding': {},
  'reply-to-finding': { reply: 'So.' },
  'reason-non-escalation': { reason: 'So.' },
  'record-delivery': {},
  'acknowledge-escalation': {},
  'begin-review': {},
  'escalate-further': { letter: 'So.' },
  'decline-next-tier': { reason: 'So.' },
  'revise-answer': { outcome: 'no-violation', remedies: [], answer: 'So.', reason: 'So.' },
  'answer-escalation': { outcome: 'no-violation', remedies: [], answer: 'So.' },
};

/** Of a report everybody is told that it is there and where it stands: only its words are kept, and no command tells them. */
const SECRET = /\{(observation|escalation)\}/;
const onSecrets = OPERATIONS.filter(
  (operation): operation is CommandOperation => operation.kind === 'command' && SECRET.test(operation.path),
);

/** Whether somebody can read what a thing says. */
const canRead = async ({ caseId, aside }: Moment, person: string, thing: string): Promise<boolean> => {
  if (thing.startsWith('escalation')) {
    const { body } = await aside.house.send(asking(person, `/cases/${caseId}/escalations`));
    const { items } = body as { items: readonly { id: string; letter?: string }[] };
    return items.some(({ id, letter }) => id === thing && letter !== undefined);
  }
  const { body } = await aside.house.send(asking(person, `/cases/${caseId}/observations/${thing}`));
  return 'state' in (body as object);
};

it('every command on a thing that can be secret is tried', () => {
  expect(onSecrets.map(({ name }) => name).toSorted()).toEqual(Object.keys(BODIES).toSorted());
});

describe.each(ALL_MOMENTS)('a command in a case of %s after %i steps', (instrument, steps) => {
  it('on what the caller may not read is answered as on what does not exist', async () => {
    const moment = await momentOf(instrument, steps);
    const { caseId, aside } = moment;
    const people = READERS.filter((person) => person !== '');
    const tries = onSecrets.flatMap((operation) => people.map((person) => ({ ...operation, person })));
    for (const { name, path, person } of tries) {
      const kind = SECRET.exec(path)?.[1] ?? '';
      const send = async (id: string, to = caseId) => {
        const at = path.replace('{case}', to).replace(SECRET, id);
        const request = posting({ person, path: at, body: BODIES[name], idempotencyKey: 'k' });
        return bytesOf(await aside.house.send(request)).replaceAll(id, 'THING');
      };
      const absent = await send(`${kind}-999`);
      for (const thing of [1, 2, 3].map((number) => `${kind}-${number}`)) {
        if (!(await canRead(moment, person, thing)))
          expect([name, person, thing, await send(thing)]).toEqual([name, person, thing, absent]);
      }
      expect(await send(`${kind}-1`, NO_CASE)).toContain('/problems/not-found');
    }
  });
});

describe('a case that does not exist', () => {
  it('is not found by any command, by nobody, whatever version the caller has seen', async () => {
    const { aside } = await momentOf('integrity-pact', 1);
    const absent = bytesOf(await aside.house.send(asking('', `/cases/${NO_CASE}`)));
    for (const person of READERS.filter((each) => each !== '')) {
      for (const etag of ['*', '"0"', '"12"']) {
        const { headers = {}, ...request } = posting({
          person,
          path: `/cases/${NO_CASE}/advance`,
          body: {},
          idempotencyKey: 'k',
        });
        const answer = await aside.house.send({ ...request, headers: { ...headers, 'if-match': etag } });
        expect([person, etag, bytesOf(answer)]).toEqual([person, etag, absent]);
      }
    }
  });
});
