import type { Json, JsonObject } from '../../events/shapes.ts';
import type { Reading } from '../reading/may-read.ts';
import { type SubjectKind, type SubjectOf, subjectOf } from '../state.ts';
import type { RecordedCase } from './fold-case.ts';

/** Where the deployment is reached: what is published links back to it. */
export interface Publication {
  /** `https://veedor.example`, without a slash at its end. */
  readonly origin: string;
}

/** A case as everybody may read it when its last event was recorded. */
export interface PublicSight extends Reading {
  readonly recorded: RecordedCase;
  readonly subjects: RecordedCase['subjects'];
  /** The address of something of the case: `/acts`. */
  readonly url: (path?: `/${string}`) => string;
}

/** The reader is the public and the time that of the last event, so that the same record gives the same bytes whenever it is asked. */
export const publicSightOf = (recorded: RecordedCase, { origin }: Publication): PublicSight => ({
  reader: { roles: ['public'] },
  head: recorded.head,
  subjects: recorded.subjects,
  now: recorded.last.recordedAt,
  recorded,
  url: (path = '/') => `${origin}/cases/${recorded.head.case}${path === '/' ? '' : path}`,
});

/** The content of an event, by its version; undefined where it is not at hand. */
export type ContentOf = (version: number) => JsonObject | undefined;

/** What was written about one thing, as far as everybody may read it. */
export interface Written {
  readonly body: (version: number | undefined) => JsonObject | undefined;
  readonly text: (version: number | undefined, field: string) => string | undefined;
}

type Field = Json | undefined;

/** An object without what is absent: OCDS asks that empty fields and empty lists are left out. */
export const present = (fields: Readonly<Record<string, Field>>): JsonObject => {
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    kept[name] = value;
  }
  return kept;
};

/** A list of what is told about things of one sort. */
export interface Section {
  /** The versions whose contents it tells. */
  readonly wanted: (sight: PublicSight) => readonly number[];
  readonly compose: (sight: PublicSight, contentOf: ContentOf) => readonly JsonObject[];
}

/**
 * Tells of each thing what `show` says. It can reach no content of a thing but those that `readable` names: what a rule does not open
 * cannot be told by mistake.
 */
export const section = <Thing>(definition: {
  readonly things: (sight: PublicSight) => readonly Thing[];
  readonly readable?: (thing: Thing, sight: PublicSight) => readonly (number | undefined)[];
  readonly show: (thing: Thing, written: Written, sight: PublicSight) => JsonObject;
}): Section => {
  const versionsOf = (thing: Thing, sight: PublicSight): readonly number[] =>
    (definition.readable?.(thing, sight) ?? []).filter((version) => version !== undefined);
  return {
    wanted: (sight) => definition.things(sight).flatMap((thing) => versionsOf(thing, sight)),
    compose: (sight, contentOf) =>
      definition.things(sight).map((thing) => {
        const readable = new Set(versionsOf(thing, sight));
        const body: Written['body'] = (version) =>
          version !== undefined && readable.has(version) ? contentOf(version) : undefined;
        const text: Written['text'] = (version, field) => {
          const found = body(version)?.[field];
          return typeof found === 'string' ? found : undefined;
        };
        return definition.show(thing, { body, text }, sight);
      }),
  };
};

const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));

/** The things of one kind, in the order of their numbers. */
export const thingsOf = <K extends SubjectKind>(
  { subjects }: Pick<PublicSight, 'subjects'>,
  kind: K,
): readonly SubjectOf<K>[] =>
  [...subjects.keys()]
    .flatMap((id) => subjectOf(subjects, kind, id) ?? [])
    .toSorted((one, other) => numberOf(one.id) - numberOf(other.id));
