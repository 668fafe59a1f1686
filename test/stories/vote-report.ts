import { committeeAtItsReport } from './given.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const text = {
  summary: 'What was seen from the constitution of the committee until the process was cancelled.',
  conclusion:
    'The committee was constituted in time, asked for every document of the checklist and attended each act that was held. ' +
    'The process was cancelled for lack of money before any bid was opened; what the committee saw until then gives no cause for concern.',
  cites: [],
  leavesOut: [],
  recommendations: [],
};

const DAYS_TO_FOLLOW_UP = 60;
const recommending = (dueAt: string) => ({
  ...text,
  recommendations: [{ to: 'Contracting authority', recommends: 'Secure the budget before calling for bids.', dueAt }],
});

const draft = async ({ say, sends, reads, heading, inHours }: Teller, at: string): Promise<void> => {
  heading('Draft it');
  say(
    'The process was cancelled; what was seen still gets reported. A report that says next to nothing is not taken, and the refusal names all that is missing at once:',
  );
  await sends(
    'member-1',
    `${at}/reports`,
    { ...text, stage: 'final-report', conclusion: 'All well.' },
    refusedWith(
      422,
      'report-incomplete',
      {
        missing: [
          { what: 'conclusion-too-brief' },
          { what: 'conclusion-too-general' },
          { what: 'recommendations-missing' },
        ],
      },
      ['missing'],
    ),
  );
  await sends(
    'member-1',
    `${at}/reports`,
    { ...recommending(inHours(24 * DAYS_TO_FOLLOW_UP)), stage: 'final-report' },
    { status: 201, body: { created: 'report-1' } },
  );
  say('A draft is the team’s. Everybody sees that it is there and where it stands, and not its words:');
  await reads('', `${at}/reports`, { status: 200, body: { items: [{ id: 'report-1', state: 'draft' }] } });
  await reads('', `${at}/reports/report-1`, refusedWith(404, 'not-found'));
};

const hear = async ({ say, sends, reads, heading, later }: Teller, at: string): Promise<void> => {
  heading('Hear the authority');
  say('Who is written about is heard first. Until the authority commented, or its term is over, nobody votes:');
  await sends('member-1', `${at}/reports/report-1/reply-window`, {}, { status: 200 });
  await sends('member-1', `${at}/reports/report-1/vote`, { vote: 'for' }, refusedWith(409, 'reply-window-open'));
  await reads('authority-1', `${at}/reports`, { status: 200, body: { items: [{ state: 'in-reply' }] } });
  await later(24 * 10);
};

const vote = async ({ say, sends, heading }: Teller, at: string): Promise<void> => {
  heading('Vote');
  say(
    'Ten days later the authority has said nothing, and its term is over. A committee votes; signatures are for witnesses:',
  );
  await sends('member-1', `${at}/reports/report-1/signature`, {}, refusedWith(409, 'signature-not-asked'));
  say('Whoever votes against says why: the dissenting opinion is published with the report.');
  await sends('member-3', `${at}/reports/report-1/vote`, { vote: 'against' }, refusedWith(422, 'dissent-missing'));
  await sends(
    'member-3',
    `${at}/reports/report-1/vote`,
    { vote: 'against', dissent: 'It should say who cancelled the process.' },
    { status: 200 },
  );
  await sends('member-1', `${at}/reports/report-1/vote`, { vote: 'for' }, { status: 200 });
  say('The vote that brings more than half of the members in office adopts it, in the same breath:');
  await sends(
    'member-2',
    `${at}/reports/report-1/vote`,
    { vote: 'for' },
    { status: 200, body: { recorded: [{ type: 'report.voted.v1' }, { type: 'report.adopted.v1' }] } },
  );
};

const publish = async ({ say, sends, reads, heading }: Teller, at: string): Promise<void> => {
  heading('Publish it');
  await sends('member-1', `${at}/reports/report-1/publication`, {}, { status: 200 });
  say('Now it is everybody’s, with the opinion of who disagreed:');
  await reads('', `${at}/reports/report-1`, {
    status: 200,
    body: { state: 'published', dissentingOpinions: [{ dissent: 'It should say who cancelled the process.' }] },
  });
  say(
    'As a whole document it tells what the case was like when it was published, for everybody the same and for ever:',
  );
  await reads('', `${at}/reports/report-1/document?language=en`, {
    status: 200,
    body: { draft: false, state: 'published', dissent: true },
    showing: ['state', 'draft', 'late', 'dissent', 'asOf', 'text', 'verify'],
  });
  say('The same is a page for people at `/page`, in Spanish, Portuguese and English.');
};

const followUp = async ({ say, sends, reads, heading, later, inHours }: Teller, at: string): Promise<void> => {
  heading('Follow it up');
  say(
    'What the report recommends is a thing of the case now, with a date. The institution says in words what it does:',
  );
  const of = `${at}/recommendations/recommendation-1`;
  await sends(
    'authority-1',
    `${of}/responses`,
    { response: 'The budget office signs first from now on.', language: 'en' },
    { status: 200 },
  );
  say('How far it was taken up is for the team and the coordinator to say, with evidence, and never of tomorrow:');
  const told = { level: 'concrete-feedback', evidence: 'The circular of the budget office.', language: 'en' };
  await sends('authority-1', `${of}/follow-ups`, { ...told, asOf: inHours(0) }, refusedWith(403, 'not-permitted'));
  await sends(
    'member-1',
    `${of}/follow-ups`,
    { ...told, asOf: inHours(24) },
    refusedWith(422, 'follow-up-in-the-future'),
  );
  await later(24);
  await sends('member-1', `${of}/follow-ups`, { ...told, asOf: inHours(0) }, { status: 200 });
  await reads('', `${at}/recommendations`, {
    status: 200,
    body: { items: [{ recommendation: 'recommendation-1', level: 'concrete-feedback', due: false }] },
  });
  say('In time, so milestone E7 is achieved.');
};

export const voteReport: Story = {
  title: 'A committee votes its report',
  learns:
    'reports from draft to publication, the right to comment, votes and dissent, and the follow-up of what it recommends',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const at = `/cases/${await committeeAtItsReport(teller)}`;
    await draft(teller, at);
    await hear(teller, at);
    await vote(teller, at);
    await publish(teller, at);
    await followUp(teller, at);
  },
};
