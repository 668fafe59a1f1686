import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  accepted,
  after,
  CHAIR,
  COORDINATOR,
  caseIn,
  declared,
  joined,
  left,
  MEMBER,
  OTHER_MEMBER,
  proposed,
  SECOND_WITNESS,
  SECRETARY,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { adopted, commented, drafted, filed, sentForReply, voted } from '../../test/support/watch-facts.ts';
import { MISSING_CONTENT } from './minimum-content.ts';

const STAGE = 'tender-observation';
const report = { report: 'report-1' };
const pact = given(...caseIn('integrity-pact', STAGE), drafted('report-1', STAGE));
const committee = given(...caseIn('oversight-committee', STAGE), drafted('report-1', STAGE));
const final = given(...caseIn('integrity-pact', 'final-report'), drafted('report-1', 'final-report'));
/** Five working days after Monday 2 March, by the clock of Mexico City. */
const DUE_AT = '2026-03-10T06:00:00.000Z';

describe('the contracting authority’s say on a draft', () => {
  it('is asked for with a term', () => {
    final
      .when('send-report-for-reply', report, { by: WITNESS })
      .records({ type: 'report.sent-for-reply.v1', data: { ...report, replyDueAt: DUE_AT } })
      .when('send-report-for-reply', report, { by: WITNESS })
      .refuses('report-state', { state: 'in-reply', allowedFrom: ['draft'] });
    final
      .when('send-report-for-reply', { report: 'report-2' }, { by: WITNESS })
      .refuses('report-unknown', { report: 'report-2' });
  });

  it('is asked for on a final report that accounts for everything filed until then', () => {
    const outdated = final.and(filed('observation-1', { stage: 'final-report' }));
    outdated.when('send-report-for-reply', report, { by: WITNESS }).refuses('report-incomplete', {
      missing: [
        {
          what: 'observations-unaccounted',
          asks: MISSING_CONTENT['observations-unaccounted'],
          observations: ['observation-1'],
          count: 1,
        },
      ],
    });
    outdated
      .and({
        type: 'report.redrafted.v1',
        data: { ...report, cites: 1, leavesOut: 0, recommendations: 0 },
        content: { conclusion: 'Anew.' },
      })
      .when('send-report-for-reply', report, { by: WITNESS })
      .succeeds();
    pact.and(filed('observation-1')).when('send-report-for-reply', report, { by: WITNESS }).succeeds();
  });

  it('comes once, while it is asked for', () => {
    const comments = { ...report, comments: 'Agreed.' };
    final.when('comment-on-report', comments, { by: AUTHORITY }).refuses('report-state', {
      state: 'draft',
      allowedFrom: ['in-reply'],
    });
    final
      .and(sentForReply('report-1'))
      .when('comment-on-report', comments, { by: AUTHORITY })
      .records({ type: 'report.commented.v1', data: report, content: { comments: 'Agreed.' } })
      .when('comment-on-report', comments, { by: AUTHORITY })
      .refuses('report-state', { state: 'in-reply', allowedFrom: ['in-reply'] });
  });

  it('is its own', () => {
    final
      .and(sentForReply('report-1'))
      .when('comment-on-report', { ...report, comments: 'We agree with us.' }, { by: WITNESS })
      .refuses('not-permitted');
  });
});

describe('the adoption of a final report', () => {
  it('waits until the draft was put to the authority', () => {
    final
      .when('sign-report', report, { by: WITNESS })
      .refuses('report-state', { state: 'draft', allowedFrom: ['in-reply'] });
  });

  it('waits until it commented, or its term is over', () => {
    const inReply = final.and(sentForReply('report-1'));
    inReply
      .when('sign-report', report, { by: WITNESS, at: after(DUE_AT, -1) })
      .refuses('reply-window-open', { dueAt: DUE_AT });
    inReply.when('sign-report', report, { by: WITNESS, at: DUE_AT }).succeeds();
    inReply.and(commented('report-1')).when('sign-report', report, { by: WITNESS }).succeeds();
  });

  it('does not wait for what is filed when the draft is out', () => {
    final
      .and(sentForReply('report-1'), commented('report-1'), filed('observation-1', { stage: 'final-report' }))
      .when('sign-report', report, { by: WITNESS })
      .succeeds();
  });

  it('holds for a committee’s votes too', () => {
    given(
      ...caseIn('oversight-committee', 'final-report'),
      drafted('report-1', 'final-report'),
      sentForReply('report-1'),
    )
      .when('vote-on-report', { ...report, vote: 'for' }, { by: CHAIR })
      .refuses('reply-window-open');
  });
});

describe('a witness’s signature', () => {
  it('adopts the report of a pact', () => {
    const { head } = pact
      .when('sign-report', report, { by: SECOND_WITNESS })
      .records(
        { type: 'report.signed.v1', data: { ...report, person: 'witness-2' } },
        { type: 'report.adopted.v1', data: { ...report, stage: STAGE, votesFor: 1, votesAgainst: 0 } },
      );
    expect(head.reports[STAGE]).toMatchObject({ state: 'adopted' });
  });

  it('adopts a stage’s report even while the authority may comment on it', () => {
    pact.and(sentForReply('report-1')).when('sign-report', report, { by: WITNESS }).succeeds();
  });

  it('is given once', () => {
    pact
      .and(adopted('report-1', STAGE))
      .when('sign-report', report, { by: WITNESS })
      .refuses('report-state', { state: 'adopted' });
    pact.when('sign-report', { report: 'report-9' }, { by: WITNESS }).refuses('report-unknown', { report: 'report-9' });
  });

  it('is not asked of a committee', () => {
    committee.when('sign-report', report, { by: CHAIR }).refuses('signature-not-asked', {});
  });

  it('is not the coordinator’s, nor an impeded witness’s', () => {
    pact.when('sign-report', report, { by: COORDINATOR }).refuses('not-permitted');
    pact.and(declared(WITNESS, 'kinship')).when('sign-report', report, { by: WITNESS }).refuses('impediment-standing');
  });
});

describe('a committee’s vote', () => {
  const vote = (word: string, more: object = {}) => ({ ...report, vote: word, ...more });
  const dissent = { dissent: 'Too lenient.' };
  const carried = (votesFor: number, votesAgainst: number) =>
    ({ type: 'report.adopted.v1', data: { ...report, stage: STAGE, votesFor, votesAgainst } }) as const;
  const cast = (person: string, word: 'for' | 'against' | 'abstain', isDissent = false) =>
    ({ type: 'report.voted.v1', data: { ...report, person, vote: word, dissent: isDissent } }) as const;

  it('adopts the report once more than half of the members are for it', () => {
    committee
      .when('vote-on-report', vote('for'), { by: CHAIR })
      .records(cast('member-1', 'for'))
      .when('vote-on-report', vote('for'), { by: SECRETARY })
      .records(cast('member-2', 'for'), carried(2, 0))
      .when('vote-on-report', vote('for'), { by: MEMBER })
      .refuses('report-state', { state: 'adopted' });
  });

  it('against carries its opinion, which is content', () => {
    committee.when('vote-on-report', vote('against'), { by: CHAIR }).refuses('dissent-missing', {});
    const after1 = committee
      .when('vote-on-report', vote('against', dissent), { by: CHAIR })
      .records({ ...cast('member-1', 'against', true), content: dissent });
    expect(after1.file.state.subjects.get('report-1')).toMatchObject({ dissents: [after1.file.entries.length] });
  });

  it('decides by those who are for and against once everybody voted', () => {
    const two = committee.and(voted('report-1', CHAIR, 'for'), voted('report-1', SECRETARY, 'abstain'));
    two.when('vote-on-report', vote('abstain'), { by: MEMBER }).records(cast('member-3', 'abstain'), carried(1, 0));
    two
      .when('vote-on-report', vote('against', dissent), { by: MEMBER })
      .records({ ...cast('member-3', 'against', true), content: dissent });
  });

  it('is cast once on a text', () => {
    committee
      .and(voted('report-1', CHAIR, 'abstain'))
      .when('vote-on-report', vote('for'), { by: CHAIR })
      .refuses('already-voted', {});
  });

  it('is cast even by somebody whose name is a word of the language', () => {
    const odd = { person: 'constructor', roles: ['member' as const] };
    committee
      .and(...joined(odd))
      .when('vote-on-report', vote('for'), { by: odd })
      .records(cast('constructor', 'for'));
  });

  it('does not adopt with half of the members', () => {
    committee
      .and(...joined(OTHER_MEMBER), voted('report-1', CHAIR, 'for'))
      .when('vote-on-report', vote('for'), { by: SECRETARY })
      .records(cast('member-2', 'for'));
  });

  it('counts no more when its member leaves', () => {
    const four = committee.and(...joined(OTHER_MEMBER));
    four
      .and(voted('report-1', CHAIR, 'for'), voted('report-1', SECRETARY, 'for'), left(SECRETARY), left(OTHER_MEMBER))
      .when('vote-on-report', vote('abstain'), { by: MEMBER })
      .records(cast('member-3', 'abstain'), carried(1, 0));
  });

  it('is a member’s in office: declared, and without an impediment', () => {
    committee.when('vote-on-report', vote('for'), { by: OTHER_MEMBER }).refuses('not-permitted');
    const proposedOnly = committee.and(proposed(OTHER_MEMBER));
    proposedOnly.when('vote-on-report', vote('for'), { by: OTHER_MEMBER }).refuses('not-permitted');
    proposedOnly
      .and(accepted(OTHER_MEMBER))
      .when('vote-on-report', vote('for'), { by: OTHER_MEMBER })
      .refuses('declaration-missing', {});
    committee
      .and(declared(CHAIR, 'kinship'))
      .when('vote-on-report', vote('for'), { by: CHAIR })
      .refuses('impediment-standing', {});
  });

  it('is not asked of a witness', () => {
    pact.when('vote-on-report', vote('for'), { by: WITNESS }).refuses('vote-not-asked', {});
  });

  it('needs a report', () => {
    committee
      .when('vote-on-report', { report: 'report-2', vote: 'for' }, { by: CHAIR })
      .refuses('report-unknown', { report: 'report-2' });
  });
});
