import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../events/record.ts';
import { memoryEntropy } from '../../functions/_ports/memory/memory-entropy.ts';
import { verifyRecord } from '../../functions/_record/verify-record.ts';
import { keepDeadlines } from '../../functions/keep-deadlines/keep-deadlines.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { sweepDeadlines } from '../../functions/sweep-deadlines/sweep-deadlines.ts';
import { sha256 } from '../support/case-file.ts';
import { deliver, streamOf } from '../support/deliver.ts';
import { graveFinding, readBy, SEE_SEALS, toldTo, type World, worldWith } from './sealed-world.ts';

const DAYS_60 = 60 * 86_400_000;
const ONE = 'observation-1';
const OTHER = 'observation-3';

/** One of the team files what is sealed and acts on it, another acts on the other: in the second of two cases, the other way round. */
const TEAM = ['witness-1', 'witness-2'] as const;

const PHOTO = {
  purpose: 'observation-evidence',
  attachedTo: ONE,
  name: 'IMG_2201.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 50_000,
  sha256: 'a'.repeat(64),
};

const { type: _, ...words } = graveFinding;

/** The author keeps the finding sealed beyond the award, or proposes that it be opened: whichever its seal allows. */
const sealAnew = async (visibility: string, author: string, { act, house }: World): Promise<void> => {
  const until = new Date(Date.parse(house.clock.now()) + DAYS_60 / 2).toISOString();
  if (visibility === 'restricted')
    await act(author, `/observations/${ONE}/release-proposal`, { reason: 'It is safe.' });
  else await act(author, `/observations/${ONE}/embargo`, { until, reason: 'Another lot.' });
};

/** A case with two sealed findings; one of them is put to the authorities, with all that may follow. */
const worldIn = async (visibility: string, put: string): Promise<World> => {
  const [author, colleague] = put === ONE ? TEAM : TEAM.toReversed();
  const world = await worldWith(graveFinding, visibility, author);
  const { act, house, caseId } = world;
  const filed = { stage: 'tender-observation', observedAt: house.clock.now(), language: 'en', visibility };
  await act(author, '/observations', { ...filed, ...graveFinding, title: 'Another' });
  const anew = { ...words, observedAt: filed.observedAt, language: 'en', reason: 'The other table.' };
  await act(author, `/observations/${ONE}/versions`, anew);
  await act(author, '/documents', PHOTO);
  await sealAnew(visibility, author, world);
  const other = put === ONE ? OTHER : ONE;
  await act(author, `/observations/${put}/notification`);
  await act('authority-1', `/observations/${put}/reply`, { reply: 'It did not lie open.' });
  await act(colleague, `/observations/${other}/notification`);
  await act(author, `/observations/${other}/non-escalation`, { reason: 'To keep the clerk safe.' });
  await act(author, '/escalations', { findings: [put], controlAuthority: 'supreme-audit', letter: 'Look.' });
  await act('control-2', '/escalations/escalation-1/answer', {
    outcome: 'violation-corrected',
    remedies: [{ observation: put, remedy: 'eliminated' }],
    answer: 'It was corrected.',
  });
  await deliver(keepDeadlines(house), house.cases, caseId);
  house.clock.move(DAYS_60);
  await sweepDeadlines({ ...house, entropy: memoryEntropy() })();
  await deliver(projectMilestones(house), house.cases, caseId);
  await deliver(keepDeadlines(house), house.cases, caseId);
  return world;
};

/** What somebody can read, but for commands whose keys nobody is told: those of the clock, and of whom the record does not name. */
const toldIn = async (world: World, person: string) =>
  Object.entries(await readBy(world, person)).map(([path, answer]) => [
    path,
    answer.replaceAll(/("person":"(?:system|unnamed)","role":"\w+"\},"command":")[0-9a-f]{64}/g, '$1'),
  ]);

/** Those who may read neither of the two. */
const OUTSIDERS = SEE_SEALS.filter((person) => !['authority-1', 'control-2'].includes(person));

describe.each(['after-award', 'restricted'])('of two findings that are sealed as %s,', (visibility) => {
  let one: World;
  let other: World;
  beforeAll(async () => {
    one = await worldIn(visibility, ONE);
    other = await worldIn(visibility, OTHER);
  });

  it('nobody outside can tell which was notified, replied to, escalated, remedied, or lapsed, nor who of the team filed it', async () => {
    const types = (await streamOf(one.house.cases, one.caseId)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining([
        'finding.notified.v1',
        'finding.replied.v1',
        'reply.lapsed.v1',
        'escalation.sent.v1',
        'escalation.answered.v1',
      ]),
    );
    for (const person of OUTSIDERS) {
      expect([person, await toldIn(one, person)]).toEqual([person, await toldIn(other, person)]);
      expect([person, await toldTo(one, person)]).toEqual([person, await toldTo(other, person)]);
    }
  });

  it('no event names either after it was put to somebody, and none names who filed it or acts on it', async () => {
    const entries = await streamOf(one.house.cases, one.caseId);
    const own = entries.filter(({ type }) => /^(observation|embargo|release)\b/.test(type));
    const later = entries.filter((entry) => !own.includes(entry));
    expect(later.filter(({ data }) => /observation-[13]"/.test(JSON.stringify(data)))).toEqual([]);
    const isOpen = ({ data }: (typeof entries)[number]) => JSON.stringify(data).includes('"observation-2"');
    const ofTeam = [
      ...own.filter((entry) => !isOpen(entry)),
      ...later.filter(({ type }) => /^(finding.notified|escalation.sent|non-escalation|document.declared)/.test(type)),
    ];
    const counts = ofTeam.map(({ actor }) => `${actor.person}, ${actor.role}`);
    // Two filed, one corrected, kept sealed or proposed to be opened, a file, two notified, one explained, one escalated.
    expect(counts).toEqual(Array.from({ length: 9 }, () => 'unnamed, witness'));
  });

  it('no command of the clock can be guessed from what is public', async () => {
    const entries = await streamOf(one.house.cases, one.caseId);
    const { command } = entries.find(({ type }) => type === 'reply.lapsed.v1') ?? {};
    const dueAts = entries.flatMap((entry) => (entry.type === 'finding.notified.v1' ? [entry.data.replyDueAt] : []));
    for (const dueAt of dueAts) {
      for (const observation of [ONE, OTHER]) {
        for (const id of [`reply:${observation}/${dueAt}`, `${one.caseId}/reply:${observation}/${dueAt}`]) {
          expect(sha256(canonicalJson(['system', id]))).not.toBe(command);
        }
      }
    }
  });

  it('those who see the case whole, and the authority that it was sent to, know which', async () => {
    for (const person of ['witness-2', 'coordinator-1', 'auditor-1', 'control-2']) {
      const { body } = await one.house.get(person, `/cases/${one.caseId}/escalations`);
      expect(body).toMatchObject({ items: [{ findings: [ONE], letter: 'Look.' }] });
    }
    const seen = await one.house.get('auditor-1', `/cases/${one.caseId}/observations/${OTHER}`);
    expect(seen.body).toMatchObject({ state: { replyLapsed: true, escalationAccounted: true, escalations: [] } });
  });

  it('the milestones count what became of them all the same, and the record verifies', async () => {
    const { body } = await one.house.get('', `/cases/${one.caseId}/milestones`);
    expect(body).toMatchObject({
      milestones: expect.arrayContaining([
        expect.objectContaining({
          id: 'E5',
          judgement: expect.objectContaining({ status: 'achieved', share: { numerator: 1, denominator: 1 } }),
        }),
      ]),
    });
    expect(await verifyRecord(one.house, one.caseId)).toMatchObject({
      verified: true,
      milestones: 'current',
      deadlines: 'current',
    });
  });
});

it('what was embargoed is told in full once the award opens it', async () => {
  const world = await worldIn('after-award', OTHER);
  const path = `/cases/${world.caseId}/observations/${ONE}`;
  expect(JSON.stringify((await world.house.get('', path)).body)).not.toContain('witness-');
  await world.act('coordinator-1', '/process-end', { ending: 'cancelled', explanation: 'No money.' });
  const { body } = await world.house.get('', `/cases/${world.caseId}/escalations`);
  expect(body).toMatchObject({ items: [{ findings: [OTHER], answer: 'It was corrected.' }] });
  // And so is who filed it, corrected it and kept it sealed.
  expect((await world.house.get('', path)).body).toMatchObject({
    state: { by: 'witness-2' },
    content: { by: 'witness-2' },
    extension: { by: 'witness-2' },
  });
  const entries = await streamOf(world.house.cases, world.caseId);
  for (const { version } of entries.filter(({ type }) => type === 'finding.notified.v1')) {
    expect(await world.house.get('', `/cases/${world.caseId}/events/${version}/content`)).toMatchObject({
      status: 200,
      body: { content: { observation: expect.stringMatching(/^observation-[13]$/) } },
    });
  }
});
