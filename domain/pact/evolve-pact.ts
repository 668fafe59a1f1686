import * as z from 'zod/mini';
import type { pactEvents } from '../../events/pact.ts';
import { type Evolutions, numbered, type Recorded } from '../evolution.ts';
import { withParties } from '../interests/evolve-interests.ts';
import type { CaseParty } from '../interests/parties.ts';
import { BIDDERS, type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { opened, settled } from '../tally.ts';

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
  'committee.constituted.v1': {
    head: (head, { data }) => ({ ...head, committee: { members: data.members, registered: data.registered } }),
  },
};
