import { envelope, pactInTender } from './given.ts';
import { BRIDGE } from './official-data.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const listDue = async ({ say, reads, heading }: Teller, at: string): Promise<void> => {
  heading('What is due');
  say('A coordinator sees what is due in all cases, earliest first; to anybody else that list does not exist.');
  await reads('witness-1', '/agenda', refusedWith(404, 'not-found'));
  await reads('coordinator-1', '/agenda?withinDays=30&limit=2', {
    status: 200,
    body: { items: [{ state: 'open' }] },
  });
  say('The authority sees what is asked of it, with how the days were counted:');
  await reads('authority-1', '/agenda/mine', { status: 200, body: { items: [{ what: 'reply-to-finding' }] } });
  say('Everybody sees the acts and terms of a case that are public:');
  await reads('', `${at}/agenda`, { status: 200 });
  say('And who has how much to do:');
  await reads('coordinator-1', '/assignments/witness-1', {
    status: 200,
    body: { person: 'witness-1', cases: 2 },
    showing: ['person', 'cases', 'open', 'overdue', 'dueSoon', 'memberships'],
  });
};

const reassign = async ({ say, sends, reads, heading, told }: Teller, cases: readonly string[]): Promise<void> => {
  heading('One takes the place of another');
  say(
    'A witness resigns from all cases at once. Each case answers for itself: in one of them the successor sits already, so nobody is let go there.',
  );
  const body = {
    from: 'witness-1',
    to: 'witness-2',
    cases: 'all',
    cause: 'resignation',
    reason: 'Moved to another city.',
  };
  await sends('witness-2', '/assignments/reassignments', body, refusedWith(403, 'not-permitted'));
  await sends('coordinator-1', '/assignments/reassignments', body, {
    status: 200,
    body: { items: [{ result: 'refused', word: 'already-in-team' }, { result: 'done' }], more: false },
  });
  await told();
  say('In the other the departure is on record with its cause, and who was proposed in that place:');
  await reads('', `/cases/${cases[1]}/departures`, {
    status: 200,
    body: { items: [{ person: 'witness-1', cause: 'resignation', successor: 'witness-2' }] },
  });
};

const subscribe = async ({ say, sends, reads, wires, heading, told, before }: Teller, at: string): Promise<void> => {
  heading('A calendar that follows');
  say('A feed is a secret address that any calendar can fetch. It is shown this once:');
  const made = await sends(
    'witness-2',
    '/feeds',
    { scope: { of: 'mine' }, language: 'en', label: 'My phone' },
    { status: 201 },
  );
  const { id, url } = made.body as { id: string; url: string };
  const { pathname } = new URL(url);
  say('The calendar names nobody, and what is sealed only as a confidential term:');
  const fetched = await wires({ method: 'GET', path: pathname }, { status: 200 });
  say('Clients ask again and again. While nothing changed they are told so:');
  const headers = { 'if-none-match': String(fetched.headers['etag']) };
  await wires({ method: 'GET', path: pathname, headers }, { status: 304 });
  await before('authority-1', `${at}/acts/act-1/date`, {
    heldAt: '2026-03-20T16:00:00Z',
    reason: 'The road is flooded.',
  });
  await told();
  say('An act was moved meanwhile: the same event comes with a higher `SEQUENCE`.');
  await wires({ method: 'GET', path: pathname, headers }, { status: 200 });
  say('Only whoever sees every case makes a feed of every case; and one that is revoked opens nothing any more:');
  await sends(
    'witness-2',
    '/feeds',
    { scope: { of: 'filter', kind: 'act' } },
    refusedWith(403, 'not-permitted', { operation: 'open-feed' }),
  );
  await sends('witness-2', `/feeds/${id}/revocation`, {}, { status: 200 });
  await wires({ method: 'GET', path: pathname }, refusedWith(404, 'not-found'));
  await reads('witness-2', '/feeds', { status: 200, body: { items: [{ id }] } });
  say('When a coordinator leaves, an administrator revokes all of their feeds at once:');
  await before('coordinator-1', '/feeds', { scope: { of: 'filter', kind: 'act' } });
  await sends(
    'administrator-1',
    '/feeds/revocations',
    { person: 'coordinator-1' },
    { status: 200, body: { revoked: 1 } },
  );
};

export const watchDueDates: Story = {
  title: 'What is due, and for whom',
  learns: 'how agendas are read, how one person takes the place of another in many cases, and how a calendar follows',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const { before, house, told, inHours } = teller;
    const first = await pactInTender(teller);
    const at = `/cases/${first}`;
    await before('witness-1', `${at}/observations`, envelope(house.clock.now(), 'public'));
    await before('witness-1', `${at}/observations/observation-1/notification`);
    await before('coordinator-1', `${at}/acts`, {
      kind: 'bid-opening',
      stage: 'tender-observation',
      heldAt: inHours(24 * 14),
    });
    const opened = await before('coordinator-1', '/cases', {
      instrument: 'integrity-pact',
      ocds: { ...BRIDGE, ocid: 'ocds-test00-second' },
    });
    const { case: second } = opened.body as { case: string };
    await before('coordinator-1', `/cases/${second}/team`, { person: 'witness-1', reason: 'Of the region.' });
    await before('witness-1', `/cases/${second}/team/acceptance`);
    await told();
    await listDue(teller, at);
    await reassign(teller, [first, second]);
    await subscribe(teller, at);
  },
};
