import { envelope, pactInTender } from './given.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const answerAndContradict = async ({ say, sends, reads, heading }: Teller, at: string): Promise<void> => {
  heading('An answer that contradicts itself');
  say(
    'Where there was no violation there is nothing to remedy. The refusal says which remedies contradict the outcome:',
  );
  const remedies = [{ observation: 'observation-1', remedy: 'eliminated' }];
  const answer = 'We looked into it.';
  const path = `${at}/escalations/escalation-1/answer`;
  await sends(
    'control-1',
    path,
    { outcome: 'no-violation', remedies, answer },
    refusedWith(422, 'outcome-contradicts', { contradicting: remedies, allowed: [] }, ['contradicting', 'allowed']),
  );
  say('Each outcome says what it must: who lacks information names it.');
  const asking = { outcome: 'insufficient-information', remedies: [], answer };
  await sends('control-1', path, asking, refusedWith(422, 'outcome-incomplete', { missing: ['missing'] }, ['missing']));
  await sends('control-1', path, { ...asking, missing: 'Who was in the room.' }, { status: 200 });
  say('What comes of it later is a new answer, and the first stays readable:');
  await sends(
    'control-1',
    `${at}/escalations/escalation-1/answers`,
    {
      outcome: 'proceeding-opened',
      remedies: [{ observation: 'observation-1', remedy: 'not-eliminated' }],
      answer: 'A proceeding was opened.',
      number: 'PA-17/2026',
      reason: 'The team told who was in the room.',
    },
    { status: 200 },
  );
  await reads('', `${at}/escalations/escalation-1/answers`, {
    status: 200,
    body: { items: [{ outcome: 'insufficient-information' }, { outcome: 'proceeding-opened' }] },
  });
};

const recordProceeding = async ({ say, sends, reads, heading }: Teller, at: string): Promise<void> => {
  heading('What follows');
  say('The authority records the proceeding with its number, and goes on with it, even after the case is closed.');
  await sends(
    'control-1',
    `${at}/proceedings`,
    {
      escalation: 'escalation-1',
      kind: 'administrative-sanction',
      state: 'opened',
      on: '2026-03-02',
      number: 'PA-17/2026',
      body: 'Internal control, second chamber',
      against: 'The supervisor of the works',
    },
    { status: 201, body: { created: 'proceeding-1' } },
  );
  say('Everybody sees of what kind it is and where it stands. Numbers and names follow once it is final:');
  await reads('', `${at}/proceedings`, { status: 200, body: { items: [{ type: 'administrative-sanction' }] } });
};

const goOn = async ({ say, sends, reads, before, heading, later, house }: Teller, at: string): Promise<void> => {
  heading('Silence, and the next tier');
  await before('witness-2', `${at}/observations`, envelope(house.clock.now(), 'public'));
  const sending = { findings: ['observation-2'], controlAuthority: 'internal-control', letter: 'And this one?' };
  await before('witness-2', `${at}/escalations`, sending);
  say(
    'A second escalation stays without an answer. When its term passes, that is on record, and the next tier is proposed:',
  );
  await later(24 * 60);
  await reads('', `${at}/escalations`, {
    status: 200,
    body: {
      items: [{}, { state: 'lapsed', proposal: { controlAuthority: 'supreme-audit' }, choices: ['supreme-audit'] }],
    },
  });
  say('The team accepts: the same findings go to the authority of that tier, and its own term begins.');
  await sends(
    'witness-1',
    `${at}/escalations/escalation-2/next-tier`,
    { letter: 'Internal control kept silent.' },
    { status: 201, body: { created: 'escalation-3' } },
  );
  say('A proposal is settled once:');
  await sends(
    'witness-2',
    `${at}/escalations/escalation-2/next-tier/refusal`,
    { reason: 'It is too late.' },
    refusedWith(409, 'nothing-proposed'),
  );
  await reads('', `${at}/escalations/escalation-2/history`, {
    status: 200,
    body: { items: [{ step: 'sent' }, { step: 'lapsed' }, { step: 'escalated-further' }] },
  });
};

export const followEscalation: Story = {
  title: 'An escalation is followed to its end',
  learns: 'outcomes and their remedies, later answers, proceedings, silence and the next tier',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const at = `/cases/${await pactInTender(teller)}`;
    await teller.before('witness-1', `${at}/observations`, envelope(teller.house.clock.now(), 'public'));
    await teller.before('witness-1', `${at}/escalations`, {
      findings: ['observation-1'],
      controlAuthority: 'internal-control',
      letter: 'Who opened the envelope?',
    });
    await answerAndContradict(teller, at);
    await recordProceeding(teller, at);
    await goOn(teller, at);
  },
};
