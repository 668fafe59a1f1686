import * as z from 'zod/mini';
import { termInShort, termInShortSchema } from '../../domain/clocks/term-in-short.ts';
import { INSTRUMENT } from '../../domain/instruments/instruments.ts';
import { requirementFor } from '../../domain/observations/seal.ts';
import { operationsFor } from '../../domain/permissions.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { REQUIREMENTS } from '../../domain/requirements/requirement-ids.ts';
import { judgeStage } from '../../domain/requirements/requirements.ts';
import { headSchema } from '../../domain/state.ts';
import { instant } from '../../events/shapes.ts';
import { ROLES } from '../../events/vocabulary.ts';
import { query } from '../_http/operation.ts';
import { nothingAsked } from '../_http/paging.ts';
import { caseAtHand } from './case-at-hand.ts';
import { readerOf } from './reader.ts';

const judgedRequirement = z.strictObject({
  id: z.enum(REQUIREMENTS),
  /** Left out where the judgement would tell what a seal covers. */
  met: z.optional(z.boolean()),
  asks: z.string(),
  why: z.string(),
  source: z.string(),
  who: z.array(z.enum(ROLES)),
  operations: z.array(z.string()),
  missing: z.array(
    z.strictObject({
      sentence: z.string(),
      facts: z.record(z.string(), z.unknown()),
      dueAt: z.optional(instant),
      term: z.optional(termInShortSchema),
    }),
  ),
});

/**
 * What everybody is shown of a head. A field that is not named here stays in the house: which findings weigh, for one, is part of what
 * they say.
 */
const shownHead = z.object(
  z.pick(headSchema, {
    case: true,
    ocid: true,
    instrument: true,
    profile: true,
    implementationMonitoring: true,
    example: true,
    openedAt: true,
    stage: true,
    condition: true,
    pauses: true,
    ending: true,
    participationEndedAt: true,
    team: true,
    liaisons: true,
    drawUnderWay: true,
    pactSignedByAuthority: true,
    pactText: true,
    breachesUnruled: true,
    biddersAwaited: true,
    bidsOpenedAt: true,
    committee: true,
    acts: true,
    documentAccess: true,
    award: true,
    flagsUnanswered: true,
    escalationsUnanswered: true,
    contract: true,
    amendmentsUnreviewed: true,
    visitsOpen: true,
    reports: true,
    codings: true,
  }).shape,
);

const caseView = z.strictObject({
  ...shownHead.shape,
  version: z.int(),
  hash: z.string(),
  /** Where its days begin and end, and by whose clock its acts are held: an IANA time zone. */
  zone: z.string(),
  /** Grave findings that nobody escalated in time or explained: how many, not which. */
  escalationsOverdue: z.optional(z.int()),
  requirements: z.array(judgedRequirement),
  /** Whose answer to a proposal is awaited, and until when. */
  proposals: z.array(z.strictObject({ person: z.string(), term: termInShortSchema })),
  /** The operations that the table of permissions lets the caller do now. */
  may: z.array(z.string()),
});

export const readCase = query({
  name: 'read-case',
  path: '/cases/{case}',
  summary: 'Read a case: where it stands, its team, and what is missing to leave its stage',
  query: nothingAsked,
  answers: caseView,
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { head, version, hash } = found;
    const standing = {
      head,
      instrument: INSTRUMENT[head.instrument],
      profile: profileOf(head.profile),
      now: ports.now(),
    };
    const reader = readerOf(request.caller);
    const requirements = judgeStage(standing).map((requirement) => requirementFor(reader, requirement, head));
    return {
      version,
      body: {
        ...shownHead.parse(head),
        version,
        hash,
        zone: standing.profile.zone.value,
        ...(head.escalationsOverdue === undefined ? {} : { escalationsOverdue: head.escalationsOverdue.open }),
        requirements: z.array(judgedRequirement).parse(requirements),
        proposals: head.team.flatMap(({ person, standing: stands, proposedAt }) =>
          stands === 'proposed' ? [{ person, term: termInShort(standing, 'proposal', proposedAt) }] : [],
        ),
        may: request.caller === undefined ? [] : [...operationsFor(request.caller, head)],
      },
    };
  },
});
