import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  accepted,
  accredited,
  advanced,
  announced,
  at,
  BIDDER,
  CONTROL,
  caseIn,
  day,
  declared,
  ended,
  left,
  opened,
  proposed,
  SUSPENDED,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import {
  adopted,
  answered,
  asked,
  attended,
  commented,
  drafted,
  escalated,
  filed,
  notified,
  published,
  replied,
  scheduled,
  sentForReply,
} from '../../test/support/watch-facts.ts';
import { NO_CONTEXT } from './context.ts';
import { needsContent } from './due.ts';
import { foldAgenda, wantedBy } from './fold-agenda.ts';
import { type AgendaItem, agendaItem } from './item.ts';

const folded = (...facts: readonly ToldFact[]) => {
  const items = new Map<string, AgendaItem>();
  let [context, changed, wanted] = [
    NO_CONTEXT,
    [] as readonly AgendaItem[],
    { ids: [] as readonly string[], everyOpen: false },
  ];
  for (const entry of given(...facts).file.entries) {
    wanted = wantedBy(context, entry);
    // With no more at hand than the event wants, as the table is read.
    const atHand = [...items].filter(
      ([id, { state }]) => wanted.ids.includes(id) || (wanted.everyOpen && state === 'open'),
    );
    ({ context, changed } = foldAgenda(context, entry, new Map(atHand)));
    for (const item of changed) items.set(item.id, agendaItem.parse(item));
  }
  return { context, changed, items, wanted };
};

const inShort = ({ id, state, what, role, of, persons, audience, lapsed, sequence }: AgendaItem): string =>
  [
    `${id}${lapsed ? ' (lapsed)' : ''}: ${state}, ${what}`,
    `${role}${of === undefined ? '' : ` of ${of}`} [${persons.join(' ')}]`,
    `${audience} #${sequence}`,
  ].join('; ');

/** What the last of these facts changes in the agenda, in short. */
const changes = (...facts: readonly ToldFact[]): readonly string[] => folded(...facts).changed.map(inShort);

const PACT = caseIn('integrity-pact', 'tender-observation');
const REVIEW = caseIn('integrity-pact', 'award-review');
const NEW = { person: 'witness-8', roles: ['witness'] } as const;
const GRAVE = filed('observation-1', { severity: 'grave' });
const SENT = escalated('escalation-1', ['observation-1']);
const DRAFT = drafted('report-1', 'award-review');
const FINAL = drafted('report-1', 'final-report');
const VISIT: ToldFact = { type: 'site-visit.planned.v1', data: { visit: 'visit-1', plannedAt: day(9) } };
const PUBLIC_VALUE = { beacon: 'drand-quicknet', publishedAfter: day(2) } as const;
const BOTH = announced({
  source: { kind: 'commit-reveal', parties: ['coordinator-1', 'authority-1'], revealBefore: day(1), ...PUBLIC_VALUE },
});
const TEAM = '[witness-1 witness-2]';

describe('of the team, the agenda', () => {
  it('waits for an answer to a proposal', () => {
    expect(changes(...PACT, proposed(NEW))).toEqual([
      'proposal:witness-8: open, answer-proposal; witness [witness-8]; case #0',
    ]);
    expect(changes(...PACT, proposed(NEW), { type: 'member.declined.v1', data: { person: 'witness-8' } })).toEqual([
      'proposal:witness-8: done, answer-proposal; witness [witness-8]; case #1',
    ]);
    expect(changes(...PACT, proposed(NEW), { type: 'proposal.lapsed.v1', data: { person: 'witness-8' } })).toEqual([
      'proposal:witness-8: cancelled, answer-proposal; witness [witness-8]; case #1',
    ]);
    const again = [...PACT, proposed(NEW), { type: 'proposal.lapsed.v1', data: { person: 'witness-8' } } as const];
    expect(changes(...again, proposed(NEW))).toEqual([
      'proposal:witness-8: open, answer-proposal; witness [witness-8]; case #2',
    ]);
    const member = proposed({ person: 'member-8', roles: [] });
    expect(changes(...caseIn('oversight-committee', 'award-review'), member)).toEqual([
      'proposal:member-8: open, answer-proposal; member [member-8]; case #0',
    ]);
  });

  it('waits for the declaration of who accepted', () => {
    const accepts = [...PACT, proposed(NEW), accepted(NEW)];
    expect(changes(...accepts)).toEqual([
      'proposal:witness-8: done, answer-proposal; witness [witness-8]; case #1',
      'declaration:witness-8: open, sign-declaration; witness [witness-8]; case #0',
    ]);
    expect(changes(...accepts, declared(NEW))).toEqual([
      'declaration:witness-8: done, sign-declaration; witness [witness-8]; case #1',
    ]);
    expect(changes(...accepts, left(NEW))).toEqual([
      'declaration:witness-8: cancelled, sign-declaration; witness [witness-8]; case #1',
    ]);
  });

  it('asks those who have no impediment, as it was ruled', () => {
    const found: ToldFact = { type: 'impediment.found.v1', data: { person: WITNESS.person, matches: 1 } };
    const ruled = (stands: boolean): ToldFact => ({
      type: 'impediment.ruled.v1',
      data: { person: WITNESS.person, stands },
      content: { reason: 'So.' },
    });
    const escalation = (who: string, sequence: number) =>
      `escalation-of:observation-1: open, escalate-or-explain; witness ${who}; public #${sequence}`;
    expect(changes(...PACT, GRAVE)).toEqual([escalation(TEAM, 0)]);
    expect(changes(...PACT, GRAVE, found)).toEqual([escalation('[witness-2]', 1)]);
    expect(changes(...PACT, GRAVE, found, ruled(true))).toEqual([]);
    expect(changes(...PACT, GRAVE, found, ruled(false))).toEqual([escalation(TEAM, 2)]);
    expect(changes(...PACT, GRAVE, declared(WITNESS, 'kinship'))).toEqual([escalation('[witness-2]', 1)]);
    expect(changes(...PACT, proposed(NEW), accepted(NEW), GRAVE)).toEqual([escalation(TEAM, 0)]);
    expect(changes(...PACT, proposed(NEW), accepted(NEW), GRAVE, declared(NEW))).toContain(
      escalation('[witness-1 witness-2 witness-8]', 1),
    );
  });
});

describe('of a draw, the agenda', () => {
  it('waits for the values of its parties, and for the public one', () => {
    expect(
      changes(...opened('integrity-pact'), accredited(AUTHORITY, { kind: 'contracting-authority' }), BOTH),
    ).toEqual([
      'reveal:draw-1:coordinator-1: open, reveal-for-draw; coordinator [coordinator-1]; public #0',
      'reveal:draw-1:authority-1: open, reveal-for-draw; contracting-authority [authority-1]; public #0',
      'public-value:draw-1: open, record-public-value; coordinator []; public #0',
    ]);
    const { items } = folded(...PACT, BOTH);
    expect(['reveal:draw-1:authority-1', 'public-value:draw-1'].map((id) => items.get(id)?.dueAt)).toEqual([
      day(1),
      day(2),
    ]);
    expect(changes(...PACT, announced({ source: { kind: 'beacon', ...PUBLIC_VALUE } }))).toEqual([
      'public-value:draw-1: open, record-public-value; coordinator []; public #0',
    ]);
  });

  it('waits no longer for what came, or did not in its term', () => {
    const party = { draw: 'draw-1', party: 'authority-1' };
    expect(changes(...PACT, BOTH, { type: 'draw.revealed.v1', data: { ...party, value: 'a'.repeat(64) } })).toEqual([
      'reveal:draw-1:authority-1: done, reveal-for-draw; contracting-authority [authority-1]; public #1',
    ]);
    expect(changes(...PACT, BOTH, { type: 'draw.reveal-failed.v1', data: { ...party, committed: true } })).toEqual([
      'reveal:draw-1:authority-1: cancelled, reveal-for-draw; contracting-authority [authority-1]; public #1',
    ]);
    const seeded = { draw: 'draw-1', beaconValue: 'a'.repeat(64), seed: 'b'.repeat(64) };
    expect(changes(...PACT, BOTH, { type: 'draw.seeded.v1', data: seeded })).toEqual([
      'public-value:draw-1: done, record-public-value; coordinator []; public #1',
    ]);
  });

  it('does not stand still with the case', () => {
    expect(changes(...PACT, BOTH, SUSPENDED)).toEqual([]);
    expect(folded(...PACT, SUSPENDED, BOTH).items.get('public-value:draw-1')?.standsStill).toBe(false);
  });
});

describe('of acts and visits, the agenda', () => {
  it('asks the team to come, and to say what came of it', () => {
    const act = (state: string, audience: string, sequence: number) =>
      `act:act-1: ${state}, attend-act; witness ${TEAM}; ${audience} #${sequence}`;
    expect(changes(...PACT, scheduled('act-1'))).toEqual([act('open', 'public', 0)]);
    expect(changes(...PACT, scheduled('act-1', { isPublic: false }))).toEqual([act('open', 'case', 0)]);
    expect(changes(...PACT, scheduled('act-1'), attended('act-1', WITNESS))).toEqual([act('done', 'public', 1)]);
    const missed: ToldFact = {
      type: 'act.not-attended.v1',
      data: { act: 'act-1', stage: 'tender-observation', absence: 'missed', reason: 'travel' },
    };
    expect(changes(...PACT, scheduled('act-1'), missed)).toEqual([act('done', 'public', 1)]);
    expect(changes(...PACT, VISIT)).toEqual([`visit:visit-1: open, visit-site; witness ${TEAM}; case #0`]);
    const settled: ToldFact = { type: 'site-visit.settled.v1', data: { visit: 'visit-1', outcome: 'done' } };
    expect(changes(...PACT, VISIT, settled)).toEqual([`visit:visit-1: done, visit-site; witness ${TEAM}; case #1`]);
  });

  it('drops what is still ahead when the process ends, and keeps what was', () => {
    const acts = [scheduled('act-1', { heldAt: day(3) }), scheduled('act-2', { heldAt: day(2) }), VISIT];
    const publication = `publication: open, publish-report; witness ${TEAM}; public #0`;
    expect(changes(...PACT, ...acts, ...at(day(2), ended('tender-observation')))).toEqual([
      `act:act-1: cancelled, attend-act; witness ${TEAM}; public #1`,
      `visit:visit-1: cancelled, visit-site; witness ${TEAM}; case #1`,
      publication,
    ]);
  });
});

describe('of what was found and asked, the agenda', () => {
  const reply = (state: string, audience: string, sequence: number) =>
    `reply:observation-1: ${state}, reply-to-finding; contracting-authority [authority-1]; ${audience} #${sequence}`;
  const answer = (state: string, sequence: number) =>
    `answer:escalation-1${state}, answer-escalation; control-authority of internal-control [control-1]; public #${sequence}`;
  const gravity = (state: string) =>
    `escalation-of:observation-1: ${state}, escalate-or-explain; witness ${TEAM}; public #1`;

  it('waits for the reply of the authority', () => {
    expect(changes(...PACT, GRAVE, notified('observation-1'))).toEqual([reply('open', 'public', 0)]);
    const came: ToldFact = { type: 'finding.replied.v1', data: { observation: 'observation-1', late: false } };
    expect(changes(...PACT, GRAVE, notified('observation-1'), came)).toEqual([reply('done', 'public', 1)]);
    const erased: ToldFact = { type: 'finding.replied.v1', data: { late: false } };
    const told: ToldFact = { ...erased, content: { observation: 'observation-1', reply: 'No.' } };
    const put = [...PACT, GRAVE, notified('observation-1')];
    expect(folded(...put, told).changed.map(inShort)).toEqual([reply('done', 'public', 1)]);
  });

  it('waits for the answer of the control authority, and no longer for the escalation', () => {
    expect(changes(...PACT, GRAVE, SENT)).toEqual([gravity('done'), answer(': open', 0)]);
    expect(changes(...PACT, GRAVE, SENT, answered('escalation-1'))).toEqual([answer(': done', 1)]);
    const lapsed: ToldFact = { type: 'escalation.lapsed.v1', data: { escalation: 'escalation-1' } };
    expect(changes(...PACT, GRAVE, SENT, lapsed)).toEqual([answer(' (lapsed): open', 1)]);
    const reasoned: ToldFact = {
      type: 'non-escalation.reasoned.v1',
      data: {},
      content: { observation: 'observation-1', reason: 'To keep the clerk safe.' },
    };
    expect(changes(...PACT, GRAVE, reasoned)).toEqual([gravity('done')]);
  });

  it('asks only who is accredited for that authority, or for that bidder', () => {
    const other = { person: 'control-2', roles: [] };
    const supreme = { kind: 'control-authority', controlAuthority: 'supreme-audit' } as const;
    const withOther = [...PACT, accredited(other, supreme), GRAVE, SENT];
    expect(changes(...withOther)).toContain(answer(': open', 0));
    const withdrawal: ToldFact = {
      type: 'liaison.withdrawn.v1',
      data: { person: CONTROL.person, kind: 'control-authority', controlAuthority: 'internal-control' },
    };
    expect(changes(...withOther, withdrawal)).toEqual([answer(': open', 1).replace('[control-1]', '[]')]);
    const ofOther: ToldFact = { type: 'liaison.withdrawn.v1', data: { person: 'control-2', ...supreme } };
    expect(changes(...withOther, ofOther)).toEqual([]);
    const breach: ToldFact = {
      type: 'pact.breach-reported.v1',
      data: { breach: 'breach-1', answerDueAt: day(9) },
      content: { accused: 'bidder', bidder: 'bidder-2', provision: '4', circumstances: 'So.' },
    };
    const second = accredited({ person: 'bidder-2', roles: [] }, { kind: 'bidder', bidder: 'bidder-2' });
    const [asks = ''] = changes(...PACT, second, breach);
    expect(asks).toContain('bidder-representative of bidder-2 [bidder-2]');
    expect(changes(...PACT, second, breach, ofBidder('bidder-1', BIDDER.person))).toEqual([]);
    expect(changes(...PACT, second, breach, ofBidder('bidder-2', 'bidder-2'))).toEqual([
      asks.replace('[bidder-2]', '[]').replace('#0', '#1'),
    ]);
  });

  it('waits for answers to questions, and for comments on a draft', () => {
    const question = (state: string, sequence: number) =>
      `question:question-1${state}, answer-question; contracting-authority [authority-1]; public #${sequence}`;
    expect(changes(...PACT, asked('question-1'))).toEqual([question(': open', 0)]);
    expect(changes(...PACT, asked('question-1'), replied('question-1'))).toEqual([question(': done', 1)]);
    const comments = (state: string, sequence: number) =>
      `comments:report-1: ${state}, comment-on-report; contracting-authority [authority-1]; public #${sequence}`;
    const sent = [...REVIEW, DRAFT, sentForReply('report-1')];
    expect(changes(...sent)).toEqual([comments('open', 0)]);
    expect(changes(...sent, commented('report-1'))).toEqual([comments('done', 1)]);
    expect(changes(...sent, adopted('report-1', 'award-review'))).toEqual([comments('cancelled', 1)]);
    const redrafted: ToldFact = {
      type: 'report.redrafted.v1',
      data: { report: 'report-1', cites: 0, leavesOut: 0, recommendations: 0 },
    };
    expect(changes(...sent, redrafted)).toEqual([comments('cancelled', 1)]);
  });

  it('waits for the final report until it is published, and for no other', () => {
    const final = [...caseIn('integrity-pact', 'final-report'), FINAL];
    expect(changes(...caseIn('integrity-pact', 'final-report'))).toEqual([
      `publication: open, publish-report; witness ${TEAM}; public #0`,
    ]);
    expect(changes(...final, published('report-1', 'final-report'))).toEqual([
      `publication: done, publish-report; witness ${TEAM}; public #1`,
    ]);
    expect(changes(...REVIEW, DRAFT, published('report-1', 'award-review'))).toEqual([]);
  });
});

const ofBidder = (bidder: string, person: string): ToldFact => ({
  type: 'liaison.withdrawn.v1',
  data: { person, kind: 'bidder', bidder },
});

it('the agenda needs the content of what is told there alone', () => {
  const needs = (fact: ToldFact) => {
    const entry = given(...PACT, GRAVE, SENT, fact).file.entries.at(-1);
    return entry === undefined ? undefined : needsContent(entry);
  };
  expect(
    [
      filed('observation-2'),
      notified('observation-1'),
      {
        ...notified('observation-1'),
        data: { replyDueAt: day(9) },
        content: { observation: 'observation-1' },
      } as ToldFact,
      answered('escalation-1'),
      scheduled('act-1'),
      advanced('tender-observation', 'award-review'),
    ].map(needs),
  ).toEqual([true, false, true, true, false, false]);
});
