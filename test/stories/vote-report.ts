import { committeeAtItsReport } from './given.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const text = {
  summary: 'What was seen until the process was cancelled.',
  conclusion: 'The committee was constituted, asked for every document and attended every act that was held. '.repeat(
    3,
  ),
  cites: [],
  leavesOut: [],
  recommendations: [],
};

const draft = async ({ say, sends, reads, heading }: Teller, at: string): Promise<void> => {
  heading('Draft it');
  say('The process was cancelled; what was seen still gets reported. A report that says next to nothing is not taken:');
  await sends(
    'member-1',
    `${at}/reports`,
    { ...text, stage: 'final-report', conclusion: 'All well.' },
    refusedWith(422, 'report-too-brief'),
  );
  await sends(
    'member-1',
    `${at}/reports`,
    { ...text, stage: 'final-report' },
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
};

export const voteReport: Story = {
  title: 'A committee votes its report',
  learns: 'reports from draft to publication, the right to comment, votes and dissent',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const at = `/cases/${await committeeAtItsReport(teller)}`;
    await draft(teller, at);
    await hear(teller, at);
    await vote(teller, at);
    await publish(teller, at);
  },
};
