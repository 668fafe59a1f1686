import type { Answered, Api } from '../app/api.ts';
import { type HandInParts, handIn } from '../app/hand-in.ts';
import type { Pass } from '../app/session.ts';
import type { Turns } from './alone.ts';
import {
  type Composed,
  fileName,
  ITEMS,
  type Item,
  isItem,
  isOpen,
  isWaiting,
  itemName,
  type KeptFile,
  type Problem,
  receiptIn,
  standingOf,
  type Trouble,
} from './items.ts';
import type { Changes } from './store.ts';
import type { Bytes, Vault } from './vault.ts';

export interface OutboxParts {
  readonly vault: Vault;
  readonly turns: Turns;
  readonly api: Api;
  readonly pass: () => Promise<Pass>;
  readonly fetch: HandInParts['fetch'];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told after each step that is kept. */
  readonly changed: () => void;
}

/** What came of a run. */
export interface Ran {
  /** How much is left to be sent. */
  readonly left: number;
  /** Whether it got anything done. */
  readonly moved: boolean;
  readonly trouble?: Trouble;
}

/** The queue of what somebody wrote. Everything in it is sent once, however often the network, the page or the device breaks. */
export interface Outbox {
  /** What this person wrote, oldest first. */
  readonly list: (person: string) => Promise<readonly Item[]>;
  /** How much of others waits on this device. */
  readonly ofOthers: (person: string) => Promise<number>;
  /** Takes it in, and lets go of its draft with it. Rejects where there is no room; then the draft stays. */
  readonly add: (person: string, composed: Composed, draft?: string) => Promise<string>;
  /** Makes a draft of it again, where nothing of it was sent, or it was refused. Undefined where it may have come already. */
  readonly take: (id: string, draft: (item: Item) => Changes) => Promise<Item | undefined>;
  readonly remove: (id: string) => Promise<void>;
  /** Tries again what was refused, as it is. */
  readonly retry: (id: string) => Promise<void>;
  /** Sends what waits: first every text, then file by file. Undefined where another tab or the worker is at it. */
  readonly run: () => Promise<Ran | undefined>;
}

const RUN = 'veedor.outbox';
/** They are told as refusals, and come to nothing when the same is sent again. */
const PASSING = ['lost-every-race', 'busy'];

export const openOutbox = (parts: OutboxParts): Outbox => {
  const { vault, changed } = parts;
  const every = async (): Promise<readonly Item[]> =>
    (await vault.under(ITEMS))
      .map(([, value]) => value)
      .filter(isItem)
      .toSorted((one, other) => one.composedAt - other.composedAt);
  const drop = async (id: string): Promise<void> => {
    const item = await vault.read(itemName(id));
    const files = isItem(item) ? item.files : [];
    await vault.change(itemName(id), () => undefined, filesGone(files));
    changed();
  };
  return {
    list: async (person) => (await every()).filter((item) => item.person === person),
    ofOthers: async (person) => (await every()).filter((item) => item.person !== person && isOpen(item)).length,
    add: async (person, composed, draft) => {
      const gone = draft === undefined ? {} : { [draft]: undefined };
      const itemOf = (key: string): Item => ({ ...composed, key, id: key, person, composedAt: parts.now() });
      const { key } = composed;
      // Whoever taps twice files once. What stands there may be on its way, or have its receipt.
      const there = await vault.change(itemName(key), (known) => (isItem(known) ? known : itemOf(key)), gone);
      const isThis = isItem(there) && JSON.stringify(there.body) === JSON.stringify(composed.body);
      // The same draft went on in another tab, and says something else.
      const id = isThis ? key : crypto.randomUUID();
      await vault.write({ ...gone, ...(isThis ? {} : { [itemName(id)]: itemOf(id) }) });
      changed();
      return id;
    },
    take: async (id, draft) => {
      const item = await vault.read(itemName(id));
      if (!isItem(item)) return undefined;
      const isStill = (known: unknown) =>
        isItem(known) && known.receipt === undefined && known.isUncertain === undefined;
      const left = await vault.change(itemName(id), (known) => (isStill(known) ? undefined : known), draft(item));
      changed();
      return left === undefined ? item : undefined;
    },
    remove: drop,
    retry: async (id) => {
      await onItem(parts, id, ({ refused: _, ...item }) => ({ ...item, files: item.files.map(unrefused) }));
    },
    run: () => parts.turns.ifFree(RUN, () => run(parts, every)),
  };
};

const unrefused = ({ refused: _, ...file }: KeptFile): KeptFile => file;

const filesGone = (files: readonly KeptFile[]) => Object.fromEntries(files.map(({ id }) => [fileName(id), undefined]));

/** Changes an item that is still there, and tells. Answers it as it stands then. */
const onItem = async (
  { vault, changed }: OutboxParts,
  id: string,
  change: (item: Item) => Item | undefined,
): Promise<Item | undefined> => {
  const next = await vault.change(itemName(id), (known) => (isItem(known) ? (change(known) ?? known) : known));
  changed();
  return isItem(next) ? next : undefined;
};

const run = async (parts: OutboxParts, every: () => Promise<readonly Item[]>): Promise<Ran> => {
  const pass = await parts.pass();
  const person = pass.kind === 'token' ? pass.who.person : undefined;
  const own = (await every()).filter((item) => isOpen(item) && (person === undefined || item.person === person));
  if (pass.kind !== 'token') {
    const trouble = pass.kind;
    for (const { id } of own) await onItem(parts, id, (item) => ({ ...item, trouble }));
    return { left: own.length, moved: false, trouble };
  }
  const done = await sendAll(parts, own, pass.who.person);
  const left = (await every()).filter((item) => isOpen(item) && item.person === person).length;
  return { ...done, left };
};

type Step = 'moved' | 'stayed' | Trouble;

/** One request that is lost is no dead network; after so many in a row nobody waits for the others to run into their ends, too. */
const LOST_MAX = 2;

/** Text first: it is small, and it counts. What fails for one may do for the next; without network or session nothing does. */
const sendAll = async (parts: OutboxParts, items: readonly Item[], person: string): Promise<Omit<Ran, 'left'>> => {
  const steps = [
    ...items.map(
      ({ id }) =>
        () =>
          sendText(parts, id),
    ),
    ...items.flatMap(({ id, files }) => files.map((file) => () => sendFile(parts, id, file.id))),
  ];
  let moved = false;
  let trouble: Trouble | undefined;
  let lost = 0;
  for (const step of steps) {
    const pass = await parts.pass();
    // Somebody else has signed in meanwhile: nothing goes under their name that they did not write.
    if (pass.kind === 'token' && pass.who.person !== person) break;
    const came = await step();
    if (came === 'moved') moved = true;
    else if (came !== 'stayed') trouble = came;
    lost = came === 'no-network' ? lost + 1 : 0;
    if (came === 'ended' || lost === LOST_MAX) break;
  }
  return { moved, ...(trouble === undefined ? {} : { trouble }) };
};

const sendText = async (parts: OutboxParts, id: string): Promise<Step> => {
  const before = { isUncertain: false };
  // From here on it may have come, whatever we hear.
  const item = await onItem(parts, id, (known) => {
    before.isUncertain = known.isUncertain === true;
    return isTextOpen(known) ? { ...known, isUncertain: true } : undefined;
  });
  if (item === undefined || !isTextOpen(item)) return 'stayed';
  const { path, body, key } = item;
  const answered = told(await parts.api.send({ form: id, path, body, key }));
  const receipt = answered.kind === 'done' ? receiptIn(answered.body) : undefined;
  await onItem(parts, id, ({ isUncertain: _, trouble: __, ...known }) => {
    if (receipt !== undefined) return { ...known, receipt };
    switch (answered.kind) {
      case 'refused':
        return { ...known, refused: problemOf(answered) };
      case 'ended':
        return { ...known, trouble: 'ended', ...(before.isUncertain ? { isUncertain: true } : {}) };
      default:
        return { ...known, isUncertain: true, trouble: answered.kind === 'done' ? 'failed' : answered.kind };
    }
  });
  return stepOf(answered, receipt !== undefined);
};

const isTextOpen = (item: Item): boolean => ['waits', 'uncertain'].includes(standingOf(item));

const sendFile = async (parts: OutboxParts, id: string, fileId: string): Promise<Step> => {
  const item = await parts.vault.read(itemName(id));
  const file = isItem(item) ? item.files.find((each) => each.id === fileId) : undefined;
  if (!isItem(item) || file === undefined || !isWaiting(file)) return 'stayed';
  const attachedTo = item.attachedTo ?? item.receipt?.created;
  if (item.receipt === undefined || attachedTo === undefined) return 'stayed';
  const bytes = await parts.vault.read(fileName(fileId));
  const brought = isBytes(bytes)
    ? told(await bring(parts, item, { file, bytes, attachedTo }))
    : { kind: 'refused' as const, word: 'file-gone', detail: '', flaws: [], unmet: [] };
  const became = (changed: Partial<KeptFile>, also = {}) => changeFile(parts, id, { id: fileId, changed, also });
  switch (brought.kind) {
    case 'done':
      await became({ document: brought.document }, { [fileName(fileId)]: undefined });
      return 'moved';
    case 'refused':
      await became({ refused: problemOf(brought) });
      return 'moved';
    default: {
      const trouble = brought.kind;
      await onItem(parts, id, (known) => ({ ...known, trouble }));
      return trouble;
    }
  }
};

const isBytes = (value: unknown): value is Bytes => value instanceof Uint8Array;

/**
 * Bytes that were lost are brought again at once: a network that loses every second request would else lose them for ever, because
 * what goes before them always comes through.
 */
const twice =
  (fetch: HandInParts['fetch']): HandInParts['fetch'] =>
  async (url, request) => {
    try {
      return await fetch(url, request);
    } catch {
      return fetch(url, request);
    }
  };

/** The keys of what a file asks follow from that of its item: sent again by whomever, they are the same. */
const bring = (
  { api, fetch }: OutboxParts,
  { case: caseId, key }: Item,
  { file, bytes, attachedTo }: { readonly file: KeptFile; readonly bytes: Bytes; readonly attachedTo: string },
) => {
  const send: Api['send'] = ({ form, ...sent }) =>
    api.send({ ...sent, form, key: `${key}:${form.slice(0, form.indexOf(':'))}:${file.id}` });
  const { name, mediaType, sha256 } = file;
  const place = { case: caseId, purpose: 'observation-evidence', attachedTo };
  return handIn({ api: { send }, fetch: twice(fetch) }, { name, mediaType, sha256, bytes: new Blob([bytes]) }, place);
};

const changeFile = async (
  { vault, changed }: OutboxParts,
  id: string,
  file: {
    readonly id: string;
    readonly changed: Partial<KeptFile>;
    readonly also: Readonly<Record<string, undefined>>;
  },
): Promise<void> => {
  // What another has brought meanwhile is brought, whatever this one found.
  const next = (item: Item): Item => {
    const { trouble: _, ...known } = item;
    return {
      ...known,
      files: item.files.map((each) =>
        each.id === file.id && each.document === undefined ? { ...each, ...file.changed } : each,
      ),
    };
  };
  await vault.change(itemName(id), (known) => (isItem(known) ? next(known) : known), file.also);
  changed();
};

type Refused = Extract<Answered, { readonly kind: 'refused' }>;

/** A refusal without a word of ours came from somebody between us and the API; some pass by themselves. */
const told = <Told extends { readonly kind: string }>(answered: Told): Told | { readonly kind: 'failed' } => {
  const word = 'word' in answered ? answered.word : 'said';
  return word === '' || PASSING.some((each) => each === word) ? { kind: 'failed' } : answered;
};

const problemOf = ({ word, detail, flaws }: Refused): Problem => ({
  word,
  detail,
  fields: flaws.map(({ pointer }) => pointer.split('/')[1] ?? ''),
});

const stepOf = (answered: Answered, isReceived: boolean): Step => {
  if (isReceived || answered.kind === 'refused') return 'moved';
  return answered.kind === 'done' ? 'failed' : answered.kind;
};
