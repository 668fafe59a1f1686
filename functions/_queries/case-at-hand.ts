import type { Head, Subject, SubjectKind, Subjects } from '../../domain/state.ts';
import { CASE_ID } from '../_http/case-id.ts';
import type { QueryPorts, QueryRequest } from '../_http/operation.ts';
import type { Page } from '../_ports/ports.ts';
import { stateOf, subjectFrom } from '../_record/state-codec.ts';

export interface CaseAtHand {
  readonly head: Head;
  readonly version: number;
  readonly hash: string;
}

/** The case that a path names, or nothing. */
export const caseAtHand = async (
  ports: Pick<QueryPorts, 'cases'>,
  { parameters }: Pick<QueryRequest<unknown>, 'parameters'>,
): Promise<CaseAtHand | undefined> => {
  const id = parameters.case ?? '';
  if (!CASE_ID.test(id)) return undefined;
  const reading = await ports.cases.read({ case: id, subjects: [] });
  const { head } = stateOf(reading);
  return head === undefined || reading.head === undefined
    ? undefined
    : { head, version: reading.head.version, hash: reading.head.hash };
};

/** One thing of a case, or nothing. */
export const subjectAtHand = async (
  ports: Pick<QueryPorts, 'cases'>,
  caseId: string,
  id: string,
): Promise<Subject | undefined> => {
  const { subjects } = await ports.cases.read({ case: caseId, subjects: [id] });
  const stored = subjects.get(id);
  return stored === undefined ? undefined : subjectFrom(stored);
};

/** Keys that one reading of a case takes beside its head, with room to spare (DynamoDB reads 100 at once). */
const SUBJECTS_READ_MAX = 90;

/** Several things of a case; those that are not there are left out. */
export const subjectsAtHand = async (
  ports: Pick<QueryPorts, 'cases'>,
  caseId: string,
  ids: readonly string[],
): Promise<Subjects> => {
  const wanted = [...new Set(ids)];
  const found = new Map<string, Subject>();
  for (let start = 0; start < wanted.length; start += SUBJECTS_READ_MAX) {
    const some = wanted.slice(start, start + SUBJECTS_READ_MAX);
    const { subjects } = await ports.cases.read({ case: caseId, subjects: some });
    for (const [id, stored] of subjects) found.set(id, subjectFrom(stored));
  }
  return found;
};

/** A page of the things of one kind, in the order of their numbers. */
export const subjectsPage = async (
  ports: QueryPorts,
  caseId: string,
  { kind, cursor, limit }: { kind: SubjectKind; cursor: string | undefined; limit: number },
): Promise<Page<Subject>> => {
  const page = await ports.cases.subjects({
    case: caseId,
    kind,
    limit,
    ...(cursor === undefined ? {} : { from: cursor }),
  });
  return { ...page, items: page.items.map(subjectFrom) };
};
