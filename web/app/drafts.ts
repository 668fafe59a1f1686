import { dropNamed, isRecord, jsonIn, type KeptTexts } from './kept-text.ts';

/** How long a draft that nobody came back to stays on a device, in milliseconds. */
export const DRAFT_MS_MAX = 30 * 24 * 60 * 60_000;

const PREFIX = 'veedor.draft';

/** Whether a draft lies under a name. */
export const isDraft = (name: string): boolean => name.startsWith(`${PREFIX}:`);

/** Where the device keeps how far the imports of a person came: what each of these names begins with. */
export const importsOf = (person: string): string => `veedor.import:${person}:`;

/** The same of the filters that they gave a name. */
export const filtersOf = (person: string): string => `veedor.filters:${person}:`;

/** The same of the keys under which forms of a person were sent and not answered. */
export const keysOf = (person: string): string => `${KEY}${person}:`;
const KEY = 'veedor.key:';

export type Fields = Readonly<Record<string, string>>;

/** What somebody has begun to write, kept on the device until it is sent: neither the end of a session nor of the tab loses it. */
export interface Drafts {
  readonly read: (form: string) => Fields | undefined;
  /** False where the device has no room for it, or keeps nothing: then only the page has it. */
  readonly keep: (form: string, fields: Fields) => boolean;
  readonly forget: (form: string) => void;
  /** Of this person, with what they were importing, sending and looking for: whoever signs out leaves nothing behind. */
  readonly forgetAll: () => void;
}

const fieldsIn = (value: unknown): Fields => {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  );
};

/**
 * The drafts of one person on a device that others may use too: each sees only their own. What is too old goes when they are opened.
 * A field that should not lie on a disk (a code, a file) is for the form to leave out.
 */
export const draftsOf = ({
  device,
  person,
  now,
}: {
  readonly device: KeptTexts;
  readonly person: string;
  readonly now: () => number;
}): Drafts => {
  const own = `${PREFIX}:${person}:`;
  const draftAt = (name: string): Fields | undefined => {
    const kept = jsonIn(device.getItem(name));
    // A draft of the desk is sealed: a page that cannot open it knows how old it is, and leaves it there.
    if (!isRecord(kept) || typeof kept['keptAt'] !== 'number' || now() - kept['keptAt'] > DRAFT_MS_MAX)
      return undefined;
    return fieldsIn(kept['fields']);
  };
  dropNamed(device, (name) => [`${PREFIX}:`, KEY].some((each) => name.startsWith(each)) && draftAt(name) === undefined);
  return {
    read: (form) => draftAt(own + form),
    keep: (form, fields) => {
      try {
        device.setItem(own + form, JSON.stringify({ keptAt: now(), fields }));
        return true;
      } catch {
        return false;
      }
    },
    forget: (form) => device.removeItem(own + form),
    forgetAll: () =>
      dropNamed(device, (name) =>
        [own, importsOf(person), keysOf(person), filtersOf(person)].some((each) => name.startsWith(each)),
      ),
  };
};
