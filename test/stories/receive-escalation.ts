import { envelope, pactInTender } from './given.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const escalate = async ({ say, sends, reads, heading }: Teller, at: string): Promise<void> => {
  heading('The team escalates');
  say(
    'A grave finding goes to a control authority of the profile’s tiers, or the team says why not. An authority that the profile does not know is answered with those it does:',
  );
  const sending = {
    findings: ['observation-1'],
    controlAuthority: 'internal-control',
    letter: 'Who opened the envelope?',
  };
  await sends(
    'witness-1',
    `${at}/escalations`,
    { ...sending, controlAuthority: 'the-press' },
    refusedWith(422, 'control-authority-unknown'),
  );
  await sends('witness-1', `${at}/escalations`, sending, { status: 201, body: { created: 'escalation-1' } });
  say(
    'Everybody sees that there is an escalation, to whom, and until when its answer is due. What it is about stays under the seal of the finding: `findings` names those that the reader may read, here none.',
  );
  await reads('', `${at}/escalations`, { status: 200, body: { items: [{ state: 'sent', findings: [] }] } });
};

const work = async ({ say, sends, reads, heading, later }: Teller, at: string): Promise<void> => {
  heading('The control authority works on it');
  say('The authority that it was sent to reads the letter, and the finding:');
  await reads('control-1', `${at}/escalations`, {
    status: 200,
    body: { items: [{ findings: ['observation-1'], letter: 'Who opened the envelope?' }] },
  });
  await reads('control-1', `${at}/observations/observation-1`, {
    status: 200,
    body: { content: { severity: 'grave' } },
    showing: ['observation', 'seal', 'content'],
  });
  say('To the authority of another tier it does not exist:');
  await sends(
    'control-2',
    `${at}/escalations/escalation-1/acknowledgement`,
    {},
    refusedWith(404, 'escalation-unknown'),
  );
  await sends('control-1', `${at}/escalations/escalation-1/acknowledgement`, {}, { status: 200 });
  say('The steps have their order: nothing is acknowledged twice.');
  await sends(
    'control-1',
    `${at}/escalations/escalation-1/acknowledgement`,
    {},
    refusedWith(409, 'escalation-state', { state: 'acknowledged' }),
  );
  await sends('control-1', `${at}/escalations/escalation-1/review`, {}, { status: 200 });
  await later(24 * 7);
};

const answer = async ({ say, sends, reads, heading }: Teller, at: string): Promise<void> => {
  heading('It answers');
  say('A week later it answers, with an outcome and a remedy for each finding. None may be left out:');
  const answered = {
    outcome: 'violation-corrected',
    remedies: [{ observation: 'observation-1', remedy: 'eliminated' }],
    answer: 'The opening was repeated in public.',
  };
  await sends(
    'control-1',
    `${at}/escalations/escalation-1/answer`,
    { ...answered, remedies: [] },
    refusedWith(422, 'remedies-incomplete', { missing: ['observation-1'] }),
  );
  await sends('control-1', `${at}/escalations/escalation-1/answer`, answered, { status: 200 });
  say(
    'The answer counts towards the effectiveness of the oversight, sealed or not; each milestone names the events that prove it:',
  );
  const { body } = await reads('', `${at}/milestones`, { status: 200, showing: ['computed', 'coded'] });
  const { milestones } = body as { milestones: readonly { id: string; judgement: { status?: string } }[] };
  const statuses = ['E4', 'E5'].map((id) => milestones.find((each) => each.id === id)?.judgement.status);
  if (statuses.some((status) => status !== 'achieved')) throw new Error(`E4 and E5 are ${statuses.join(' and ')}.`);
};

export const receiveEscalation: Story = {
  title: 'A control authority receives an escalation',
  learns: 'escalations from sending to answer, who sees what of them, and milestones',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const at = `/cases/${await pactInTender(teller)}`;
    await teller.before('witness-1', `${at}/observations`, envelope(teller.house.clock.now(), 'restricted'));
    await escalate(teller, at);
    await work(teller, at);
    await answer(teller, at);
  },
};
