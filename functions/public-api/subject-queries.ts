import * as z from 'zod/mini';
import { answerDueAt } from '../../domain/escalations/escalate-findings.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import {
  actSchema,
  amendmentSchema,
  BIDDERS,
  escalationSchema,
  flagSchema,
  type Head,
  type SubjectKind,
  type SubjectOf,
  subjectOf,
  visitSchema,
} from '../../domain/state.ts';
import { type QueryOperation, query } from '../_http/operation.ts';
import { caseAtHand, subjectAtHand, subjectsPage } from './case-at-hand.ts';
import { nothingAsked, paging } from './paging.ts';

/** A list of the things of one kind that hide nothing from anybody. */
const listOf = <K extends SubjectKind, View extends z.core.$ZodType>(definition: {
  readonly kind: K;
  readonly plural: string;
  readonly summary: string;
  readonly view: View;
  readonly show: (subject: SubjectOf<K>, head: Head, now: string) => z.core.input<View>;
}): QueryOperation =>
  query({
    name: `list-${definition.plural}`,
    path: `/cases/{case}/${definition.plural}`,
    summary: definition.summary,
    query: paging,
    answers: z.strictObject({ items: z.array(definition.view) }),
    ask: async (ports, request) => {
      const found = await caseAtHand(ports, request);
      if (found === undefined) return undefined;
      const { limit, cursor } = request.query;
      const page = await subjectsPage(ports, found.head.case, { kind: definition.kind, limit, cursor });
      const things = new Map(page.items.map((subject) => [subject.id, subject]));
      const items = [...things.keys()].flatMap((id) => {
        const subject = subjectOf(things, definition.kind, id);
        return subject === undefined ? [] : [definition.show(subject, found.head, ports.now())];
      });
      return { body: { items }, version: found.version, ...(page.next === undefined ? {} : { next: page.next }) };
    },
  });

const escalationView = z.extend(escalationSchema, { dueAt: z.string() });

export const subjectLists: readonly QueryOperation[] = [
  listOf({
    kind: 'act',
    plural: 'acts',
    summary: 'List the acts of a case and how each was accounted for',
    view: actSchema,
    show: (act) => act,
  }),
  listOf({
    kind: 'flag',
    plural: 'flags',
    summary: 'List the red flags of a case and their answers',
    view: flagSchema,
    show: (flag) => flag,
  }),
  listOf({
    kind: 'escalation',
    plural: 'escalations',
    summary: 'List the escalations of a case, each with its state and when its answer is due',
    view: escalationView,
    show: (escalation, head, now) => ({
      ...escalation,
      dueAt: answerDueAt({ head, profile: profileOf(head.profile), now }, escalation.sentAt),
    }),
  }),
  listOf({
    kind: 'amendment',
    plural: 'amendments',
    summary: 'List the amendments of the contract',
    view: amendmentSchema,
    show: (amendment) => amendment,
  }),
  listOf({
    kind: 'visit',
    plural: 'visits',
    summary: 'List the site visits of a case',
    view: visitSchema,
    show: (visit) => visit,
  }),
];

const bidderView = z.strictObject({
  bidder: z.string(),
  name: z.string(),
  signature: z.enum(['awaited', 'signed', 'refused']),
});

/** A bidder is named by the official data, one among others, or by the event that registered it. */
const namesOf = (body: unknown): ((bidder: string) => string | undefined) => {
  const official = z
    .object({ process: z.object({ bidders: z.array(z.object({ name: z.string() })) }) })
    .safeParse(body);
  if (official.success)
    return (bidder) => official.data.process.bidders[Number(bidder.slice('bidder-'.length)) - 1]?.name;
  const registered = z.object({ name: z.string() }).safeParse(body);
  return () => (registered.success ? registered.data.name : undefined);
};

export const listBidders = query({
  name: 'list-bidders',
  path: '/cases/{case}/bidders',
  summary: 'List the bidders of the process and whether each signed the pact',
  query: nothingAsked,
  answers: z.strictObject({ items: z.array(bidderView) }),
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const list = await subjectAtHand(ports, found.head.case, BIDDERS);
    const bidders = list?.kind === 'bidders' ? Object.entries(list.bidders) : [];
    const versions = [...new Set(bidders.map(([, { namedIn }]) => namedIn))];
    const contents = await ports.cases.contents({ case: found.head.case, versions });
    const names = new Map(versions.map((version) => [version, namesOf(contents.get(version)?.body)]));
    return {
      body: {
        items: bidders.map(([bidder, { signature, namedIn }]) => ({
          bidder,
          name: names.get(namedIn)?.(bidder) ?? bidder,
          signature,
        })),
      },
      version: found.version,
    };
  },
});
