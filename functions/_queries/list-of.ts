import * as z from 'zod/mini';
import type { Reading } from '../../domain/reading/may-read.ts';
import { type SubjectKind, type SubjectOf, type Subjects, subjectOf } from '../../domain/state.ts';
import type { JsonObject } from '../../events/shapes.ts';
import { type ApiFunction, query, type Reading as ReadingOf } from '../_http/operation.ts';
import { paging, WRITTEN_PAGE_MAX } from '../_http/paging.ts';
import { caseAtHand, subjectsAtHand, subjectsPage } from './case-at-hand.ts';
import { readerOf } from './reader.ts';

/** How a reader is shown a thing: the case, the other things that the rules of reading look at, and the time. */
export interface Sight extends Reading {
  readonly subjects: Subjects;
  readonly now: string;
}

/** A text that somebody wrote, by the version of its event; undefined where there is none or it may not be read. */
export type TextIn = (version: number | undefined, field: string) => string | undefined;

/** The whole content of the event of a version; undefined where there is none or it may not be read. */
interface Contents {
  readonly content: (version: number | undefined) => JsonObject | undefined;
}

/** A list of the things of one kind, each with what was written about it as far as the reader may read it. */
export const listOf = <K extends SubjectKind, View extends z.core.$ZodType>(definition: {
  readonly kind: K;
  readonly plural: string;
  /** Who answers it; public-api unless said. */
  readonly function?: ApiFunction;
  /** Where under the case the list stands, if not right there. */
  readonly under?: `/${string}`;
  readonly summary: string;
  readonly view: View;
  /** Other things that must be at hand to tell what may be shown of this one. */
  readonly needs?: (subject: SubjectOf<K>) => readonly string[];
  /** The versions whose contents the reader may read of a thing: no others are fetched. */
  readonly mayRead?: (subject: SubjectOf<K>, sight: Sight) => readonly (number | undefined)[];
  readonly show: (subject: SubjectOf<K>, text: TextIn, sight: Sight & Contents) => z.core.input<View>;
}): ReadingOf<{ items: z.core.input<View>[] }> =>
  query({
    ...(definition.function === undefined ? {} : { function: definition.function }),
    name: `list-${definition.plural}`,
    path: `/cases/{case}${definition.under ?? ''}/${definition.plural}`,
    summary: definition.summary,
    query: paging,
    answers: z.strictObject({ items: z.array(definition.view) }),
    ask: async (ports, request) => {
      const found = await caseAtHand(ports, request);
      if (found === undefined) return undefined;
      const { head, version } = found;
      const limit = Math.min(request.query.limit, WRITTEN_PAGE_MAX);
      const page = await subjectsPage(ports, head.case, {
        kind: definition.kind,
        limit,
        cursor: request.query.cursor,
      });
      const byId = new Map(page.items.map((subject) => [subject.id, subject]));
      const things = [...byId.keys()].flatMap((id) => subjectOf(byId, definition.kind, id) ?? []);
      const subjects = await subjectsAtHand(ports, head.case, things.flatMap(definition.needs ?? (() => [])));
      const sight: Sight = { reader: readerOf(request.caller), head, subjects, now: ports.now() };
      const versions = things.flatMap((thing) => definition.mayRead?.(thing, sight) ?? []);
      const contents = await ports.cases.contents({
        case: head.case,
        versions: versions.filter((each) => each !== undefined),
      });
      const content: Contents['content'] = (of) => (of === undefined ? undefined : contents.get(of)?.body);
      const text: TextIn = (of, field) => {
        const written = content(of)?.[field];
        return typeof written === 'string' ? written : undefined;
      };
      const items = things.map((thing) => definition.show(thing, text, { ...sight, content }));
      return { body: { items }, version, ...(page.next === undefined ? {} : { next: page.next }) };
    },
  });
