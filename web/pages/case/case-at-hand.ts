import { profileOf } from '../../../domain/profiles/profiles.ts';
import { filled } from '../../../domain/words/code-words.ts';
import { phraseIn } from '../../../domain/words/profile-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { readCase } from '../../../functions/_queries/case-queries.ts';
import { dayIn, lastDayIn, momentIn } from '../../format.ts';
import { useLink, usePlace, useWords } from '../../page-context.ts';
import { CASE_PAGE_WORDS, type CasePageWords, THINGS_SHOWN, type ThingShown } from '../../words/case/words.ts';
import { type CodesShown, titleOf } from './code-titles.ts';

export type CaseView = AnswerOf<typeof readCase>;

/** What every part of a case is drawn from: the case, and what its process is called. */
export interface CaseAtHand {
  readonly view: CaseView;
  readonly title: string;
}

/** Some of a list, and whether it goes on. */
export interface Some<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
}

/** The words of the pages of a case, in the language of the page. */
export const useCaseWords = (): CasePageWords => CASE_PAGE_WORDS[usePlace().language];

/** How what a case tells is written: times in the zone of its profile, links within it, things by their names. */
export const useCase = (view: CaseView) => {
  const { language } = usePlace();
  const link = useLink();
  const { codes } = useWords();
  const words = useCaseWords();
  const profile = profileOf(view.profile);
  const zone = profile.zone.value;
  return {
    language,
    codes,
    words,
    zone,
    profile,
    day: (at: string): string => dayIn(language, at, zone),
    moment: (at: string): string => momentIn(language, at, zone),
    /** A day of the calendar, which is the same in every zone. */
    dayOf: (date: string): string => dayIn(language, `${date}T00:00:00.000Z`, 'UTC'),
    lastDay: (dueAt: string): string => lastDayIn(language, dueAt, zone),
    page: (path: string): string => link(`/cases/${view.case}${path}`),
    data: (path: string): string => `/cases/${view.case}${path}`,
    /** Where a thing is shown; the case itself where it has no place of its own. */
    toThing: (id: string): string => link(`/cases/${view.case}${placeOf(id) ?? ''}`),
    called: (id: string): string => calledIn(words, id),
    titled: (list: CodesShown, code: string): string => titleOf(list, code, language),
    authority: (id: string): string =>
      phraseIn(profile.controlAuthorities.value.find((authority) => authority.id === id)?.title ?? id, language),
  };
};

/** A thing of a case: its kind, where it is one that is shown, and its number. */
export const thingOf = (id: string): { readonly kind: ThingShown; readonly number: string } | undefined => {
  const [, name = '', number = ''] = /^([a-z]+)-(\d+)$/.exec(id) ?? [];
  const kind = THINGS_SHOWN.find((each) => each === name);
  return kind === undefined ? undefined : { kind, number };
};

const calledIn = ({ things }: CasePageWords, id: string): string => {
  const thing = thingOf(id);
  return thing === undefined ? id : filled(things[thing.kind], { number: thing.number });
};

const PLACES: Readonly<Record<ThingShown, string>> = {
  observation: '/observations',
  act: '/acts',
  question: '/questions',
  flag: '/flags',
  escalation: '/escalations',
  proceeding: '/proceedings',
  report: '#reports',
  recommendation: '/recommendations',
  breach: '#breaches',
  visit: '#visits',
  amendment: '#amendments',
};

/** Where in the pages of a case a thing is shown; undefined where it has no place of its own. */
export const placeOf = (id: string): string | undefined => {
  const thing = thingOf(id);
  if (thing === undefined) return undefined;
  if (thing.kind === 'observation') return `/observations/${id}`;
  const place = PLACES[thing.kind];
  return place.startsWith('#') ? place : `${place}#${id}`;
};

/** Where in the pages of a case an event is shown: first on its page of the timeline. */
export const eventPlace = (version: number): string => `/timeline?cursor=${version - 1}#event-${version}`;
