import type { Answered, Api } from '../app/api.ts';
import { isRecord, textIn } from '../app/kept-text.ts';
import type { Ask, Source } from './acts/act.ts';
import { asksInside } from './acts/fields-of.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** It was taken back: only what must account for it, and what had chosen it before, still offers it. */
  readonly isWithdrawn?: true;
}

/** What somebody can choose among, once it was read. */
export type OptionsOf = (source: Source) => readonly Option[];

type Item = Readonly<Record<string, unknown>>;

interface ProfileOfCase {
  readonly id: string;
  readonly version: number;
}

/** How what is listed is called in the language of the page. */
interface Called {
  /** A thing of the case by its id: `Observation 4`. */
  readonly thing: (id: string) => string;
  /** What a profile calls something. */
  readonly phrase: (phrase: string) => string;
  /** What a code is called, by its group of words. */
  readonly code: (group: string, code: string) => string;
  /** How a thing that was taken back is called. */
  readonly withdrawn: (label: string) => string;
}

interface Listed {
  /** Where the list is, under the API; `{case}` is the case of the act. */
  readonly path: string;
  readonly itemsIn: (body: unknown) => readonly Item[];
  /** Where more is read of each item; what is found there is chosen among. */
  readonly within?: { readonly path: (item: Item) => string; readonly itemsIn: (body: unknown) => readonly Item[] };
  readonly option: (item: Item, called: Called) => Option | undefined;
}

const itemsUnder =
  (name: string) =>
  (body: unknown): readonly Item[] => {
    const items = isRecord(body) ? body[name] : undefined;
    return Array.isArray(items) ? items.filter(isRecord) : [];
  };

const named = (id: string, title: string, is = id): Option => ({
  value: id,
  label: title === '' ? is : `${is} · ${title}`,
});

const contentOf = ({ content }: Item): Item => (isRecord(content) ? content : {});

const observationOption = (item: Item, called: Called): Option | undefined => {
  const id = textIn(item['observation']);
  if (id === '') return undefined;
  const option = named(id, textIn(contentOf(item)['title']), called.thing(id));
  return item['withdrawnAt'] === undefined
    ? option
    : { ...option, label: called.withdrawn(option.label), isWithdrawn: true };
};

/** What a field offers of a list, with what was chosen in it. */
export const offered = (
  options: readonly Option[],
  { withdrawnToo, chosen }: { readonly withdrawnToo: boolean; readonly chosen: readonly string[] },
): readonly Option[] =>
  options.filter(({ value, isWithdrawn }) => withdrawnToo || isWithdrawn !== true || chosen.includes(value));

const isGrave = (item: Item): boolean => isRecord(item['state']) && item['state']['severity'] === 'grave';
const isFinding = (item: Item): boolean => isRecord(item['state']) && item['state']['type'] === 'finding';

const byId =
  (id: string, title: string) =>
  (item: Item): Option | undefined =>
    textIn(item[id]) === '' ? undefined : named(textIn(item[id]), textIn(item[title]));

/** A thing of the case by its number, with what a code of it says. */
const byCode =
  (name: string, group: string) =>
  (item: Item, { thing, code }: Called): Option | undefined => {
    const id = textIn(item['id']);
    return id === '' ? undefined : named(id, code(group, textIn(item[name])), thing(id));
  };

/** Somebody of the team, with the office that they hold in it. */
const memberOption = (item: Item, { code }: Called): Option | undefined => {
  const [person, office] = [textIn(item['person']), textIn(item['office'])];
  return person === '' ? undefined : named(person, office === '' ? '' : code('offices', office));
};

/** What a profile calls it, in the language of the page. */
const byPhrase = (item: Item, { phrase }: Called): Option => ({
  value: textIn(item['id']),
  label: phrase(textIn(item['title'])),
});

const authoritiesIn = (body: unknown): readonly Item[] =>
  itemsUnder('value')(isRecord(body) ? body['controlAuthorities'] : undefined);

const PAGE = 'limit=100';

const LISTS: Readonly<Record<Source, Listed>> = {
  team: { path: '/cases/{case}', itemsIn: itemsUnder('team'), option: memberOption },
  observations: {
    path: `/cases/{case}/observations?${PAGE}`,
    itemsIn: itemsUnder('items'),
    option: observationOption,
  },
  'grave-findings': {
    path: `/cases/{case}/observations?${PAGE}`,
    itemsIn: (body) => itemsUnder('items')(body).filter(isGrave),
    option: observationOption,
  },
  acts: { path: `/cases/{case}/acts?${PAGE}`, itemsIn: itemsUnder('items'), option: byCode('act', 'actKinds') },
  bidders: {
    path: '/cases/{case}/bidders',
    itemsIn: itemsUnder('items'),
    option: (item) => ({ value: textIn(item['bidder']), label: textIn(item['name']) }),
  },
  findings: {
    path: `/cases/{case}/observations?${PAGE}`,
    itemsIn: (body) => itemsUnder('items')(body).filter(isFinding),
    option: observationOption,
  },
  flags: { path: `/cases/{case}/flags?${PAGE}`, itemsIn: itemsUnder('items'), option: byCode('code', 'flagTitles') },
  'control-authorities': {
    path: '/profiles/{profile}?version={version}',
    itemsIn: authoritiesIn,
    option: byPhrase,
  },
  questions: {
    path: '/profiles/{profile}?version={version}',
    itemsIn: (body) => itemsUnder('value')(isRecord(body) ? body['impedimentQuestions'] : undefined),
    option: (item) => ({ value: textIn(item['id']), label: textIn(item['asks']) }),
  },
  escalations: {
    path: `/cases/{case}/escalations?${PAGE}`,
    itemsIn: itemsUnder('items'),
    option: (item, { thing }) => ({ value: textIn(item['id']), label: thing(textIn(item['id'])) }),
  },
  profiles: { path: '/profiles', itemsIn: itemsUnder('items'), option: byPhrase },
  'every-control-authority': {
    path: '/profiles',
    itemsIn: itemsUnder('items'),
    within: { path: ({ id }) => `/profiles/${textIn(id)}`, itemsIn: authoritiesIn },
    option: byPhrase,
  },
  candidates: { path: `/roster?${PAGE}`, itemsIn: itemsUnder('items'), option: byId('person', 'name') },
};

const sourcesIn = (asks: readonly Ask[]): readonly Source[] =>
  asks.flatMap((ask) => {
    if ('from' in ask) return [ask.from];
    return ask.kind === 'questions' ? ['questions' as const] : sourcesIn(asksInside(ask));
  });

interface OfForm {
  readonly case: string;
  readonly profile: ProfileOfCase;
  readonly called: Called;
}

const placed = (path: string, { case: id, profile }: OfForm): string =>
  path.replace('{case}', id).replace('{profile}', profile.id).replace('{version}', String(profile.version));

/** More pages than this are no list to choose from. */
const PAGES_MAX = 20;

/** All of a list: what stands on a later page can be chosen too. */
const wholeOf = async (api: Pick<Api, 'read'>, path: string, itemsIn: Listed['itemsIn']): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let next: string | undefined = path;
  for (let page = 0; next !== undefined && page < PAGES_MAX; page += 1) {
    const answered: Answered = await api.read(next);
    if (answered.kind !== 'done') break;
    items.push(...itemsIn(answered.body));
    next = answered.next;
  }
  return items;
};

/** One of each: several profiles name the same authority. */
const once = (options: readonly Option[]): readonly Option[] =>
  [...new Map(options.toReversed().map((option) => [option.value, option])).values()].toReversed();

/** Reads all that a form lets somebody choose among. A list that cannot be read is empty: its field says that there is nothing. */
export const readOptions = async (api: Pick<Api, 'read'>, asks: readonly Ask[], at: OfForm): Promise<OptionsOf> => {
  const read = await Promise.all(
    [...new Set(sourcesIn(asks))].map(async (source) => {
      const { path, itemsIn, within, option } = LISTS[source];
      const items = await wholeOf(api, placed(path, at), itemsIn);
      const all =
        within === undefined
          ? items
          : (await Promise.all(items.map((item) => wholeOf(api, within.path(item), within.itemsIn)))).flat();
      return [source, once(all.flatMap((item) => option(item, at.called) ?? []))] as const;
    }),
  );
  const options = new Map<Source, readonly Option[]>(read);
  return (source) => options.get(source) ?? [];
};
