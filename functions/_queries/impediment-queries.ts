import * as z from 'zod/mini';
import { type Declared, INTERESTS, type Interests, matchSchema } from '../../domain/interests/interests-state.ts';
import { mayReadInterests } from '../../domain/reading/may-read.ts';
import { INTEREST_KINDS } from '../../events/vocabulary.ts';
import { query } from '../_http/operation.ts';
import { nothingAsked } from '../_http/paging.ts';
import { caseAtHand, subjectAtHand } from './case-at-hand.ts';
import { readerOf } from './reader.ts';

const impedimentView = z.strictObject({
  person: z.string(),
  declared: z.boolean(),
  impeded: z.boolean(),
  /** Only for the person, the coordinator and the auditor. `party` is one of `/cases/{case}/bidders` or an authority of the process. */
  matches: z.optional(
    z.array(
      z.strictObject({
        ...matchSchema.shape,
        kind: z.enum(INTEREST_KINDS),
        /** Whether the roster lists it, or it was declared in this case; `interest` is its place among those. */
        from: z.enum(['roster', 'declaration']),
        cleared: z.boolean(),
      }),
    ),
  ),
});

const matchesOf = (own: Declared | undefined): NonNullable<z.infer<typeof impedimentView>['matches']> => {
  const { matches = [], keys = [], enrolled = 0 } = own ?? {};
  return matches.map((match) => ({
    ...match,
    interest: match.interest < enrolled ? match.interest : match.interest - enrolled,
    kind: keys[match.interest]?.kind ?? 'other',
    from: match.interest < enrolled ? 'roster' : 'declaration',
  }));
};

export const readImpediments = query({
  name: 'read-impediments',
  path: '/cases/{case}/impediments',
  summary:
    'List who of the team declared and whether an impediment stands; to those concerned, in which party an interest was found',
  query: nothingAsked,
  answers: z.strictObject({ items: z.array(impedimentView) }),
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { head, version } = found;
    const list = await subjectAtHand(ports, head.case, INTERESTS);
    const people: Interests['people'] = list?.kind === 'interests' ? list.people : {};
    const reader = readerOf(request.caller);
    const items = head.team
      .filter(({ standing, impeded }) => standing === 'accepted' || impeded)
      .map(({ person, declared, impeded }) => ({
        person,
        declared,
        impeded,
        ...(mayReadInterests(reader, person)
          ? {
              matches: matchesOf(people[person]),
            }
          : {}),
      }));
    return { body: { items }, version };
  },
});
