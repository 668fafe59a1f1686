import * as z from 'zod/mini';
import { INTERESTS, matchSchema } from '../../domain/interests/interests-state.ts';
import { mayReadInterests } from '../../domain/reading/may-read.ts';
import { INTEREST_KINDS } from '../../events/vocabulary.ts';
import { query } from '../_http/operation.ts';
import { caseAtHand, subjectAtHand } from './case-at-hand.ts';
import { nothingAsked } from './paging.ts';
import { readerOf } from './reader.ts';

const impedimentView = z.strictObject({
  person: z.string(),
  declared: z.boolean(),
  impeded: z.boolean(),
  /** Only for the person, the coordinator and the auditor. `party` is one of `/cases/{case}/bidders` or an authority of the process. */
  matches: z.optional(
    z.array(z.strictObject({ ...matchSchema.shape, kind: z.enum(INTEREST_KINDS), cleared: z.boolean() })),
  ),
});

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
    const people = list?.kind === 'interests' ? list.people : {};
    const reader = readerOf(request.caller);
    const items = head.team
      .filter(({ standing }) => standing === 'accepted')
      .map(({ person, declared, impeded }) => ({
        person,
        declared,
        impeded,
        ...(mayReadInterests(reader, person)
          ? {
              matches: (people[person]?.matches ?? []).map((match) => ({
                ...match,
                kind: people[person]?.keys[match.interest]?.kind ?? 'other',
              })),
            }
          : {}),
      }));
    return { body: { items }, version };
  },
});
