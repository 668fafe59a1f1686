import * as z from 'zod/mini';
import type { pactEvents } from '../../events/pact.ts';
import { once } from '../../events/shapes.ts';
import { PACT_SIGNATORIES } from '../../events/vocabulary.ts';
import { type Evolutions, numbered, type Recorded } from '../evolution.ts';
import { withParties } from '../interests/evolve-interests.ts';
import type { CaseParty } from '../interests/parties.ts';
import { endedEarly } from '../lifecycle/evolve-lifecycle.ts';
import { BIDDERS, type Head, type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { NOTHING_OPEN, opened, settled } from '../tally.ts';

type Bidders = SubjectOf<'bidders'>;

const naming = z.looseObject({ name: z.optional(z.string()), identifier: z.optional(z.string()) });

const bidderNamed = ({ data, content }: Recorded<'bidder.registered.v1'>): readonly CaseParty[] => {
  const { name, identifier } = naming.parse(content ?? {});
  if (name === undefined) return [];
  return [{ party: data.bidder, name, ...(identifier === undefined ? {} : { identifier: { id: identifier } }) }];
};

const registered = (subjects: Subjects, version: number, bidder: string): readonly Bidders[] => {
  const list: Bidders = subjectOf(subjects, 'bidders', BIDDERS) ?? {
    kind: 'bidders',
    id: BIDDERS,
    recordedIn: version,
    bidders: {},
  };
  return [{ ...list, bidders: { ...list.bidders, [bidder]: { signature: 'awaited', namedIn: version } } }];
};

const answered = (subjects: Subjects, bidder: string, signature: 'signed' | 'refused'): readonly Bidders[] => {
  const list = subjectOf(subjects, 'bidders', BIDDERS);
  const known = list?.bidders[bidder];
  return list === undefined || known === undefined
    ? []
    : [{ ...list, bidders: { ...list.bidders, [bidder]: { ...known, signature } } }];
};

/** The bidders who signed the text before: a new one asks them again. */
const signedIn = (subjects: Subjects): readonly string[] =>
  Object.entries(subjectOf(subjects, 'bidders', BIDDERS)?.bidders ?? {}).flatMap(([bidder, { signature }]) =>
    signature === 'signed' ? [bidder] : [],
  );

const unsigned = (subjects: Subjects): readonly Bidders[] => {
  const list = subjectOf(subjects, 'bidders', BIDDERS);
  if (list === undefined) return [];
  const asked = (known: Bidders['bidders'][string]): Bidders['bidders'][string] =>
    known.signature === 'signed' ? { ...known, signature: 'awaited' } : known;
  const bidders = Object.entries(list.bidders).map(([bidder, known]) => [bidder, asked(known)] as const);
  return [{ ...list, bidders: Object.fromEntries(bidders) }];
};

type Breach = SubjectOf<'breach'>;

/** Who is accused stands in the content alone until the ruling. */
const aboutAccused = once(() => z.looseObject({ accused: z.enum(PACT_SIGNATORIES), bidder: z.optional(z.string()) }));

const changedBreach = (subjects: Subjects, id: string, change: (breach: Breach) => Breach): readonly Breach[] => {
  const breach = subjectOf(subjects, 'breach', id);
  return breach === undefined ? [] : [change(breach)];
};

type Committee = NonNullable<Head['committee']>;

const inCommittee = (head: Head, change: (committee: Committee) => Committee): Head =>
  head.committee === undefined ? head : { ...head, committee: change(head.committee) };

export const pactEvolutions: Evolutions<keyof typeof pactEvents> = {
  'bidder.registered.v1': {
    head: (head, { data }) => ({
      ...numbered(head, data.bidder),
      biddersAwaited: opened(head.biddersAwaited, data.bidder),
    }),
    subjects: (entry, subjects) => [
      ...registered(subjects, entry.version, entry.data.bidder),
      ...withParties(subjects, bidderNamed(entry)),
    ],
  },
  'pact.signed-by-authority.v1': { head: (head) => ({ ...head, pactSignedByAuthority: true }) },
  'pact.signed-by-bidder.v1': {
    head: (head, { data }) => ({ ...head, biddersAwaited: settled(head.biddersAwaited, data.bidder) }),
    subjects: ({ data }, subjects) => answered(subjects, data.bidder, 'signed'),
  },
  'pact.refused-by-bidder.v1': {
    head: (head, { data }) => ({ ...head, biddersAwaited: settled(head.biddersAwaited, data.bidder) }),
    subjects: ({ data }, subjects) => answered(subjects, data.bidder, 'refused'),
  },
  'pact.text-deposited.v1': {
    head: (head, { data, version }, subjects) => ({
      ...head,
      pactText: { documentHash: data.documentHash, edition: data.edition, depositedIn: version },
      pactSignedByAuthority: false,
      biddersAwaited: signedIn(subjects).reduce(opened, head.biddersAwaited),
    }),
    subjects: (_, subjects) => unsigned(subjects),
  },
  'pact.breach-reported.v1': {
    head: (head, { data }) => ({
      ...numbered(head, data.breach),
      breachesUnruled: opened(head.breachesUnruled ?? NOTHING_OPEN, data.breach),
    }),
    subjects: ({ data, content, recordedAt, version }) => {
      const { accused, bidder } = aboutAccused().parse(content);
      return [
        {
          kind: 'breach',
          id: data.breach,
          recordedIn: version,
          accused,
          ...(bidder === undefined ? {} : { bidder }),
          reportedAt: recordedAt,
          answerLapsed: false,
        },
      ];
    },
  },
  'pact.breach-answered.v1': {
    subjects: ({ data, version }, subjects) =>
      changedBreach(subjects, data.breach, (breach) => ({
        ...breach,
        answeredIn: version,
        answeredLate: data.late,
      })),
  },
  'pact.breach-answer-lapsed.v1': {
    subjects: ({ data }, subjects) =>
      changedBreach(subjects, data.breach, (breach) => ({ ...breach, answerLapsed: true })),
  },
  'pact.breach-ruled.v1': {
    head: (head, { data }) => ({
      ...head,
      breachesUnruled: settled(head.breachesUnruled ?? NOTHING_OPEN, data.breach),
    }),
    subjects: ({ data, version }, subjects) =>
      changedBreach(subjects, data.breach, (breach) => ({
        ...breach,
        consequence: data.consequence,
        ruledIn: version,
      })),
  },
  'committee.constituted.v1': {
    head: (head, { data, version }) => ({
      ...head,
      committee: {
        act: { documentHash: data.documentHash, constitutedIn: version },
        members: data.members,
        registered: data.registered,
        ...(data.startedAt === undefined ? {} : { startedAt: data.startedAt, months: data.durationMonths }),
      },
    }),
  },
  'committee.term-ended.v1': {
    head: (head) => inCommittee(head, (committee) => ({ ...committee, termEnded: true })),
  },
  'committee.extended.v1': {
    head: (head, { data }) =>
      inCommittee(head, ({ termEnded: _, ...committee }) => ({
        ...committee,
        startedAt: data.startedAt,
        months: (committee.months ?? 0) + data.months,
      })),
  },
  'committee.dissolved.v1': {
    head: (head, { data, recordedAt }) =>
      endedEarly(
        inCommittee(head, (committee) => ({ ...committee, dissolved: data.cause })),
        recordedAt,
      ),
  },
};
