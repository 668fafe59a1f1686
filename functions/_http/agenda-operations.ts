import * as z from 'zod/mini';
import { AGENDA_AUDIENCES, AGENDA_KINDS, AGENDA_STATES, AGENDA_TASKS } from '../../domain/agenda/words.ts';
import { LANGUAGES } from '../../domain/languages.ts';
import { reason } from '../../domain/shapes.ts';
import { instant, personId } from '../../events/shapes.ts';
import { DEPARTURE_CAUSES, ESCALATION_STATES, INSTRUMENTS, ROLES, STAGES } from '../../events/vocabulary.ts';
import { CASE_ID } from './case-id.ts';
import type { ActionDescription, CalendarDescription, QueryDescription } from './operation.ts';
import { nothingAsked, paging } from './paging.ts';

/**
 * The agenda as the description of the API knows it: what each operation takes and answers. What it does stands in the function that
 * answers it, so that whoever describes the API does not load it.
 */
const OF_AGENDA = { kind: 'query', method: 'GET', function: 'agenda-api' } as const;
const ACTS = { kind: 'action', method: 'POST', function: 'agenda-api' } as const;

const caseId = z.string().check(z.regex(CASE_ID, { error: 'must be the id of a case' }));
const only = z.literal('true');
const days = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,2}$/, { error: 'must be a number from 1 to 999' })),
  z.transform(Number),
);

/** What an agenda can be asked for, and a feed be made of. */
const filters = {
  person: z.optional(personId),
  case: z.optional(caseId),
  instrument: z.optional(z.enum(INSTRUMENTS)),
  profile: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))),
  kind: z.optional(z.enum(AGENDA_KINDS)),
  role: z.optional(z.enum(ROLES)),
};
const ofTime = {
  /** Open ones unless said. */
  state: z.optional(z.enum(['open', 'settled'])),
  overdue: z.optional(only),
  withinDays: z.optional(days),
};

export const agendaView = z.strictObject({
  case: z.string(),
  title: z.string(),
  id: z.string(),
  kind: z.enum(AGENDA_KINDS),
  what: z.enum(AGENDA_TASKS),
  about: z.optional(z.string()),
  act: z.optional(z.string()),
  role: z.enum(ROLES),
  of: z.optional(z.string()),
  persons: z.array(z.string()),
  startedAt: instant,
  dueAt: instant,
  overdue: z.boolean(),
  /** Where the due date comes from a term: how its days were counted, and where that is explained day by day. */
  term: z.optional(
    z.strictObject({
      name: z.string(),
      zone: z.string(),
      startedAt: instant,
      daysCounted: z.int(),
      daysSkipped: z.int(),
      explained: z.string(),
    }),
  ),
  remindAt: z.optional(instant),
  remindedAt: z.optional(instant),
  instrument: z.enum(INSTRUMENTS),
  profile: z.strictObject({ id: z.string(), version: z.int() }),
  zone: z.string(),
  stage: z.enum(STAGES),
  audience: z.enum(AGENDA_AUDIENCES),
  state: z.enum(AGENDA_STATES),
  standsStill: z.boolean(),
  lapsed: z.boolean(),
  settledAt: z.optional(instant),
  sequence: z.int(),
  changedAt: instant,
});

const agendaList = z.strictObject({ items: z.array(agendaView) });

export const LIST_AGENDA = {
  ...OF_AGENDA,
  name: 'list-agenda',
  path: '/agenda',
  summary: 'List what is due in all cases, earliest first, for coordinators; a page may be short: follow its link',
  query: z.extend(paging, { ...filters, ...ofTime, unassigned: z.optional(only) }),
  answers: agendaList,
} as const satisfies QueryDescription;

export const LIST_MY_AGENDA = {
  ...OF_AGENDA,
  name: 'list-my-agenda',
  path: '/agenda/mine',
  summary: 'List what you must do, earliest first',
  query: z.extend(paging, ofTime),
  answers: agendaList,
} as const satisfies QueryDescription;

export const LIST_AGENDA_OF_CASE = {
  ...OF_AGENDA,
  name: 'list-agenda-of-case',
  path: '/cases/{case}/agenda',
  summary: 'List what is due in a case, earliest first; public acts and terms for everybody',
  query: z.extend(paging, ofTime),
  answers: agendaList,
} as const satisfies QueryDescription;

/** What somebody has to do, or what is to be done in a case. Counts stop at `countedMax`: `more` says that there are more. */
const loadView = {
  open: z.int(),
  overdue: z.int(),
  dueSoon: z.int(),
  more: z.boolean(),
  next: z.optional(agendaView),
};

const membershipView = z.strictObject({ case: z.string(), standing: z.enum(['proposed', 'accepted']) });

const personLoad = z.strictObject({
  of: z.literal('person'),
  person: z.string(),
  /** How many cases this person is on the team of, or proposed for. */
  cases: z.int(),
  ...loadView,
});
const caseLoad = z.strictObject({
  of: z.literal('case'),
  case: z.string(),
  title: z.string(),
  stage: z.enum(STAGES),
  suspended: z.boolean(),
  /** Since when nothing was heard of the team, where that is longer than its profile allows. */
  inactiveSince: z.optional(instant),
  team: z.array(z.strictObject({ person: z.string(), standing: z.enum(['proposed', 'accepted']) })),
  ...loadView,
});

const inboxView = z.strictObject({
  case: z.string(),
  title: z.string(),
  escalation: z.string(),
  controlAuthority: z.string(),
  tier: z.int(),
  state: z.enum(ESCALATION_STATES),
  /** How many findings it is about. */
  findings: z.int(),
  sentAt: instant,
  dueAt: instant,
  /** In whose days the term is counted. */
  zone: z.string(),
  overdue: z.boolean(),
  standsStill: z.boolean(),
  outcome: z.optional(z.string()),
  /** Where all that was done with it stands. */
  history: z.string(),
  /** Where its evidence is fetched as one ZIP. */
  bundle: z.string(),
});

export const LIST_MY_ESCALATIONS = {
  ...OF_AGENDA,
  name: 'list-my-escalations',
  path: '/escalations/mine',
  summary: 'List the escalations that you must answer for a control authority, over all cases, the most urgent first',
  query: z.extend(paging, ofTime),
  answers: z.strictObject({ items: z.array(inboxView) }),
} as const satisfies QueryDescription;

export const LIST_ASSIGNMENTS = {
  ...OF_AGENDA,
  name: 'list-assignments',
  path: '/assignments',
  summary: 'List who has how much to do, or with `by=case` what is to be done where, for coordinators',
  query: z.extend(paging, { by: z.optional(z.enum(['person', 'case'])) }),
  answers: z.strictObject({ items: z.array(z.discriminatedUnion('of', [personLoad, caseLoad])) }),
} as const satisfies QueryDescription;

export const READ_ASSIGNMENTS_OF_PERSON = {
  ...OF_AGENDA,
  name: 'read-assignments-of-person',
  path: '/assignments/{person}',
  summary: 'Read the cases of a person and how much there is to do',
  query: nothingAsked,
  answers: z.strictObject({ ...personLoad.shape, memberships: z.array(membershipView) }),
} as const satisfies QueryDescription;

const feedScope = z.discriminatedUnion(
  'of',
  [z.strictObject({ of: z.literal('mine') }), z.strictObject({ of: z.literal('filter'), ...filters })],
  { error: 'must be an object whose `of` is `mine` or `filter`' },
);
export type FeedScope = z.infer<typeof feedScope>;

const language = z.enum(LANGUAGES);
const LABEL = z.optional(z.string().check(z.regex(/^[\p{L}\p{N} .,-]{1,60}$/u)));

export const feedView = z.strictObject({
  id: z.string(),
  scope: feedScope,
  language,
  label: z.optional(z.string()),
  createdAt: instant,
  revokedAt: z.optional(instant),
});

export const OPEN_FEED = {
  ...ACTS,
  name: 'open-feed',
  path: '/feeds',
  summary: 'Make a calendar feed behind a secret address that is shown this once',
  body: z.strictObject({ scope: feedScope, language: z.optional(language), label: LABEL }),
  answers: z.strictObject({ ...feedView.shape, url: z.string() }),
} as const satisfies ActionDescription;

export const LIST_FEEDS = {
  ...OF_AGENDA,
  name: 'list-feeds',
  path: '/feeds',
  summary: 'List your calendar feeds, without their secret addresses',
  query: paging,
  answers: z.strictObject({ items: z.array(feedView) }),
} as const satisfies QueryDescription;

export const REVOKE_FEED = {
  ...ACTS,
  name: 'revoke-feed',
  path: '/feeds/{feed}/revocation',
  summary: 'Revoke a calendar feed: its address opens nothing from then on',
  body: z.strictObject({}),
  answers: feedView,
} as const satisfies ActionDescription;

export const REVOKE_FEEDS = {
  ...ACTS,
  name: 'revoke-feeds',
  path: '/feeds/revocations',
  summary: 'Revoke every calendar feed of a person, for administrators',
  body: z.strictObject({ person: personId }),
  answers: z.strictObject({ person: z.string(), revoked: z.int() }),
} as const satisfies ActionDescription;

export const READ_FEED = {
  kind: 'calendar',
  method: 'GET',
  function: 'agenda-api',
  name: 'read-feed',
  path: '/feeds/{secret}',
  summary: 'Fetch a calendar feed (RFC 5545) by its secret address, `/feeds/<secret>.ics`',
} as const satisfies CalendarDescription;

/** Cases in one reassignment: each costs two commands, and the caller waits. */
export const REASSIGNED_MAX = 100;

export const REASSIGN = {
  ...ACTS,
  name: 'reassign-cases',
  path: '/assignments/reassignments',
  summary: 'Let one person take the place of another in several cases; each answers for itself',
  body: z.strictObject({
    from: personId,
    to: personId,
    cases: z.union([z.literal('all'), z.array(caseId).check(z.minLength(1), z.maxLength(REASSIGNED_MAX))]),
    /** Why `from` leaves; a removal unless said. */
    cause: z.optional(z.enum(DEPARTURE_CAUSES)),
    reason,
  }),
  answers: z.strictObject({
    items: z.array(
      z.strictObject({
        case: z.string(),
        result: z.enum(['done', 'refused']),
        /** Why it was refused: the word of the problem. */
        word: z.optional(z.string()),
        version: z.optional(z.int()),
      }),
    ),
    /** There are more cases of this person than one call takes: send again with another key. */
    more: z.boolean(),
  }),
} as const satisfies ActionDescription;

/** Everything that agenda-api answers. */
export const AGENDA_DESCRIPTIONS = [
  LIST_AGENDA,
  LIST_MY_AGENDA,
  LIST_AGENDA_OF_CASE,
  LIST_MY_ESCALATIONS,
  LIST_ASSIGNMENTS,
  READ_ASSIGNMENTS_OF_PERSON,
  OPEN_FEED,
  LIST_FEEDS,
  REVOKE_FEED,
  REVOKE_FEEDS,
  READ_FEED,
  REASSIGN,
] as const;
