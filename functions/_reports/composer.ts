import { type SubjectKind, type SubjectOf, subjectOf } from '../../domain/state.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { Block } from '../_http/report-document.ts';
import type { Contents, ReportAtHand } from './report-at-hand.ts';

/** Things composed at once, with their contents: never more texts than these are held. */
const COMPOSED_PAGE = 25;

/** How the items of a section come about, from the first that is wanted on. */
export type Composer = (at: ReportAtHand, from: number) => AsyncGenerator<Block>;

/** What was written with an event, as far as it was asked for. */
export interface Written {
  readonly text: (version: number | undefined, field: string) => string | undefined;
  readonly body: (version: number | undefined) => JsonObject | undefined;
}

const writtenIn = (contents: Contents): Written => {
  const body: Written['body'] = (version) => (version === undefined ? undefined : contents.get(version)?.body);
  return {
    body,
    text: (version, field) => {
      const found = body(version)?.[field];
      return typeof found === 'string' ? found : undefined;
    },
  };
};

/** A section of one item for each thing: which there are, the contents that the reader may read of each, and how it is shown. */
export const eachOf = <Thing>(
  thingsOf: (at: ReportAtHand) => readonly Thing[],
  section: {
    readonly mayRead?: (thing: Thing, at: ReportAtHand) => readonly (number | undefined)[];
    readonly show: (thing: Thing, written: Written, at: ReportAtHand) => Block;
  },
): Composer =>
  async function* (at, from) {
    const things = thingsOf(at);
    for (let start = from; start < things.length; start += COMPOSED_PAGE) {
      const some = things.slice(start, start + COMPOSED_PAGE);
      const versions = some.flatMap((thing) => section.mayRead?.(thing, at) ?? []).filter((one) => one !== undefined);
      const written = writtenIn(versions.length === 0 ? new Map() : await at.contents(versions));
      for (const thing of some) yield section.show(thing, written, at);
    }
  };

/** What is at hand without reading more. */
export const these = (blocks: (at: ReportAtHand) => readonly Block[]): Composer =>
  eachOf(blocks, { show: (block) => block });

/** The things of one kind, in the order of their numbers. */
export const ofKind = <K extends SubjectKind>({ subjects }: ReportAtHand, kind: K): readonly SubjectOf<K>[] =>
  [...subjects.keys()].flatMap((id) => subjectOf(subjects, kind, id) ?? []);
