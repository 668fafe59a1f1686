import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import { CAPACITIES } from '../../domain/notices/concern.ts';
import { instant } from '../../events/shapes.ts';
import { actionMark } from './action-mark.ts';
import type { Key } from './aws/table-keys.ts';
import type { ItemStore } from './item-store.ts';
import { mailboxShape } from './mailbox-shape.ts';
import { MAIL_WISHES, type MailSettings, type Notice, type NoticeStore, type OwnAddress } from './notice-ports.ts';
import { BadItem } from './ports.ts';
import type { Item, WrittenItem } from './written-items.ts';

const bookKey = (caseId: string): Key => ({ pk: `NOTICES#CASE#${caseId}`, sk: 'BOOK' });
const partitionOf = (person: string): string => `NOTICES#PERSON#${person}`;
const AT = 'AT#';
const EVERY_NOTICE = { first: AT, last: `${AT}~` };
const readKey = (person: string): Key => ({ pk: partitionOf(person), sk: 'READ' });
const settingsKey = (person: string): Key => ({ pk: partitionOf(person), sk: 'SETTINGS' });
/** Apart from the notices: a mail address is personal data, and whoever lists notices does not read it. */
const addressKey = (person: string): Key => ({ pk: `ADDRESS#${person}`, sk: 'MAILBOX' });

/** The place of a notice in the list of a person: by the time of its fact, so that it is the same whenever it is written. */
export const placeOfNotice = ({ recordedAt, event }: Pick<Notice, 'recordedAt' | 'event'>): string =>
  `${AT}${recordedAt}#${event}`;

const bookShape = z.object({ case: z.string(), version: z.int().check(z.positive()), state: z.string() });
const noticeShape = z.object({
  person: z.string(),
  event: z.string(),
  stream: z.string(),
  version: z.int().check(z.positive()),
  kind: z.string(),
  as: z.enum(CAPACITIES),
  recordedAt: instant,
  about: z.exactOptional(z.string()),
});
const readShape = z.object({ upTo: z.string(), version: z.int() });
const settingsShape = z.object({ language: z.enum(LANGUAGES), mail: z.enum(MAIL_WISHES) });
const addressShape = z.object({ own: z.string(), version: z.int() });
const ownShape = z.strictObject({
  mailbox: z.exactOptional(z.strictObject(mailboxShape)),
  askedAt: z.array(instant),
});

/** What is read is checked again. Throws `BadItem`. */
const checked = <T>(schema: z.ZodMiniType<T>, item: Item): T => {
  const { data } = schema.safeParse(item);
  if (data === undefined) throw new BadItem(`The item at ${item['sk']} is not what the house writes there.`);
  return data;
};

const addressIn = (item: Item): OwnAddress => {
  const { own, version } = checked(addressShape, item);
  return { ...ownShape.parse(JSON.parse(own)), version };
};

const found = async <T>(items: ItemStore, key: Key, schema: z.ZodMiniType<T>): Promise<T | undefined> => {
  const item = await items.get(key);
  return item === undefined ? undefined : checked(schema, item);
};

const noticeItem = (notice: Notice): WrittenItem => ({
  pk: partitionOf(notice.person),
  sk: placeOfNotice(notice),
  ...notice,
});

/** How often marking looks again when two devices of one person mark at once. */
const RACES_MAX = 5;

/** Notices on the items of the table, or of memory. */
export const noticeStore = (items: ItemStore): NoticeStore => ({
  book: (caseId) => found(items, bookKey(caseId), bookShape),
  saveBook: (book, expected) =>
    items.putOver({ ...bookKey(book.case), ...book }, expected === 0 ? undefined : expected),
  tell: (notice) => items.put(noticeItem(notice)),
  notices: async ({ person, ...asked }) => {
    const page = await items.page({
      partition: partitionOf(person),
      stretch: EVERY_NOTICE,
      newestFirst: true,
      ...asked,
    });
    return {
      more: page.more,
      items: page.items.map((item) => ({ place: String(item['sk']), notice: checked(noticeShape, item) })),
    };
  },
  readUpTo: async (person) => (await found(items, readKey(person), readShape))?.upTo,
  markRead: async (person, upTo) => {
    for (let race = 0; race < RACES_MAX; race += 1) {
      const before = await found(items, readKey(person), readShape);
      if (before !== undefined && before.upTo >= upTo) return;
      const version = (before?.version ?? 0) + 1;
      if (await items.putOver({ ...readKey(person), upTo, version }, before?.version)) return;
    }
  },
  settings: (person) => found(items, settingsKey(person), settingsShape),
  saveSettings: (person, { language, mail }, marks = []) =>
    items.put({ ...settingsKey(person), language, mail, marks: JSON.stringify(marks) }),
  address: async (person) => {
    const item = await items.get(addressKey(person));
    return item === undefined ? undefined : addressIn(item);
  },
  mailSettings: async (persons) => {
    const wanted = [...new Set(persons)];
    const read = await items.getMany(wanted.flatMap((person) => [settingsKey(person), addressKey(person)]));
    const at = ({ pk, sk }: Key) => read.find((item) => item['pk'] === pk && item['sk'] === sk);
    return new Map(
      wanted.flatMap((person): [string, MailSettings][] => {
        const [settings, own] = [at(settingsKey(person)), at(addressKey(person))];
        if (settings === undefined && own === undefined) return [];
        const said = settings === undefined ? {} : { settings: checked(settingsShape, settings) };
        return [[person, { ...said, ...(own === undefined ? {} : { own: addressIn(own) }) }]];
      }),
    );
  },
  saveAddress: (person, { own, seen, marks = [] }) => {
    const kept = { own: JSON.stringify(own), marks: JSON.stringify(marks) };
    return items.putOver({ ...addressKey(person), ...kept, version: seen + 1 }, seen === 0 ? undefined : seen);
  },
  marks: async (of, person) => {
    const item = await items.get(of === 'settings' ? settingsKey(person) : addressKey(person));
    const text = item?.['marks'];
    return typeof text === 'string' ? z.array(actionMark).parse(JSON.parse(text)) : [];
  },
});
