import assert from 'node:assert/strict';
import { commitmentText } from '../../domain/draw/algorithm.ts';
import { sha256 } from '../support/case-file.ts';
import { declaring } from './given.ts';
import { BRIDGE } from './official-data.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const BEACON_VALUE = sha256('what the beacon said');
const secretOf = (party: string): string => sha256(`what ${party} keeps to itself`);
const opening = { instrument: 'integrity-pact', ocds: BRIDGE };

const openCase = async ({ say, reads, sends, wires, heading }: Teller): Promise<string> => {
  heading('Open the case');
  say('Everybody may read, without a token. There is no case yet:');
  await reads('', '/cases', { status: 200, body: { items: [] } });
  say('Writing takes a token. Whoever sends none is told so:');
  const json = { 'content-type': 'application/json' };
  await wires(
    { method: 'POST', path: '/cases', headers: { ...json, 'idempotency-key': 'k-1' }, body: '{}' },
    refusedWith(401, 'token-missing'),
  );
  say('And the role must be the right one. A witness opens no cases:');
  await sends('witness-1', '/cases', {}, refusedWith(403, 'not-permitted', { operation: 'open-case' }));
  say(
    'Every command carries an `Idempotency-Key` that the client makes: sending the same again does nothing twice. Without it, nothing is done:',
  );
  await wires(
    { method: 'POST', path: '/cases', person: 'coordinator-1', headers: json, body: '{}' },
    refusedWith(400, 'idempotency-key-missing'),
  );
  say('The coordinator opens a case from the official data of the tender, in OCDS:');
  const opened = await sends('coordinator-1', '/cases', opening, {
    status: 201,
    body: { recorded: [{ type: 'case.opened.v1' }] },
  });
  return (opened.body as { case: string }).case;
};

const sendAgain = async ({ say, wires }: Teller, caseId: string): Promise<void> => {
  say(
    'The case’s id follows from the process and the instrument, so nobody opens it twice. The network may fail after the command and before its answer; then the client sends the same again, with the same key:',
  );
  const request = {
    method: 'POST' as const,
    path: `/cases/${caseId}/liaisons`,
    person: 'coordinator-1',
    headers: { 'content-type': 'application/json', 'idempotency-key': '0d4a3c7e-70b5-4a0c-8f2a-3c1d5f0e9b11' },
    body: JSON.stringify({ person: 'authority-1', kind: 'contracting-authority' }),
  };
  const first = await wires(request, { status: 200, body: { recorded: [{ type: 'liaison.accredited.v1' }] } });
  say('The second time, the answer is the first one, and a header tells that nothing was done again:');
  const again = await wires(request, { status: 200, headers: { 'idempotency-replayed': 'true' } });
  assert.equal(again.text, first.text, 'A replay is not answered as the first sending was.');
  say('The same key with something else is a mistake, and not a command:');
  await wires(
    { ...request, body: JSON.stringify({ person: 'authority-2', kind: 'contracting-authority' }) },
    refusedWith(422, 'idempotency-key-reused'),
  );
};

const whatIsMissing = async ({ say, reads, sends, heading }: Teller, at: string): Promise<void> => {
  heading('See what is missing');
  say(
    'A case says where it stands, what the caller may do now (`may`), and everything that is still missing to leave the stage: what is asked, why, by which source, who can do it and with which operation.',
  );
  await reads('coordinator-1', at, {
    status: 200,
    body: { stage: 'appointment', team: [] },
    showing: ['stage', 'condition', 'team', 'requirements', 'may'],
  });
  say('Asking to go on all the same is refused with the same list:');
  await sends(
    'coordinator-1',
    `${at}/advance`,
    {},
    refusedWith(409, 'requirements-unmet', { stage: 'appointment' }, ['stage', 'requirements']),
  );
};

const byHand = async ({ say, reads, sends, heading }: Teller, at: string): Promise<void> => {
  heading('Appoint by hand');
  say('Whoever is chosen by hand is chosen with a reason. What is wrong with a body is told field by field:');
  await sends(
    'coordinator-1',
    `${at}/team`,
    { person: 'witness-3' },
    refusedWith(422, 'input-invalid', { errors: [{ pointer: '/reason' }] }),
  );
  await sends(
    'coordinator-1',
    `${at}/team`,
    { person: 'witness-3', reason: 'Watched the last three bridges.' },
    { status: 200, body: { recorded: [{ type: 'member.proposed.v1' }] } },
  );
  say('The proposal runs. Its term says how its days were counted, and where each of them is explained:');
  await reads('', at, { status: 200, body: { proposals: [{ person: 'witness-3' }] }, showing: ['proposals'] });
  say('The person declines. Nobody needs to say why:');
  await sends('witness-3', `${at}/team/decline`, {}, { status: 200 });
};

const byLot = async (teller: Teller, { at, caseId }: { at: string; caseId: string }): Promise<readonly string[]> => {
  const { say, reads, sends, heading, later, inHours } = teller;
  heading('Appoint by lot');
  say(
    'Where several qualify, the lot is the fairer way. First everything that decides is announced: the candidates in order, the algorithm, two parties who each keep a value to themselves, and the public value that will close the seed after both have spoken.',
  );
  const parties = ['coordinator-1', 'authority-1'];
  const candidates = ['witness-1', 'witness-2', 'witness-3'];
  const source = {
    kind: 'commit-reveal',
    parties,
    revealBefore: inHours(24),
    beacon: 'drand-quicknet',
    publishedAfter: inHours(48),
  };
  await sends(
    'coordinator-1',
    `${at}/draws`,
    { candidates, places: 2, alternates: 1, source },
    { status: 201, body: { created: 'draw-1' } },
  );
  say(
    'Each party commits to its value by a hash. Its text is `veedor-draw-1:{case}:{draw}:{person}:{value}`, so nobody can copy another’s.',
  );
  for (const party of parties) {
    const text = commitmentText({ case: caseId, draw: 'draw-1', party, value: secretOf(party) });
    await sends(party, `${at}/draws/draw-1/commitment`, { commitment: sha256(text) }, { status: 200 });
  }
  say('Whoever reveals another value than the one committed to is found out:');
  await sends(
    'authority-1',
    `${at}/draws/draw-1/reveal`,
    { value: sha256('a better one') },
    refusedWith(422, 'commitment-broken'),
  );
  for (const party of parties) {
    await sends(party, `${at}/draws/draw-1/reveal`, { value: secretOf(party) }, { status: 200 });
  }
  say('The public value cannot be known yet:');
  await sends(
    'coordinator-1',
    `${at}/draws/draw-1/public-value`,
    { value: BEACON_VALUE },
    refusedWith(409, 'value-not-published'),
  );
  await later(48);
  say('Two days later the beacon has spoken, and the lot is drawn:');
  await sends('coordinator-1', `${at}/draws/draw-1/public-value`, { value: BEACON_VALUE }, { status: 200 });
  await sends('coordinator-1', `${at}/draws/draw-1/lots`, {}, { status: 200 });
  say('Anyone sees the result, and anyone can recompute it: `npm run verify-draw -- CASE` does.');
  const { body } = await reads('', `${at}/draws`, { status: 200, body: { items: [{ state: 'drawn' }] } });
  const { items } = body as { items: readonly { proposed: readonly string[] }[] };
  return items[0]?.proposed ?? [];
};

const declare = async (teller: Teller, at: string, [first = '', second = '']: readonly string[]): Promise<void> => {
  const { say, reads, sends, before, heading } = teller;
  heading('Declare, and rule on an impediment');
  say(
    'Both accept, and each declares for this very process. Every question of the profile must be answered; the answer to one that is left out is not guessed:',
  );
  for (const person of [first, second]) await before(person, `${at}/team/acceptance`);
  await sends(
    first,
    `${at}/team/declaration`,
    { answers: declaring().answers.slice(1) },
    refusedWith(422, 'questions-unanswered', { missing: ['public-office'] }),
  );
  await sends(first, `${at}/team/declaration`, declaring(), { status: 200 });
  say('The other has a cousin who works for a bidder, and says so:');
  await sends(
    second,
    `${at}/team/declaration`,
    { ...declaring('kinship'), explanation: 'A cousin drives a lorry for a bidder.' },
    { status: 200 },
  );
  say('The impediment stands. It keeps that person from filing and voting, and the case from going on:');
  await reads('', at, {
    status: 200,
    body: { requirements: [{ met: true }, { met: false, missing: [{ facts: { person: second } }] }] },
    showing: ['requirements'],
  });
  say('The coordinator rules, with a reason that stays on record:');
  const ruling = { stands: false, reason: 'The cousin decides nothing in that company.' };
  await sends('coordinator-1', `${at}/team/${second}/ruling`, ruling, { status: 200 });
};

const goOn = async ({ say, sends, reads, heading }: Teller, at: string): Promise<void> => {
  heading('Sign the pact, and go on');
  say('Only somebody who is accredited for the contracting authority in this case signs for it:');
  const signature = { documentHash: 'a'.repeat(64) };
  await sends('authority-2', `${at}/pact/authority-signature`, signature, refusedWith(403, 'not-permitted'));
  await sends('authority-1', `${at}/pact/authority-signature`, signature, { status: 200 });
  say('Nothing is missing now:');
  await sends(
    'coordinator-1',
    `${at}/advance`,
    {},
    { status: 200, body: { recorded: [{ type: 'stage.advanced.v1' }] } },
  );
  await reads('', at, { status: 200, body: { stage: 'tender-observation' }, showing: ['stage', 'team'] });
};

export const appointTeam: Story = {
  title: 'A coordinator opens a case and puts a team on it',
  learns:
    'tokens and keys, what a refusal looks like, requirements and terms, appointing by hand and by lot, impediments',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const caseId = await openCase(teller);
    const at = `/cases/${caseId}`;
    await sendAgain(teller, caseId);
    await whatIsMissing(teller, at);
    await byHand(teller, at);
    const drawn = await byLot(teller, { at, caseId });
    await declare(teller, at, drawn);
    await goOn(teller, at);
  },
};
