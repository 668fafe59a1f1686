import type { pactEvents } from '../../events/pact.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { endedEarly } from '../lifecycle/evolve-lifecycle.ts';
import { BIDDERS, type Head, type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { opened, settled } from '../tally.ts';

type Bidders = SubjectOf<'bidders'>;

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

type Committee = NonNullable<Head['committee']>;

const inCommittee = (head: Head, change: (committee: Committee) => Committee): Head =>
  head.committee === undefined ? head : { ...head, committee: change(head.committee) };

export const pactEvolutions: Evolutions<keyof typeof pactEvents> = {
  'bidder.registered.v1': {
    head: (head, { data }) => ({
      ...numbered(head, data.bidder),
      biddersAwaited: opened(head.biddersAwaited, data.bidder),
    }),
    subjects: ({ data, version }, subjects) => registered(subjects, version, data.bidder),
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
  'committee.constituted.v1': {
    head: (head, { data }) => ({
      ...head,
      committee: {
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
