import { committeeInTender } from './given.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const schedule = async ({ say, sends, heading }: Teller, at: string): Promise<void> => {
  heading('A local time that exists twice');
  say(
    'Whoever writes a time as the clocks of a place show it says which place. In the night in which they go back, an hour comes twice, and it must be said which is meant:',
  );
  const opening = { kind: 'site-visit', stage: 'tender-observation' };
  const twice = { local: '2026-11-01T01:30', zone: 'America/Tijuana' };
  await sends(
    'coordinator-1',
    `${at}/acts`,
    { ...opening, heldAt: twice },
    refusedWith(422, 'local-time-twice', { pointer: '/heldAt', offsets: ['-07:00', '-08:00'] }, [
      'instants',
      'offsets',
    ]),
  );
  await sends(
    'coordinator-1',
    `${at}/acts`,
    { ...opening, heldAt: { ...twice, offset: '-07:00' } },
    { status: 201, body: { created: 'act-1' } },
  );
  say('An hour that the clocks pass over does not exist at all:');
  await sends(
    'coordinator-1',
    `${at}/acts`,
    { ...opening, heldAt: { local: '2026-03-08T02:30', zone: 'America/Tijuana' } },
    refusedWith(422, 'local-time-skipped', { pointer: '/heldAt' }, ['instants']),
  );
};

const move = async ({ say, sends, reads, heading, inHours }: Teller, at: string): Promise<void> => {
  heading('Move an act, and take one off');
  say('The date goes to another day. The reason is asked for, and the earlier date stays on record:');
  const moved = { heldAt: inHours(48), reason: 'The road is flooded.' };
  await sends('authority-1', `${at}/acts/act-1/date`, moved, { status: 200 });
  await sends('authority-1', `${at}/acts/act-1/date`, moved, refusedWith(409, 'date-unchanged'));
  await sends(
    'authority-1',
    `${at}/acts/act-1/date`,
    { heldAt: inHours(-48), reason: 'It was then.' },
    refusedWith(422, 'new-date-past'),
  );
  await sends(
    'coordinator-1',
    `${at}/acts`,
    { kind: 'clarification-meeting', stage: 'tender-observation', heldAt: inHours(24) },
    { status: 201, body: { created: 'act-2' } },
  );
  await sends(
    'coordinator-1',
    `${at}/acts/act-2/cancellation`,
    { reason: 'All questions came in writing.' },
    { status: 200 },
  );
  await reads('', `${at}/acts`, {
    status: 200,
    body: { items: [{ accounted: 'awaited' }, { accounted: 'cancelled' }] },
  });
};

const account = async ({ say, sends, reads, heading, inHours, later }: Teller, at: string): Promise<void> => {
  heading('Attended, missed, obstructed');
  await later(49);
  say('A committee was there when its quorum was. Two of three are enough, one is not:');
  await sends(
    'member-1',
    `${at}/acts/act-1/attendance`,
    { present: ['member-1'] },
    refusedWith(409, 'quorum-missing', { quorum: 2, present: 1 }),
  );
  await sends('member-1', `${at}/acts/act-1/attendance`, { present: ['member-1', 'member-2'] }, { status: 200 });
  for (const [number, kind] of [
    [3, 'bid-opening'],
    [4, 'technical-evaluation'],
  ] as const) {
    await sends(
      'authority-1',
      `${at}/acts`,
      { kind, stage: 'tender-observation', heldAt: inHours(1) },
      { status: 201, body: { created: `act-${number}` } },
    );
  }
  await later(2);
  say(
    'Not to have been there is told too, with what kept the committee away. What it missed is its own, what was obstructed is not:',
  );
  await sends(
    'member-1',
    `${at}/acts/act-3/absence`,
    { absence: 'missed', reason: 'notified-late', circumstances: 'The notice came an hour before.' },
    { status: 200 },
  );
  await sends(
    'member-2',
    `${at}/acts/act-4/absence`,
    { absence: 'obstructed', reason: 'entry-refused', circumstances: 'The guard had no list.' },
    { status: 200 },
  );
  await sends(
    'member-2',
    `${at}/acts/act-4/absence`,
    { absence: 'missed', reason: 'other', circumstances: 'It was late.' },
    refusedWith(409, 'act-accounted', { accounted: 'obstructed' }),
  );
  await reads('', `${at}/acts?limit=100`, { status: 200 });
};

export const moveActs: Story = {
  title: 'The acts of a tender',
  learns: 'how acts are put on the calendar, moved and cancelled, and how a committee accounts for each of them',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const at = `/cases/${await committeeInTender(teller)}`;
    await schedule(teller, at);
    await move(teller, at);
    await account(teller, at);
  },
};
