import type { Capacity } from '../../domain/notices/concern.ts';
import { taskOf, termIn } from '../../domain/notices/what-to-do.ts';
import type { Instant } from '../../events/shapes.ts';
import type { Message } from '../_ports/outbox-ports.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { caseTold } from './case-told.ts';
import {
  type Composed,
  composeFact,
  composeMilestones,
  composePing,
  composeRoster,
  type Reader,
} from './compose-mail.ts';
import { entryOf } from './evidence-link.ts';

interface About {
  readonly what: Exclude<Message, { of: 'confirmation' | 'digest' }>;
  /** When it happened. */
  readonly at: Instant;
  readonly reader: Reader;
  /** In which capacity the reader is told. */
  readonly as: Capacity | undefined;
  readonly hasEvidence: boolean;
}

/** The mail about something, with what the record says to everybody about it: the case, and the term where one runs for the reader. */
export const composeFor = async (cases: CaseStore, { what, at, reader, as, hasEvidence }: About): Promise<Composed> => {
  switch (what.of) {
    case 'fact': {
      const task = taskOf(what.kind, as);
      const until = task?.hasTerm === true ? termIn((await entryOf(cases, what)).data) : undefined;
      const about = await caseTold(cases, what.case);
      return composeFact({ reader, kind: what.kind, at, about, task, until, hasEvidence });
    }
    case 'milestones':
      return composeMilestones({ reader, at, about: await caseTold(cases, what.case) });
    case 'roster':
      return composeRoster(reader, what.kind);
    case 'ping':
      return composePing(reader);
  }
};
