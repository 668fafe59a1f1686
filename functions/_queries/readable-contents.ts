import type { Reader } from '../../domain/observations/seal.ts';
import { mayReadContent, thingsBehind, thingsBehindThose } from '../../domain/reading/event-contents.ts';
import type { Head } from '../../domain/state.ts';
import type { Content, RecordEntry } from '../../events/record.ts';
import type { QueryPorts } from '../_http/operation.ts';
import { subjectsAtHand } from './case-at-hand.ts';

/**
 * What was written with some events of a case, as far as a reader may read it now, by version; with everything that the decision needs,
 * however many events there are: the contents, the things behind the events, and the things behind those.
 */
export const readableContents = async (
  ports: QueryPorts,
  { head, events, reader }: { head: Head; events: readonly RecordEntry[]; reader: Reader },
): Promise<ReadonlyMap<number, Content>> => {
  const committing = events.filter(({ contentHash }) => contentHash !== undefined);
  const versions = committing.map(({ version }) => version);
  const contents = versions.length === 0 ? undefined : await ports.cases.contents({ case: head.case, versions });
  const kept = committing.flatMap((event) => {
    const content = contents?.get(event.version);
    return content === undefined ? [] : [{ content, entry: { ...event, content: content.body } }];
  });
  const things = await subjectsAtHand(
    ports,
    head.case,
    kept.flatMap(({ entry }) => thingsBehind(entry)),
  );
  const subjects = new Map([...things, ...(await subjectsAtHand(ports, head.case, thingsBehindThose(things)))]);
  const reading = { reader, head, subjects, now: ports.now() };
  return new Map(
    kept.flatMap(({ content, entry }) => (mayReadContent(entry, reading) ? [[content.version, content] as const] : [])),
  );
};
