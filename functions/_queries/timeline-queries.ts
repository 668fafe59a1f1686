import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import { aboutIn } from '../../domain/notices/about.ts';
import { linkTo } from '../../domain/notices/link.ts';
import { saysOf } from '../../domain/notices/words.ts';
import { instant } from '../../events/shapes.ts';
import { ROLES } from '../../events/vocabulary.ts';
import { query } from '../_http/operation.ts';
import { paging } from '../_http/paging.ts';
import { caseAtHand } from './case-at-hand.ts';
import { incompleteAmong } from './manifest.ts';
import { readableContents } from './readable-contents.ts';
import { readerOf } from './reader.ts';
import { versionCursor } from './record-queries.ts';

const moment = z.strictObject({
  version: z.int(),
  type: z.string(),
  /** The fact in a sentence, in the language asked for. It says no more than the type. */
  says: z.string(),
  recordedAt: instant,
  observedAt: instant,
  by: z.strictObject({ person: z.string(), role: z.enum(ROLES) }),
  /** The thing that the fact names, and where the API shows it. */
  about: z.optional(z.string()),
  link: z.string(),
  /** What the fact tells everybody. */
  facts: z.record(z.string(), z.unknown()),
  /** What was written with it, where you may read it. */
  content: z.optional(z.record(z.string(), z.unknown())),
  /** Of an observation that you may read: some file that it announced is not there, or not usable. */
  incomplete: z.optional(z.literal(true)),
  /** True where something was written that you may not read, or not yet. */
  sealed: z.boolean(),
});

/** The one timeline of a case: the same moments for everybody, in order, each with what its reader may see of it. */
export const readTimeline = query({
  name: 'read-timeline',
  path: '/cases/{case}/timeline',
  summary: 'Read all that happened in a case, in order: the same for all sides, with as much as you may see',
  query: z.extend(paging, {
    cursor: z.optional(versionCursor),
    language: z._default(z.enum(LANGUAGES), 'es'),
  }),
  answers: z.strictObject({ items: z.array(moment) }),
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { head } = found;
    const { limit, cursor = '0', language } = request.query;
    const { items: events } = await ports.cases.entries({ case: head.case, after: Number(cursor), limit });
    const readable = await readableContents(ports, { head, events, reader: readerOf(request.caller) });
    const announcing = new Map(
      events.flatMap(({ version, type, data }) => {
        const content = readable.get(version)?.body;
        const isWritten = type === 'observation.filed.v1' || type === 'observation.corrected.v1';
        return isWritten && content !== undefined
          ? [[version, { observation: data.observation, content }] as const]
          : [];
      }),
    );
    const whole = await incompleteAmong(ports, head.case, [...announcing.values()]);
    const last = events.at(-1)?.version;
    return {
      body: {
        items: events.map(({ version, type, recordedAt, observedAt, actor, data, contentHash }) => {
          const about = aboutIn(data);
          const content = readable.get(version)?.body;
          const observed = announcing.get(version);
          return {
            version,
            type,
            says: saysOf(type, language),
            recordedAt,
            observedAt,
            by: { ...actor },
            ...(about === undefined ? {} : { about }),
            link: linkTo({ stream: head.case, ...(about === undefined ? {} : { about }) }),
            facts: { ...data },
            ...(content === undefined ? {} : { content: { ...content } }),
            ...(observed === undefined ? {} : whole(observed)),
            sealed: contentHash !== undefined && content === undefined,
          };
        }),
      },
      version: found.version,
      ...(last !== undefined && last < found.version ? { next: String(last) } : {}),
    };
  },
});
