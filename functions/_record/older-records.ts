import * as z from 'zod/mini';
import type { CaseState } from '../../domain/case.ts';
import { type CaseParty, NOT_RECORDED, PARTIES, partiesOf } from '../../domain/interests/parties.ts';
import { holdingProcess, PROCESS } from '../../domain/process/process-state.ts';
import { BIDDERS, type Subject } from '../../domain/state.ts';
import type { CaseStore } from '../_ports/ports.ts';

/** The official data are imported by the second event of a case, right after its opening. */
const IMPORT_VERSION = 2;

const registered = z.looseObject({ name: z.string(), identifier: z.optional(z.string()) });

/**
 * A case that was opened before its process and its parties were kept as things has both in its contents, which never change. Where a
 * command looks at them, they are read from there: one request more, until a refresh keeps them.
 */
export const withOlderThings = async (
  cases: Pick<CaseStore, 'contents' | 'read'>,
  state: CaseState,
  wanted: readonly string[],
): Promise<CaseState> => {
  const missing = [PROCESS, PARTIES].filter((id) => wanted.includes(id) && !state.subjects.has(id));
  if (state.head === undefined || missing.length === 0) return state;
  const found = await olderThings(cases, state.head.case, missing);
  return {
    ...state,
    subjects: new Map([...state.subjects, ...found.map((subject) => [subject.id, subject] as const)]),
  };
};

const olderThings = async (
  cases: Pick<CaseStore, 'contents' | 'read'>,
  caseId: string,
  missing: readonly string[],
): Promise<readonly Subject[]> => {
  const { subjects } = await cases.read({ case: caseId, subjects: [BIDDERS] });
  const stored = subjects.get(BIDDERS);
  const namedIn = z.looseObject({ bidders: z.record(z.string(), z.looseObject({ namedIn: z.int() })) });
  const bidders = stored === undefined ? {} : namedIn.parse(JSON.parse(stored.state)).bidders;
  const versions = Object.values(bidders).map((bidder) => bidder.namedIn);
  const contents = await cases.contents({ case: caseId, versions: [...new Set([IMPORT_VERSION, ...versions])] });
  const { process } = holdingProcess.parse(contents.get(IMPORT_VERSION)?.body ?? {});
  if (process === undefined) return [];
  const byHand = Object.entries(bidders).flatMap(([party, bidder]): readonly CaseParty[] => {
    const { data } = bidder.namedIn === IMPORT_VERSION ? {} : registered.safeParse(contents.get(bidder.namedIn)?.body);
    if (data === undefined) return [];
    return [
      { party, name: data.name, ...(data.identifier === undefined ? {} : { identifier: { id: data.identifier } }) },
    ];
  });
  const about = { recordedIn: NOT_RECORDED };
  const things: readonly Subject[] = [
    { ...about, kind: 'process', id: PROCESS, readIn: IMPORT_VERSION, process },
    { ...about, kind: 'parties', id: PARTIES, parties: [...partiesOf(process), ...byHand] },
  ];
  return things.filter(({ id }) => missing.includes(id));
};
