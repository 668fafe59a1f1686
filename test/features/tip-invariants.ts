import type { EntryWithContent } from '../../domain/case.ts';
import { mayReadContent } from '../../domain/reading/event-contents.ts';
import type { Role } from '../../events/vocabulary.ts';
import type { Asking, CaseFile } from '../support/case-file.ts';

/** One step of a walk, as far as tips go. */
interface TipStep {
  readonly before: CaseFile;
  readonly after: CaseFile;
  readonly asking: Asking;
}

/** What is wrong with the tips of a case after a step: each is answered once, and nothing tells who sent it. */
export const tipFlaws = ({ before, after, asking }: TipStep): readonly string[] => {
  const recorded = after.entries.slice(before.entries.length);
  return [
    ...recorded.flatMap((entry) => onceFlaws(entry, before)),
    ...recorded.flatMap((entry) => senderFlaws(entry, asking)),
    ...recorded.flatMap((entry) => readingFlaws(entry, after)),
  ];
};

/** What happens to a tip once at most. */
const ONCE: readonly EntryWithContent['type'][] = ['tip.answered.v1', 'tip.overdue.v1', 'tip.made-lead.v1'];

const tipOf = (entry: EntryWithContent): string | undefined => ('tip' in entry.data ? entry.data.tip : undefined);

const onceFlaws = (entry: EntryWithContent, { entries }: CaseFile): readonly string[] => {
  const tip = tipOf(entry);
  if (tip === undefined) return [];
  const isOf = (type: string) => entries.some((earlier) => earlier.type === type && tipOf(earlier) === tip);
  return [
    ...(ONCE.includes(entry.type) && isOf(entry.type) ? [`${entry.type} is there twice of ${tip}`] : []),
    ...(entry.type === 'tip.overdue.v1' && isOf('tip.answered.v1') ? [`${tip} is overdue though it was answered`] : []),
    ...(entry.type !== 'tip.received.v1' && !isOf('tip.received.v1') ? [`${tip} was never received`] : []),
  ];
};

const senderFlaws = (entry: EntryWithContent, { petitioner, input }: Asking): readonly string[] => {
  const isFile = entry.type === 'document.declared.v1' && entry.content?.['purpose'] === 'tip-file';
  if (entry.type !== 'tip.received.v1' && entry.type !== 'tip.added-to.v1' && !isFile) return [];
  const written = JSON.stringify(entry);
  const { receipt } = input as { readonly receipt: string };
  return [
    ...(entry.actor.person === 'unnamed' && entry.actor.role === 'public' ? [] : [`${entry.type} names its sender`]),
    ...(written.includes(petitioner.person) ? [`${entry.type} holds who sent it`] : []),
    ...(written.includes(receipt) ? [`${entry.type} holds the receipt code`] : []),
  ];
};

/** Those to whom no tip is ever told, wherever the case stands. */
const STRANGERS: readonly Role[] = [
  'public',
  'contracting-authority',
  'bidder-representative',
  'control-authority',
  'assessor',
  'administrator',
];

const readingFlaws = (entry: EntryWithContent, { state: { head, subjects }, now }: CaseFile): readonly string[] => {
  if (head === undefined || tipOf(entry) === undefined || entry.content === undefined) return [];
  const reads = (role: Role, person?: string): boolean =>
    mayReadContent(entry, {
      reader: { roles: [role], ...(person === undefined ? {} : { person }) },
      head,
      now,
      subjects,
    });
  const inTeam = head.team.flatMap(({ person }) =>
    reads('witness', person) || reads('member', person) ? [person] : [],
  );
  const tip = subjects.get(tipOf(entry) ?? '');
  const isLead = tip?.kind === 'tip' && tip.lead && entry.type !== 'tip.received.v1';
  return [
    ...STRANGERS.filter((role) => reads(role)).map((role) => `${role} reads ${entry.type}`),
    ...(isLead ? [] : inTeam.map((person) => `${person} reads ${entry.type}`)),
    ...(reads('coordinator', 'coordinator-1') ? [] : [`the coordinator does not read ${entry.type}`]),
  ];
};
