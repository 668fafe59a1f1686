import { useRef, useState } from 'preact/hooks';
import type { Answered, Api } from '../app/api.ts';
import { asHanded, type HandedFile, handIn, type Place } from '../app/hand-in.ts';
import { isRecord } from '../app/kept-text.ts';
import { useTools } from '../app/tools.ts';
import type { ActFormProps } from './act-form.tsx';
import type { Act, Ask } from './acts/act.ts';
import type { Written } from './acts/body-of.ts';

type Failure = Exclude<Answered, { kind: 'done' }>;
type FileAsk = Extract<Ask, { kind: 'file' | 'files' }>;

const fileAsksIn = (asks: readonly Ask[]): readonly FileAsk[] =>
  asks.flatMap((field) => (field.kind === 'file' || field.kind === 'files' ? [field] : []));

type AnnouncedAsk = Extract<Ask, { kind: 'announced' }>;

const announcedIn = (asks: readonly Ask[]): readonly AnnouncedAsk[] =>
  asks.flatMap((field) => (field.kind === 'announced' ? [field] : []));

/** A file as the act announces it: a line of its field. */
const lineOf = ({ name, mediaType, bytes, sha256 }: HandedFile): string =>
  JSON.stringify({ name, mediaType, sizeBytes: bytes.size, sha256 });

/** What the fields of announced files say: those that were announced before, and those that were chosen now. */
const announced = async (
  asks: readonly Ask[],
  written: Written,
  files: Readonly<Record<string, readonly File[]>>,
): Promise<Written> => {
  const fields: Record<string, string> = {};
  for (const { name } of announcedIn(asks)) {
    const chosen = await Promise.all((files[name] ?? []).map(asHanded));
    const before = written[name] ?? '';
    fields[name] = [...before.split('\n').filter(Boolean), ...chosen.map(lineOf)].join('\n');
  }
  return fields;
};

/** How often, and how long after one another in milliseconds, it is asked whether a file was looked into. */
const LOOKS_MAX = 20;
const LOOK_EVERY_MS = 500;

const ask = (url: string, request: RequestInit): Promise<Response> => fetch(url, request);

/** The API takes no other text of a pact than the one that is deposited: the file of a new edition follows the act that names it. */
const FOLLOWS_ITS_ACT = 'pact-text-differs';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Waits until a file was looked into; false where that takes longer than somebody waits. */
const isLookedInto = async (
  api: Pick<Api, 'read'>,
  { case: caseId, document }: { readonly case: string; readonly document: string },
): Promise<boolean> => {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const answered = await api.read(`/cases/${caseId}/documents/${document}`);
    const state = answered.kind === 'done' && isRecord(answered.body) ? answered.body['state'] : undefined;
    // What was refused is told by the act: it names the file and why.
    if (state === 'usable' || state === 'refused') return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
};

/**
 * The files of a form: handed in before the act that names them, so that the act never names what did not come. The act commits to
 * their hashes.
 */
export const useHandIn = (act: Act, ids: ActFormProps['ids']) => {
  const { api } = useTools();
  const [files, setFiles] = useState<Readonly<Record<string, readonly File[]>>>({});
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [isAwaited, setAwaited] = useState(false);
  const following = useRef<readonly { readonly file: HandedFile; readonly place: Place }[]>([]);
  const caseId = ids['case'] ?? '';
  const bringOne = async (
    file: HandedFile,
    { attachedTo: to, hangsOn = act.on, purpose }: FileAsk,
  ): Promise<boolean> => {
    const place = { case: caseId, purpose, attachedTo: to ?? ids[hangsOn] ?? '' };
    const handed = await handIn({ api, fetch: ask }, file, place);
    if (handed.kind === 'refused' && handed.word === FOLLOWS_ITS_ACT) {
      following.current = [...following.current, { file, place }];
      return true;
    }
    if (handed.kind !== 'done') {
      setFailure(handed);
      return false;
    }
    if (handed.state === 'usable' || (await isLookedInto(api, { case: caseId, document: handed.document })))
      return true;
    setAwaited(true);
    return false;
  };
  /** The hashes of the files of a field, one a line; undefined where one did not come through. */
  const bringField = async (field: FileAsk): Promise<string | undefined> => {
    const handed = await Promise.all((files[field.name] ?? []).map(asHanded));
    for (const file of handed) if (!(await bringOne(file, field))) return undefined;
    return handed.map(({ sha256 }) => sha256).join('\n');
  };
  /** Brings what the act announced or named first, once it is on record. Answers whether all of it came. */
  const bringAnnounced = async (made: string): Promise<boolean> => {
    setBusy(true);
    const toBring = announcedIn(act.asks).flatMap(({ name, purpose }) =>
      (files[name] ?? []).map(async (file) => ({
        file: await asHanded(file),
        place: { case: caseId, purpose, attachedTo: made },
      })),
    );
    const all = [...following.current, ...(await Promise.all(toBring))];
    const came = await Promise.all(
      all.map(async ({ file, place }) => (await handIn({ api, fetch: ask }, file, place)).kind === 'done'),
    );
    setBusy(false);
    return came.every(Boolean);
  };
  return {
    files,
    announce: (written: Written) => announced(act.asks, written, files),
    bringAnnounced,
    isBusy,
    failure,
    /** It came and is still being looked into: sending again goes on. */
    isAwaited,
    choose: (pointer: string, chosen: readonly File[]): void => setFiles({ ...files, [pointer]: chosen }),
    /** Brings all of them. Answers their hashes as the fields of the form say them; undefined where one did not come through. */
    bring: async (): Promise<Readonly<Record<string, string>> | undefined> => {
      following.current = [];
      setFailure(undefined);
      setAwaited(false);
      setBusy(true);
      try {
        const hashes: Record<string, string> = {};
        for (const field of fileAsksIn(act.asks)) {
          const brought = await bringField(field);
          if (brought === undefined) return undefined;
          hashes[field.name] = brought;
        }
        return hashes;
      } finally {
        setBusy(false);
      }
    },
  };
};
