import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';

type Item = Readonly<Record<string, unknown>>;

let house: House;
let caseId: string;

const at = async (path: string): Promise<void> => {
  ({ house, caseId } = await arrived('integrity-pact', path === '' ? undefined : stepsThrough('integrity-pact', path)));
};
const read = async (person: string, path: string) => house.get(person, `/cases/${caseId}${path}`);
const itemsOf = async (person: string, path: string): Promise<readonly Item[]> =>
  ((await read(person, path)).body as { items: readonly Item[] }).items;
const itemOf = async (person: string, path: string, id: string): Promise<Item | undefined> =>
  (await itemsOf(person, path)).find((item) => item['id'] === id);
const post = async (person: string, path: string, body: object = {}): Promise<void> => {
  const { status, body: answer } = await house.post(person, `/cases/${caseId}${path}`, { body, idempotencyKey: path });
  if (status >= 300) throw new Error(`${person} could not POST ${path}: ${JSON.stringify(answer)}`);
};

/** Those who see all, and everybody else of the cast, but for the two who stand for an institution in the case. */
const SEE_ALL = ['witness-1', 'witness-2', 'coordinator-1', 'auditor-1'];
const OUTSIDE = [
  '',
  'witness-3',
  'member-1',
  'authority-2',
  'control-2',
  'control-3',
  'bidder-1',
  'assessor-1',
  'administrator-1',
];
const EVERYBODY = [...SEE_ALL, ...OUTSIDE, 'authority-1', 'control-1'];

describe('the letter of an escalation', () => {
  beforeAll(() => at('/escalations/escalation-1/review'));

  it.each([...SEE_ALL, 'control-1'])(
    'is read by %s: who sees all, and the authority that it was sent to',
    async (person) => {
      expect(await itemOf(person, '/escalations', 'escalation-1')).toMatchObject({
        letter: 'Who opened the envelope?',
      });
    },
  );

  it.each([...OUTSIDE, 'authority-1'])('is not read by “%s” before it is answered', async (person) => {
    expect(await itemOf(person, '/escalations', 'escalation-1')).not.toHaveProperty('letter');
  });
});

describe('an answered escalation', () => {
  it('whose findings are all open is read by everybody, letter and answer', async () => {
    await at('/escalations/escalation-1/answer');
    for (const person of EVERYBODY) {
      expect([person, await itemOf(person, '/escalations', 'escalation-1')]).toEqual([
        person,
        expect.objectContaining({ letter: 'Who opened the envelope?', answer: 'The opening was repeated.' }),
      ]);
    }
  });

  it('with a finding that is sealed shows neither to strangers', async () => {
    await at('/escalations/escalation-1/answer');
    await post('witness-1', '/escalations', {
      findings: ['observation-2', 'observation-3'],
      controlAuthority: 'supreme-audit',
      letter: 'Keep the clerk safe.',
    });
    await post('coordinator-1', '/liaisons', {
      person: 'control-2',
      kind: 'control-authority',
      controlAuthority: 'supreme-audit',
    });
    const remedies = ['observation-2', 'observation-3'].map((observation) => ({ observation, remedy: 'eliminated' }));
    await post('control-2', '/escalations/escalation-2/answer', {
      outcome: 'violation-corrected',
      remedies,
      answer: 'We did.',
    });
    for (const person of [...SEE_ALL, 'control-2'])
      expect(await itemOf(person, '/escalations', 'escalation-2')).toMatchObject({
        letter: 'Keep the clerk safe.',
        answer: 'We did.',
      });
    for (const person of [...OUTSIDE.filter((each) => each !== 'control-2'), 'authority-1', 'control-1']) {
      const shown = await itemOf(person, '/escalations', 'escalation-2');
      expect(shown).toMatchObject({ outcome: 'violation-corrected' });
      expect(shown).not.toHaveProperty('letter');
      expect(shown).not.toHaveProperty('answer');
    }
  });
});

describe('what was written', () => {
  beforeAll(() => at('/contract/end'));

  it.each(EVERYBODY)('of amendments and dismissed flags is read by “%s”', async (person) => {
    expect(await itemOf(person, '/amendments', 'amendment-1')).toMatchObject({
      change: 'Ten days more.',
      conclusion: 'Within what is allowed.',
    });
    expect(await itemOf(person, '/flags', 'flag-1')).toMatchObject({
      answer: 'dismissed',
      reason: 'It was urgent, with reasons.',
    });
  });

  it.each([...SEE_ALL, 'authority-1'])(
    'of acts is read by %s: who sees all, and the contracting authority',
    async (person) => {
      expect(await itemOf(person, '/acts', 'act-1')).toMatchObject({
        note: 'Nine questions.',
        correction: 'The second witness came to the next act only.',
      });
      expect(await itemOf(person, '/acts', 'act-2')).toMatchObject({ circumstances: 'The door was locked.' });
    },
  );

  it.each([...OUTSIDE, 'control-1'])('of acts is not read by “%s”', async (person) => {
    expect(await itemOf(person, '/acts', 'act-1')).not.toHaveProperty('note');
    expect(await itemOf(person, '/acts', 'act-1')).not.toHaveProperty('correction');
    expect(await itemOf(person, '/acts', 'act-2')).not.toHaveProperty('circumstances');
  });

  it('of visits is read by those who see all, and by nobody else while the contract is watched', async () => {
    const whole = { place: 'At the bridge.', reason: 'The road is flooded.', note: 'Two hours.' };
    for (const person of SEE_ALL) expect(await itemOf(person, '/visits', 'visit-1')).toMatchObject(whole);
    for (const person of [...OUTSIDE, 'authority-1', 'control-1']) {
      const shown = await itemOf(person, '/visits', 'visit-1');
      expect(shown).not.toHaveProperty('note');
      expect(shown).not.toHaveProperty('place');
    }
  });

  it('to reason a non-escalation is read by whoever may read the finding', async () => {
    const reasonFor = async (person: string) => (await read(person, '/observations/observation-3')).body;
    for (const person of [...SEE_ALL, 'authority-1'])
      expect(await reasonFor(person)).toMatchObject({ nonEscalation: { reason: 'To keep the clerk safe.' } });
    for (const person of [...OUTSIDE, 'control-1']) expect(await reasonFor(person)).not.toHaveProperty('nonEscalation');
  });
});

describe('what was written of a visit', () => {
  it('is read by everybody from the final report on', async () => {
    await at('');
    for (const person of EVERYBODY)
      expect(await itemOf(person, '/visits', 'visit-1')).toMatchObject({
        place: 'At the bridge.',
        reason: 'The road is flooded.',
        note: 'Two hours.',
      });
  });
});

describe('a flag that was turned into a finding', () => {
  it('names the observation only to those who may read it', async () => {
    await at('/flags/flag-1/dismissal');
    await post('witness-1', '/flags/flag-2/finding', { observation: 'observation-3' });
    for (const person of SEE_ALL)
      expect(await itemOf(person, '/flags', 'flag-2')).toMatchObject({ observation: 'observation-3' });
    for (const person of [...OUTSIDE, 'authority-1', 'control-1']) {
      const shown = await itemOf(person, '/flags', 'flag-2');
      expect(shown).toMatchObject({ answer: 'turned-into-finding' });
      expect(shown).not.toHaveProperty('observation');
    }
  });

  it('names an open one to everybody', async () => {
    await at('/flags/flag-2/finding');
    for (const person of EVERYBODY)
      expect(await itemOf(person, '/flags', 'flag-2')).toMatchObject({ observation: 'observation-4' });
  });
});

/** Who of everybody gets the content of each event, by its type; types whose events carry none are not told. */
const readersByType = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, readonly string[]>();
  const events = [
    ...(await itemsOf('auditor-1', '/events?limit=100')),
    ...(await itemsOf('auditor-1', '/events?limit=100&cursor=100')),
  ];
  for (const { version, type, contentHash } of events) {
    const readers: string[] = [];
    for (const person of EVERYBODY) {
      const { status, body } = await read(person, `/events/${version}/content`);
      if (status === 200) readers.push(person);
      expect(status === 200 ? body : { version, type, content: {} }).toMatchObject({ version, type, content: {} });
      if (contentHash === undefined) expect(status).toBe(404);
    }
    if (contentHash !== undefined)
      found.set(`${type} ${[...found.keys()].filter((key) => key.startsWith(`${type} `)).length + 1}`, readers);
  }
  return found;
};

/** What somebody declared of interests, and what came of it. */
const OWN = /^(declaration\.signed|impediment\.(found|ruled))\.v1/;

describe('the content of an event', () => {
  beforeAll(() => at('/contract/end'));

  it('is read by those who see all, whatever it is', async () => {
    await at('/contract/end');
    for (const [type, readers] of await readersByType())
      if (!OWN.test(type)) expect([type, readers]).toEqual([type, expect.arrayContaining(SEE_ALL)]);
  });

  it('of a declaration and of a ruling on it is read by its person, the coordinator and the auditor alone', async () => {
    await at('/contract/end');
    const own = [...(await readersByType())].filter(([type]) => OWN.test(type));
    expect(own.map(([type, readers]) => [type, [...readers].sort()])).toEqual([
      ['declaration.signed.v1 1', ['auditor-1', 'coordinator-1', 'witness-1']],
      ['declaration.signed.v1 2', ['auditor-1', 'coordinator-1', 'witness-2']],
      ['impediment.ruled.v1 1', ['auditor-1', 'coordinator-1', 'witness-2']],
    ]);
  });

  it('is read by the public by the rule of what it is about', async () => {
    await at('/contract/end');
    const byType = await readersByType();
    const isRead = (person: string) =>
      [...byType].flatMap(([type, readers]) => (readers.includes(person) ? [type] : []));
    const open = [
      'process.imported.v1 1',
      'case.suspended.v1 1',
      'case.resumed.v1 1',
      'bidder.registered.v1 1',
      'act.scheduled.v1 1',
      'act.rescheduled.v1 1',
      'act.cancelled.v1 1',
      'act.held.v1 1',
      'award.corrected.v1 1',
      'pact.text-deposited.v1 1',
      'pact.breach-ruled.v1 1',
      'flag.turned-into-finding.v1 1',
      'observation.filed.v1 1',
      'observation.filed.v1 2',
      'observation.filed.v1 4',
      'observation.filed.v1 5',
      'observation.corrected.v1 1',
      'question.asked.v1 1',
      'question.answered.v1 1',
      'embargo.extended.v1 1',
      'observation.released.v1 1',
      'observation.withdrawn.v1 1',
      'finding.replied.v1 1',
      'flag.dismissed.v1 1',
      'escalation.sent.v1 1',
      'escalation.sent.v1 2',
      'escalation.answered.v1 1',
      'escalation.answered.v1 2',
      'escalation.answer-revised.v1 1',
      'proceeding.recorded.v1 1',
      'proceeding.moved.v1 1',
      'award.recorded.v1 1',
      'process.changed.v1 1',
      'contract.amended.v1 1',
      'amendment.reviewed.v1 1',
      'report.redrafted.v1 1',
      'recommendation.responded.v1 1',
    ];
    const ofAccused = ['pact.breach-reported.v1 1', 'pact.breach-answered.v1 1'];
    for (const person of [...OUTSIDE, 'control-1']) {
      const more = person === 'bidder-1' ? ofAccused : [];
      expect([person, isRead(person).sort()]).toEqual([person, [...open, ...more].sort()]);
    }
    expect(isRead('authority-1').sort()).toEqual(
      [
        ...open,
        'act.scheduled.v1 2',
        'act.attended.v1 1',
        'act.not-attended.v1 1',
        'act.account-corrected.v1 1',
        'observation.filed.v1 3',
        'finding.notified.v1 1',
        'non-escalation.reasoned.v1 1',
      ].sort(),
    );
  });

  it('of a report is public once the report is, and a text that was written over never is', async () => {
    await at('');
    const byType = await readersByType();
    const isPublic = (type: string) => byType.get(type)?.includes('');
    expect(byType.get('report.redrafted.v1 1')).toEqual(
      expect.arrayContaining(SEE_ALL.filter((each) => each !== 'witness-2')),
    );
    expect([
      isPublic('report.drafted.v1 1'),
      isPublic('report.redrafted.v1 1'),
      isPublic('report.drafted.v1 2'),
      isPublic('report.drafted.v1 4'),
      isPublic('report.commented.v1 1'),
    ]).toEqual([false, true, false, true, true]);
  });

  it.each(['0', '-1', '01', '1.0', '999999999', '9999999999', 'x', '__proto__'])(
    'is not found at %s',
    async (version) => {
      expect((await read('auditor-1', `/events/${version}/content`)).status).toBe(404);
    },
  );
});
