import { useEffect, useRef, useState } from 'preact/hooks';
import { isRecord } from '../../app/kept-text.ts';
import { useTools } from '../../app/tools.ts';
import { type Chain, type ContentShown, type EventShown, followed, isCommitted, UNREAD } from './chain.ts';

type Failure = 'ended' | 'no-network' | 'failed';

/** The contents of a record as far as they were held against what the events commit to. */
export interface Contents {
  readonly checked: number;
  /** Not for this reader, or not yet. */
  readonly unread: number;
  /** The first that is not what its event committed to. */
  readonly wrong?: number;
  readonly isDone: boolean;
}

interface RecordRead {
  readonly chain: Chain;
  readonly events: readonly EventShown[];
  readonly isWhole: boolean;
  readonly failure?: Failure;
}

// The API of the same house answered it: that there is a list, or a content, is all that is asked.
const isPage = (body: unknown): body is { readonly items: readonly EventShown[] } =>
  isRecord(body) && Array.isArray(body['items']);
const isContent = (body: unknown): body is ContentShown => isRecord(body) && isRecord(body['content']);

/** Whether the component that asked is still there. */
const useIsHere = (): (() => boolean) => {
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  return () => isHere.current;
};

const NOTHING_READ: RecordRead = { chain: UNREAD, events: [], isWhole: false };

/** Reads the record of a case to its end, and follows its chain as it comes. What was read stays when the network goes. */
export const useRecord = (caseId: string) => {
  const { api } = useTools();
  const [read, setRead] = useState(NOTHING_READ);
  const isHere = useIsHere();
  const goOn = async (from: RecordRead): Promise<void> => {
    let soFar: RecordRead = { chain: from.chain, events: from.events, isWhole: false };
    for (let next: string | undefined = pathAfter(caseId, soFar.events.length); next !== undefined && isHere(); ) {
      const answered = await api.read(next);
      if (answered.kind !== 'done' || !isPage(answered.body)) {
        const failure = answered.kind === 'done' || answered.kind === 'refused' ? 'failed' : answered.kind;
        if (isHere()) setRead({ ...soFar, failure });
        return;
      }
      const { items } = answered.body;
      next = answered.next;
      soFar = {
        chain: await followed(soFar.chain, items),
        events: [...soFar.events, ...items],
        isWhole: next === undefined,
      };
      if (isHere()) setRead(soFar);
    }
  };
  useEffect(() => void goOn(NOTHING_READ), [caseId]);
  return { ...read, goOn: () => void goOn(read) };
};

const pathAfter = (caseId: string, version: number): string => `/cases/${caseId}/events?limit=100&cursor=${version}`;

const NO_CONTENTS: Contents = { checked: 0, unread: 0, isDone: false };

/** Holds what people wrote against what the events commit to, one after the other, where it may be read. */
export const useContents = (caseId: string, events: readonly EventShown[]) => {
  const { api } = useTools();
  const [contents, setContents] = useState<Contents>();
  const [failure, setFailure] = useState<Failure>();
  const isHere = useIsHere();
  const check = async (): Promise<void> => {
    let soFar = NO_CONTENTS;
    setFailure(undefined);
    setContents(soFar);
    for (const event of events.filter(({ contentHash }) => contentHash !== undefined)) {
      if (!isHere()) return;
      const answered = await api.read(`/cases/${caseId}/events/${event.version}/content`);
      if (answered.kind === 'refused') soFar = { ...soFar, unread: soFar.unread + 1 };
      else if (answered.kind !== 'done' || !isContent(answered.body)) {
        setFailure(answered.kind === 'done' ? 'failed' : answered.kind);
        return;
      } else if (await isCommitted(event, answered.body)) soFar = { ...soFar, checked: soFar.checked + 1 };
      else soFar = { ...soFar, wrong: soFar.wrong ?? event.version };
      setContents(soFar);
    }
    setContents({ ...soFar, isDone: true });
  };
  return { contents, failure, check: () => void check() };
};
