import { pactInTender } from './given.ts';
import { refusedWith, type Story } from './story.ts';

const ANSWER = { answer: 'The trip was offered to everybody in the trade, and nobody of the authority came.' };
const RULING = { consequence: 'warning', explanation: 'An offer is a breach, accepted or not.' };

export const reportBreach: Story = {
  title: 'A breach of the pact',
  learns: 'how a breach is reported, that who is accused is asked before anybody is named, and how it is ruled on',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const { say, sends, reads, heading, before, told, later } = teller;
    const at = `/cases/${await pactInTender(teller)}`;
    const breach = {
      accused: 'bidder',
      bidder: 'bidder-1',
      provision: 'Clause 4: no gifts.',
      circumstances: 'A trip was offered to the supervisor of the tender.',
    };
    heading('Somebody is accused');
    say('Only who signed the pact is bound by it:');
    await sends('witness-1', `${at}/breaches`, breach, refusedWith(409, 'not-bound'));
    await before('bidder-1', `${at}/bidders/bidder-1/signature`, { documentHash: 'b'.repeat(64) });
    await sends('witness-1', `${at}/breaches`, breach, { status: 201, body: { created: 'breach-1' } });
    say('Everybody learns that a breach was reported and until when it can be answered; nobody is named unheard:');
    await reads('', `${at}/breaches`, { status: 200, body: { items: [{ id: 'breach-1' }] } });
    await told();
    say('Who is accused reads the accusation, and finds the answer among what is due, with the day of a reminder:');
    await reads('bidder-1', `${at}/breaches`, { status: 200, body: { items: [{ accused: 'bidder' }] } });
    await reads('bidder-1', '/agenda/mine', {
      status: 200,
      body: { items: [{ what: 'answer-breach', audience: 'undisclosed' }] },
    });
    heading('The answer, and the ruling');
    say(
      'Nobody is ruled on unheard while the term runs. To anybody else who could be accused, the breach does not exist:',
    );
    await sends('coordinator-1', `${at}/breaches/breach-1/ruling`, RULING, refusedWith(409, 'breach-unheard'));
    await sends('authority-1', `${at}/breaches/breach-1/answer`, ANSWER, refusedWith(404, 'breach-unknown'));
    await later(24);
    await sends('bidder-1', `${at}/breaches/breach-1/answer`, ANSWER, { status: 200 });
    await sends('bidder-1', `${at}/breaches/breach-1/answer`, ANSWER, refusedWith(409, 'breach-answered'));
    await sends('coordinator-1', `${at}/breaches/breach-1/ruling`, RULING, { status: 200 });
    await sends('coordinator-1', `${at}/breaches/breach-1/ruling`, RULING, refusedWith(409, 'breach-ruled'));
    say('Now everybody learns whose breach it was, and what follows from it:');
    await reads('', `${at}/breaches`, {
      status: 200,
      body: { items: [{ accused: 'bidder', bidder: 'bidder-1', consequence: 'warning' }] },
    });
  },
};
