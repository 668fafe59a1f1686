import { beforeAll, describe, expect, it } from 'vitest';
import { keepAgenda } from '../../functions/keep-agenda/keep-agenda.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { publishOpenData } from '../../functions/publish-open-data/publish-open-data.ts';
import { sha256 } from '../support/case-file.ts';
import { deliver, streamOf } from '../support/deliver.ts';
import type { House, HouseAnswer, HouseRequest } from '../support/house.ts';
import { arrived, stepsThrough } from '../support/journey.ts';
import { pagesOf, READERS, readingsOf } from './readings.ts';

/** A word of its own in everything that a tip confides, and the code with what is kept of it. */
const CODE = '00112233445566778899aabbccddeeff';
const WORDS = {
  text: 'Zaunkönig-words',
  addition: 'Zaunkönig-more',
  name: 'Zaunkönig-name',
  contact: 'Zaunkönig-contact',
  reason: 'Zaunkönig-reason',
  file: 'f'.repeat(63).concat('0'),
  code: CODE,
  hash: sha256(CODE),
} as const;
type Confided = keyof typeof WORDS;
const CONFIDED = Object.keys(WORDS) as readonly Confided[];
const SENT = {
  receipt: CODE,
  text: `It was ${WORDS.text}.`,
  language: 'es',
  name: WORDS.name,
  contact: WORDS.contact,
  files: [WORDS.file],
};

const ALL: readonly Confided[] = ['addition', 'contact', 'file', 'hash', 'name', 'reason', 'text'];
const OF_LEAD: readonly Confided[] = ['addition', 'file', 'reason', 'text'];
const OF_HOLDER: readonly Confided[] = ['addition', 'contact', 'file', 'name', 'reason', 'text'];

const metIn = ({ text, headers }: Pick<HouseAnswer, 'text' | 'headers'>): readonly Confided[] => {
  const told = text + JSON.stringify(headers);
  return CONFIDED.filter((each) => told.includes(WORDS[each]));
};

interface World {
  readonly house: House;
  readonly caseId: string;
  readonly tell: (path: string, body: unknown, key: string) => Promise<HouseAnswer>;
}

const JSON_BODY = { 'content-type': 'application/json' };

/** A pact in which somebody sent a tip, added to it, and was answered; and the team was given it as a lead, or not. */
const worldWith = async (becomes: 'lead' | 'no lead'): Promise<World> => {
  const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/visits'));
  const at = `/cases/${caseId}`;
  const tell: World['tell'] = (path, body, key) =>
    house.send({
      method: 'POST',
      path: `${at}${path}`,
      headers: { ...JSON_BODY, 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  const act = async (path: string, body: object = {}) => {
    const { status, body: answer } = await house.post('coordinator-1', `${at}${path}`, { body, idempotencyKey: path });
    expect([path, status, answer]).toEqual([path, 200, expect.anything()]);
  };
  expect(metIn(await tell('/tips', SENT, 'sent'))).toEqual([]);
  expect(metIn(await tell('/tips/tip-1/additions', { receipt: CODE, text: WORDS.addition }, 'more'))).toEqual([]);
  if (becomes === 'lead') await act('/tips/tip-1/lead');
  await act('/tips/tip-1/answer', { code: 'known-already', reason: WORDS.reason });
  await deliver(projectMilestones(house), house.cases, caseId);
  await deliver(keepAgenda(house), house.cases, caseId);
  return { house, caseId, tell };
};

/** Every address at which something of the case, of what is due in it, or of its record is read. */
const addressesOf = async ({ house, caseId }: World): Promise<readonly string[]> => [
  '/cases',
  '/agenda',
  '/agenda/mine',
  ...readingsOf(caseId),
  ...pagesOf(caseId),
  ...(await streamOf(house.cases, caseId)).map(({ version }) => `/cases/${caseId}/events/${version}/content`),
];

const asks = (path: string, person: string, headers: Readonly<Record<string, string>> = {}): HouseRequest => ({
  method: 'GET',
  path,
  headers,
  ...(person === '' ? {} : { person }),
});

describe.each(['lead', 'no lead'] as const)('what a tip confides, as a tip that became %s,', (becomes) => {
  let world: World;
  let addresses: readonly string[];
  beforeAll(async () => {
    world = await worldWith(becomes);
    addresses = await addressesOf(world);
  });

  const metBy = async (person: string): Promise<readonly Confided[]> => {
    const met = new Set<Confided>();
    for (const path of addresses) metIn(await world.house.send(asks(path, person))).forEach((each) => met.add(each));
    return [...met].toSorted();
  };

  const mayMeet = (person: string): readonly Confided[] => {
    if (person === 'coordinator-1' || person === 'auditor-1') return ALL;
    return person === 'witness-1' && becomes === 'lead' ? OF_LEAD : [];
  };

  it.each(READERS.map((person) => [person]))(
    'is read by “%s” as far as it concerns them, at no address',
    async (person) => {
      expect(await metBy(person)).toEqual(mayMeet(person));
    },
  );

  it('is read by whoever holds its code at its own address, and the code opens nothing else', async () => {
    const { house, caseId } = world;
    for (const path of addresses) {
      const met = metIn(await house.send(asks(path, '', { 'tip-receipt': CODE }))).toSorted();
      expect([path, met]).toEqual([path, path === `/cases/${caseId}/tips/tip-1` ? OF_HOLDER : []]);
    }
  });

  it('is in no event of the record, and nothing that is told to operators', async () => {
    const { house, caseId } = world;
    const told = JSON.stringify([await streamOf(house.cases, caseId), house.log.said]);
    expect(metIn({ text: told, headers: {} })).toEqual([]);
  });

  it('is in no static file of open data, where the tip itself is', async () => {
    const { house, caseId } = world;
    await publishOpenData(house)();
    const files = [...house.openData.files];
    expect(files.flatMap(([path, { text }]) => metIn({ text, headers: {} }).map((word) => `${path}: ${word}`))).toEqual(
      [],
    );
    const told = files.filter(([, { text }]) => text.includes('tip-1') && text.includes(caseId)).map(([path]) => path);
    expect(told).toContain('tables/tips/2026-03-001.csv');
  });

  it('is told to nobody who tries what is not theirs', async () => {
    const { house, caseId, tell } = world;
    const answers: HouseAnswer[] = [
      await house.send(asks(`/cases/${caseId}/tips/tip-1`, '', { 'tip-receipt': 'fedcba98'.repeat(4) })),
      await tell('/tips/tip-1/additions', { receipt: 'fedcba98'.repeat(4), text: 'x' }, 'wrong'),
      await tell('/tips/tip-1/answer', { code: 'abusive', reason: 'x' }, 'answer'),
      await tell('/tips/tip-1/lead', {}, 'lead'),
    ];
    for (const person of READERS.filter((each) => !['', 'coordinator-1'].includes(each))) {
      for (const path of ['answer', 'lead']) {
        const body = JSON.stringify({ code: 'abusive', reason: 'x' });
        const headers = { ...JSON_BODY, 'idempotency-key': `${person}-${path}` };
        answers.push(
          await house.send({ method: 'POST', path: `/cases/${caseId}/tips/tip-1/${path}`, person, headers, body }),
        );
      }
    }
    expect(answers.map(({ status }) => status).filter((status) => status < 400)).toEqual([]);
    expect(answers.flatMap(metIn)).toEqual([]);
  });

  it('comes back in no refusal', async () => {
    const { house, tell } = world;
    const wrongs = [
      { language: WORDS.name },
      { text: `${WORDS.text}\u0000` },
      { [WORDS.contact]: 1 },
      { files: [CODE] },
    ];
    for (const [index, wrong] of wrongs.entries()) {
      const answer = await tell('/tips', { ...SENT, ...wrong }, `wrong-${index}`);
      expect([answer.status, metIn({ ...answer, headers: {} })]).toEqual([422, []]);
    }
    const other = await tell('/tips', { ...SENT, text: 'Something else.' }, 'sent');
    expect([other.status, metIn(other)]).toEqual([422, []]);
    expect(metIn({ text: JSON.stringify(house.log.said), headers: {} })).toEqual([]);
  });
});
