import { decide } from '../../domain/case.ts';
import type { Command } from '../../domain/command.ts';
import type { CaseCommandName } from '../../domain/commands.ts';
import type { Head, Subjects } from '../../domain/state.ts';
import type { Caller } from '../_ports/ports.ts';
import { enrolledIn } from '../_record/roster-codec.ts';
import type { AgendaApiPorts } from './agenda-api-ports.ts';

interface Foreseen {
  readonly name: CaseCommandName;
  readonly command: Command;
  readonly input: unknown;
  readonly petitioner: Caller;
}

/**
 * Why a command would be refused if a case stood so, by the word of the problem; undefined where it would not. Nothing is recorded. The
 * command may have no text hashed.
 */
export const foreseenRefusal = async (
  { roster, clock }: Pick<AgendaApiPorts, 'roster' | 'clock'>,
  { name, command, input, petitioner }: Foreseen,
  { head, subjects }: { readonly head: Head; readonly subjects: Subjects },
): Promise<string | undefined> => {
  const understood = command.understand(input);
  if ('invalid' in understood) return 'input-invalid';
  const enrolled = await enrolledIn(roster, understood.enrolled({ head, subjects, person: petitioner.person }));
  const asking = { petitioner, now: clock.now(), digests: new Map<string, string>(), roster: enrolled };
  const decided = decide({ name, understood }, { head, subjects }, asking);
  return 'refusal' in decided ? decided.refusal.word : undefined;
};
