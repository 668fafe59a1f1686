import type { HouseRequest } from '../support/house.ts';
import { envelope, pactInTender } from './given.ts';
import { type Expected, refusedWith, type Story, type Teller } from './story.ts';

const TIP = {
  text: 'At kilometre 12 the gravel is river sand. I unloaded it myself, on 27 February.',
  language: 'en',
  name: 'Ana Solís',
  contact: 'The shop at kilometre 11, in the mornings',
};
const MORE = { text: 'The driver said that the other lorries bring the same.' };
const HOURS_OF_A_MONTH = 24 * 31;
const TIPS_BEFORE_THE_FLOOD = 18;

/** What a citizen sends, with a key of its own and no token. */
const telling = (number: number, path: string, body: object): HouseRequest => ({
  method: 'POST',
  path,
  headers: {
    'content-type': 'application/json',
    'idempotency-key': `7d9f1c52-0b6e-4a37-8c1d-${String(number).padStart(12, '0')}`,
  },
  body: JSON.stringify(body),
});

const following = (path: string, receipt: string): HouseRequest => ({
  method: 'GET',
  path,
  headers: { 'tip-receipt': receipt },
});

const ANSWERS: Expected = { status: 200 };
const NOT_THERE = refusedWith(404, 'tip-unknown');

interface Citizen {
  readonly at: string;
  readonly receipt: string;
}

const sendsOne = async ({ say, wires, reads, heading }: Teller, at: string): Promise<Citizen> => {
  heading('A citizen tells what she saw');
  say(
    'Anybody can tell something about a case, without a token and without a name. First comes a receipt code, of 128 bits or more, with which the tip is followed; who has no telephone at hand that makes one asks for it. Nothing is recorded by that, and nobody can give the code again.',
  );
  const made = await wires({ method: 'POST', path: '/tip-receipts' }, { status: 201 });
  const { receipt } = made.body as { receipt: string };
  say('A tip says something, and its code is made by chance:');
  await wires(
    telling(1, `${at}/tips`, { ...TIP, receipt, text: ' \u0301\u0308 ' }),
    refusedWith(422, 'input-invalid', { errors: [{ pointer: '/text' }] }),
  );
  await wires(
    telling(2, `${at}/tips`, { ...TIP, receipt: '0'.repeat(32) }),
    refusedWith(422, 'input-invalid', { errors: [{ pointer: '/receipt' }] }),
  );
  say('She leaves her name and where to find her; she need not.');
  const tip = telling(3, `${at}/tips`, { ...TIP, receipt });
  await wires(tip, { status: 201, body: { created: 'tip-1' } });
  say('Her telephone lost the answer and sends the same again, with the same key: it is the same tip.');
  await wires(tip, { status: 201, body: { created: 'tip-1' }, headers: { 'idempotency-replayed': 'true' } });
  say('Everybody sees that a tip came and until when it is to be answered. Nobody sees what it says, or who sent it:');
  await reads('', `${at}/tips`, {
    status: 200,
    body: { items: [{ id: 'tip-1', overdue: false, lead: false, term: { term: 'tip-answer', unit: 'working-day' } }] },
  });
  return { at, receipt };
};

const follows = async ({ say, wires, reads, heading }: Teller, { at, receipt }: Citizen): Promise<void> => {
  heading('She follows it and adds to it');
  say('Whoever holds the code reads the whole tip. It goes in a header: addresses are written down on the way.');
  await wires(following(`${at}/tips/tip-1`, receipt), {
    status: 200,
    body: { text: TIP.text, name: TIP.name, added: [] },
    showing: ['id', 'text', 'language', 'name', 'dueAt', 'added'],
  });
  say('To everybody else, a witness too, it is not there:');
  await reads('', `${at}/tips/tip-1`, refusedWith(404, 'not-found'));
  await reads('witness-1', `${at}/tips/tip-1`, refusedWith(404, 'not-found'));
  say('She adds to it. A wrong code and a tip that is not there are refused in the same words:');
  await wires(telling(4, `${at}/tips/tip-1/additions`, { ...MORE, receipt }), ANSWERS);
  const wrong = 'fedcba9876543210'.repeat(2);
  await wires(telling(5, `${at}/tips/tip-1/additions`, { ...MORE, receipt: wrong }), NOT_THERE);
  await wires(telling(6, `${at}/tips/tip-7/additions`, { ...MORE, receipt }), NOT_THERE);
};

const PHOTO = {
  name: 'sand.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 2_345_678,
  sha256: '7c5ba244f1e5a5e5bd0d8e5c8b86cf8ed5f5a1c7e3f9b2d46a0c1e2f3a4b5c6d',
};

const handsIn = async ({ say, wires, heading }: Teller, { at, receipt }: Citizen): Promise<void> => {
  heading('She hands in a photo');
  say(
    'A file is announced with the code, and the answer is a form that takes exactly these bytes, for a quarter of an hour. The photo is looked at as every document; what it says of where and with what it was made is left out of the copy that is read, and nobody is ever given the original. Five files and 20 MB go with one tip.',
  );
  await wires(telling(20, `${at}/tips/tip-1/documents`, { ...PHOTO, receipt }), {
    status: 201,
    body: { document: 'document-1', state: 'awaited', upload: { kind: 'form' } },
    showing: ['document', 'state'],
  });
  const heavy = { ...PHOTO, sizeBytes: 20_000_001, sha256: PHOTO.sha256.replace('7', '8'), receipt };
  await wires(telling(21, `${at}/tips/tip-1/documents`, heavy), refusedWith(409, 'quota-full', { of: 'tip' }));
  say('The code tells her how it stands: awaited, checking, usable, or refused and why.');
  await wires(following(`${at}/tips/tip-1`, receipt), {
    status: 200,
    body: { documents: [{ document: 'document-1', state: 'awaited' }] },
    showing: ['id', 'documents'],
  });
};

const isAnswered = async (teller: Teller, { at, receipt }: Citizen): Promise<void> => {
  const { say, sends, reads, wires, later, heading } = teller;
  heading('The coordinator gives it to the team, and answers');
  await later(48);
  const answer = { code: 'passed-to-team', reason: 'The witnesses will look at kilometre 12 with an engineer.' };
  say('The coordinator alone answers, once, with a code and the reason. What it says must be so:');
  await sends('witness-1', `${at}/tips/tip-1/answer`, answer, refusedWith(403, 'not-permitted'));
  await sends('coordinator-1', `${at}/tips/tip-1/answer`, answer, refusedWith(409, 'tip-not-lead'));
  await sends('coordinator-1', `${at}/tips/tip-1/lead`, {}, ANSWERS);
  await sends('coordinator-1', `${at}/tips/tip-1/lead`, {}, refusedWith(409, 'tip-made-lead'));
  await sends('coordinator-1', `${at}/tips/tip-1/answer`, answer, ANSWERS);
  await sends('coordinator-1', `${at}/tips/tip-1/answer`, answer, refusedWith(409, 'tip-answered'));
  await sends('coordinator-1', `${at}/tips/tip-9/answer`, answer, NOT_THERE);
  say('She reads the answer, and may go on adding:');
  await wires(following(`${at}/tips/tip-1`, receipt), {
    status: 200,
    body: { answer: answer.code, reason: answer.reason, late: false, lead: true },
    showing: ['id', 'answer', 'reason', 'late', 'lead'],
  });
  await wires(
    telling(7, `${at}/tips/tip-1/additions`, { text: 'The sand is covered since yesterday.', receipt }),
    ANSWERS,
  );
  heading('The team takes it as a lead');
  say('The team reads the words of a lead, and not who sent it:');
  const lead = await reads('witness-1', `${at}/tips/tip-1`, {
    status: 200,
    body: { text: TIP.text, added: [MORE, { text: 'The sand is covered since yesterday.' }] },
    showing: ['id', 'text', 'added', 'lead'],
  });
  if (lead.text.includes(TIP.name) || lead.text.includes(TIP.contact)) throw new Error('The team reads who sent it.');
  say('A lead is no observation. What the team sees when it looks, it files itself:');
  await sends(
    'witness-1',
    `${at}/observations`,
    { ...envelope(teller.house.clock.now()), title: 'Sand for gravel', narrative: 'At kilometre 12 lies river sand.' },
    { status: 201, body: { created: 'observation-1' } },
  );
};

const isTooMuch = async (teller: Teller, { at, receipt }: Citizen): Promise<void> => {
  const { say, reads, wires, later, heading, house } = teller;
  heading('What nobody answers, and what is too much');
  say('Another tip, unnamed, waits a month. That its term passed is on record, and everybody sees it:');
  await wires(telling(8, `${at}/tips`, { receipt, text: 'Nobody works on Fridays.', language: 'en' }), { status: 201 });
  await later(HOURS_OF_A_MONTH);
  await reads('', `${at}/tips`, {
    status: 200,
    body: {
      items: [
        { id: 'tip-1', answer: 'passed-to-team', overdue: false },
        { id: 'tip-2', overdue: true },
      ],
    },
  });
  say(
    'A case takes twenty tips at once and one more every three minutes, whoever sends them: no address is looked at.',
  );
  for (let each = 0; each < TIPS_BEFORE_THE_FLOOD; each += 1) {
    await house.send(telling(100 + each, `${at}/tips`, { receipt, text: 'They are all thieves.', language: 'en' }));
  }
  await wires(telling(9, `${at}/tips`, { receipt, text: 'One more.', language: 'en' }), { status: 201 });
  await wires(telling(10, `${at}/tips`, { receipt, text: 'Two more.', language: 'en' }), { status: 201 });
  await wires(telling(11, `${at}/tips`, { receipt, text: 'Three more.', language: 'en' }), {
    ...refusedWith(429, 'tips-too-many'),
    headers: { 'retry-after': '180' },
  });
};

export const sendTip: Story = {
  title: 'A citizen tips',
  learns:
    'how anybody tells something about a case, follows it with a receipt code, adds to it, and what becomes of it',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const citizen = await sendsOne(teller, `/cases/${await pactInTender(teller)}`);
    await follows(teller, citizen);
    await handsIn(teller, citizen);
    await isAnswered(teller, citizen);
    await isTooMuch(teller, citizen);
  },
};
