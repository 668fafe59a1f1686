import { envelope, pactInTender } from './given.ts';
import { refusedWith, type Story, versionIn } from './story.ts';

export const answerFinding: Story = {
  title: 'An authority answers',
  learns:
    'how a finding is put to the contracting authority, its term to reply, and that what one may not see looks like what is not there',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const { say, sends, reads, later, before, heading, house } = teller;
    const at = `/cases/${await pactInTender(teller)}`;
    await before('witness-1', `${at}/observations`, envelope(house.clock.now()));
    heading('Before the finding is put to it');
    say(
      'A witness filed a grave finding under seal. The contracting authority cannot answer it: to the authority, a finding that was not put to it does not exist. A number that was never given is answered in the same words.',
    );
    const reply = { reply: 'The envelope was a copy. The minutes show the seals of both bids.' };
    await sends(
      'authority-1',
      `${at}/observations/observation-1/reply`,
      reply,
      refusedWith(404, 'observation-unknown'),
    );
    await sends(
      'authority-1',
      `${at}/observations/observation-9/reply`,
      reply,
      refusedWith(404, 'observation-unknown'),
    );
    heading('The finding is put to it');
    say('Nobody is found at fault unheard: the witness puts the finding to the authority, and its term begins.');
    const put = await sends('witness-1', `${at}/observations/observation-1/notification`, {}, { status: 200 });
    say(
      'The record tells everybody that a finding was put to the authority. Which one it does not say while that is sealed:',
    );
    await reads('', `${at}/events?cursor=${versionIn(put) - 1}`, {
      status: 200,
      body: { items: [{ type: 'finding.notified.v1' }] },
    });
    say('The authority reads it now, and until when it may reply:');
    await reads('authority-1', `${at}/observations/observation-1`, {
      status: 200,
      body: { replyTerm: { term: 'finding-reply', unit: 'working-day', number: 10 } },
      showing: ['observation', 'seal', 'replyDueAt', 'replyTerm', 'content'],
    });
    heading('It replies, once');
    await later(72);
    say('Only who is accredited in this case replies for the authority:');
    await sends('authority-2', `${at}/observations/observation-1/reply`, reply, refusedWith(403, 'not-permitted'));
    await sends('authority-1', `${at}/observations/observation-1/reply`, reply, { status: 200 });
    await sends('authority-1', `${at}/observations/observation-1/reply`, reply, refusedWith(409, 'finding-replied'));
    say('The reply stands beside the finding, and will be public together with it:');
    await reads('witness-1', `${at}/observations/observation-1`, {
      status: 200,
      body: { reply },
      showing: ['observation', 'seal', 'reply'],
    });
  },
};
