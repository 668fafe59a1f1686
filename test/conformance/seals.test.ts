import { beforeAll, describe, expect, it } from 'vitest';
import { streamOf } from '../support/deliver.ts';
import {
  goodPractice,
  graveFinding,
  makeAward,
  onToAward,
  PAGES_OF_SEALED,
  readBy,
  SEE_ALL,
  SEE_SEALS,
  TRACES,
  toldTo,
  type World,
  worldWith,
} from './sealed-world.ts';

const traced = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => TRACES.some((trace) => text.includes(trace)));

/** The addresses at which somebody meets a trace of what the finding says. */
const metBy = async (world: World, person: string): Promise<readonly string[]> => {
  const read = Object.entries(await readBy(world, person));
  const met = read
    .filter(([, answer]) => traced([answer]).length > 0)
    .map(([path]) => path.replace(world.caseId, 'CASE'));
  return met.map((path) => path.replace(/\/events\/\d+\//, '/events/N/')).sort();
};

const LIST = '/cases/CASE/observations';
const ONE = '/cases/CASE/observations/observation-1';
const CONTENT = '/cases/CASE/events/N/content';
const VERSIONS = '/cases/CASE/observations/observation-1/versions';
const TIMELINE = '/cases/CASE/timeline';
const WHOLE = [CONTENT, LIST, ONE, VERSIONS, TIMELINE];
/** Where what is everybody’s is published too, and nothing else. */
const PUBLISHED = ['/cases/CASE/ocds/record', '/cases/CASE/ocds/release', ...PAGES_OF_SEALED];

/** The draft that cites it, where there is one: it is its team’s, and those’ who see the case whole. */
const inDrafts = async ({ house, caseId }: World): Promise<readonly string[]> => {
  const { body } = await house.get('', `/cases/${caseId}/reports`);
  const reports = '/cases/CASE/reports/report-1';
  return (body as { items: unknown[] }).items.length === 0 ? [] : [`${reports}/document`, `${reports}/page`];
};

/** What to do with a world before it is looked at, and what that moment is called. */
const BEFORE_AWARD: readonly [string, (world: World) => Promise<void>][] = [
  ['as soon as it is filed', async () => {}],
  ['once it is cited, and the award is under review', onToAward],
];
const AFTER_AWARD: readonly [string, (world: World) => Promise<void>][] = [
  ['after the award', async (world) => onToAward(world).then(() => makeAward(world))],
  [
    'after the process was cancelled',
    async ({ act }) => act('coordinator-1', '/process-end', { ending: 'cancelled', explanation: 'No money.' }),
  ],
];

const SEALED: readonly [string, string, (world: World) => Promise<void>][] = [
  ...BEFORE_AWARD.map(([when, go]): [string, string, (world: World) => Promise<void>] => ['after-award', when, go]),
  ...[...BEFORE_AWARD, ...AFTER_AWARD].map(([when, go]): [string, string, (world: World) => Promise<void>] => [
    'restricted',
    when,
    go,
  ]),
];

describe.each(SEALED)('what is sealed as %s, %s,', (visibility, _, go) => {
  let grave: World;
  let plain: World;
  beforeAll(async () => {
    grave = await worldWith(graveFinding, visibility);
    plain = await worldWith(goodPractice, visibility);
    await go(grave);
    await go(plain);
  });

  it('is met nowhere by whoever may not see it, and could be anything else for all that they can tell', async () => {
    for (const person of SEE_SEALS) {
      const [read, told] = [await readBy(grave, person), await toldTo(grave, person)];
      expect([person, traced([...Object.values(read), ...told])]).toEqual([person, []]);
      expect([person, read]).toEqual([person, await readBy(plain, person)]);
      expect([person, told]).toEqual([person, await toldTo(plain, person)]);
    }
  });

  it('is read by those who see the case whole', async () => {
    const met = [...WHOLE, ...(await inDrafts(grave))].sort();
    for (const person of SEE_ALL) expect([person, await metBy(grave, person)]).toEqual([person, met]);
  });

  it('is in no event and in no log', async () => {
    const entries = await streamOf(grave.house.cases, grave.caseId);
    const filed = entries.find(({ type }) => type === 'observation.filed.v1');
    expect(filed?.data).toEqual({ observation: 'observation-1', stage: 'tender-observation', late: false, visibility });
    expect(traced([JSON.stringify(entries), JSON.stringify(grave.house.log.said)])).toEqual([]);
  });

  it('shows that it exists, its stage and its seal', async () => {
    const { body } = await grave.house.get('', `/cases/${grave.caseId}/observations/observation-1`);
    const seal = visibility === 'restricted' ? 'restricted' : 'until-award';
    const about = { observation: 'observation-1', stage: 'tender-observation', late: false, version: 1, seal };
    expect(body).toEqual({ ...about, filedAt: expect.any(String) });
  });
});

describe.each(AFTER_AWARD)('what was sealed until the award, %s,', (_, go) => {
  it('is read by everybody, whole', async () => {
    const world = await worldWith(graveFinding, 'after-award');
    await go(world);
    const open = [...WHOLE, ...PUBLISHED].sort();
    for (const person of SEE_SEALS) expect([person, await metBy(world, person)]).toEqual([person, open]);
    const met = [...open, ...(await inDrafts(world))].sort();
    for (const person of SEE_ALL) expect([person, await metBy(world, person)]).toEqual([person, met]);
    const { body } = await world.house.get('', `/cases/${world.caseId}/observations/observation-1`);
    const { type, act, category, severity } = graveFinding;
    expect(body).toMatchObject({
      seal: 'open',
      content: graveFinding,
      state: { type, act, category, severity, by: 'witness-1' },
    });
  });
});

describe('what is restricted', () => {
  it('is read by the contracting authority once it is put to it, and by no other', async () => {
    const world = await worldWith(graveFinding, 'restricted');
    await world.act('witness-1', '/observations/observation-1/notification');
    expect(await metBy(world, 'authority-1')).toEqual(WHOLE);
    for (const person of SEE_SEALS.filter((each) => each !== 'authority-1'))
      expect([person, await metBy(world, person)]).toEqual([person, []]);
  });

  it('is read by the control authority that it is sent to, and by no other', async () => {
    const world = await worldWith(graveFinding, 'restricted');
    await world.act('witness-1', '/escalations', {
      findings: ['observation-1'],
      controlAuthority: 'supreme-audit',
      letter: 'Look.',
    });
    expect(await metBy(world, 'control-2')).toEqual(WHOLE);
    for (const person of SEE_SEALS.filter((each) => each !== 'control-2'))
      expect([person, await metBy(world, person)]).toEqual([person, []]);
  });

  it('is read no longer by who left the team', async () => {
    const world = await worldWith(graveFinding, 'restricted');
    await world.act('witness-2', '/team/witness-2/departure', { reason: 'Gone.' });
    expect(await metBy(world, 'witness-2')).toEqual([]);
  });

  it('takes the reply of the authority under its seal', async () => {
    const world = await worldWith(goodPracticeAsFinding, 'restricted');
    await world.act('witness-1', '/observations/observation-1/notification');
    await world.act('authority-1', '/observations/observation-1/reply', { reply: `${TRACES[0]} in the reply.` });
    for (const person of SEE_SEALS.filter((each) => each !== 'authority-1'))
      expect([person, await metBy(world, person)]).toEqual([person, []]);
    for (const person of [...SEE_ALL, 'authority-1'])
      expect([person, await metBy(world, person)]).toEqual([person, [CONTENT, LIST, ONE, TIMELINE]]);
  });
});

const words = (about: string) => ({
  ...graveFinding,
  type: undefined,
  title: `${TRACES[0]} ${about}`,
  reason: `${TRACES[0]} ${about}`,
  language: 'en',
});
const MS_PER_DAY = 86_400_000;

describe('what becomes of a sealed observation', () => {
  const DOORS = [CONTENT, CONTENT, LIST, ONE, VERSIONS, TIMELINE];

  it.each(['after-award', 'restricted'])(
    'stays under its seal (%s): its versions and why it was withdrawn',
    async (visibility) => {
      const world = await worldWith(graveFinding, visibility);
      const observedAt = world.house.clock.now();
      await world.act('witness-1', '/observations/observation-1/versions', { ...words('anew'), observedAt });
      await world.act('witness-1', '/observations/observation-1/withdrawal', { reason: `${TRACES[0]} was not there.` });
      for (const person of SEE_SEALS) expect([person, await metBy(world, person)]).toEqual([person, []]);
      for (const person of SEE_ALL) expect([person, await metBy(world, person)]).toEqual([person, [CONTENT, ...DOORS]]);
      const { body } = await world.house.get('', `/cases/${world.caseId}/observations/observation-1`);
      expect(body).toEqual({
        observation: 'observation-1',
        stage: 'tender-observation',
        filedAt: observedAt,
        late: false,
        version: 2,
        withdrawnAt: observedAt,
        seal: visibility === 'restricted' ? 'restricted' : 'until-award',
      });
      expect((await world.house.get('', `/cases/${world.caseId}/observations/observation-1/versions`)).body).toEqual({
        observation: 'observation-1',
        withdrawnAt: observedAt,
        items: [
          { version: 1, event: expect.any(String), since: observedAt },
          { version: 2, event: expect.any(String), since: observedAt },
        ],
      });
    },
  );

  it('is closed beyond the award until its embargo ends, and opens at that instant though nobody swept', async () => {
    const world = await worldWith(graveFinding, 'after-award');
    const until = new Date(Date.parse(world.house.clock.now()) + 10 * MS_PER_DAY).toISOString();
    await world.act('coordinator-1', '/observations/observation-1/embargo', { until, reason: `${TRACES[0]} again.` });
    await onToAward(world);
    await makeAward(world);
    world.house.clock.set(new Date(Date.parse(until) - 1).toISOString());
    for (const person of SEE_SEALS) expect([person, await metBy(world, person)]).toEqual([person, []]);
    const { body } = await world.house.get('', `/cases/${world.caseId}/observations/observation-1`);
    expect(body).toMatchObject({ seal: 'embargo-extended', embargoUntil: until });
    world.house.clock.set(until);
    const open = [...DOORS, ...PAGES_OF_SEALED].sort();
    for (const person of SEE_SEALS) expect([person, await metBy(world, person)]).toEqual([person, open]);
    const met = [...open, ...(await inDrafts(world))].sort();
    for (const person of SEE_ALL) expect([person, await metBy(world, person)]).toEqual([person, met]);
  });

  it('is opened, where it was restricted, by the second person and not by the first', async () => {
    const world = await worldWith(graveFinding, 'restricted');
    const path = '/observations/observation-1';
    await world.act('witness-1', `${path}/release-proposal`, { reason: `${TRACES[0]} agrees.` });
    for (const person of SEE_SEALS) expect([person, await metBy(world, person)]).toEqual([person, []]);
    await world.act('coordinator-1', `${path}/release`, { reason: `${TRACES[0]} is safe.` });
    const open = [...DOORS, ...PUBLISHED].sort();
    for (const person of SEE_SEALS) expect([person, await metBy(world, person)]).toEqual([person, open]);
  });
});

const goodPracticeAsFinding = {
  ...goodPractice,
  type: 'finding',
  category: 'documentsForm',
  severity: 'minor',
  legalBasis: 'Article 1.',
};
