import { inLanguage, type Language, type Words } from '../../../domain/languages.ts';
import { CODE_WORDS, type CodeWords } from '../../../domain/words/code-words.ts';
import { REFUSAL_WORDS } from '../../../domain/words/refusal-words.ts';
import { REQUIREMENT_WHYS, REQUIREMENT_WORDS } from '../../../domain/words/requirement-words.ts';
import { PROBLEM_SENTENCES } from '../../app/words/problem-sentences.ts';
import type { ActName } from '../acts/acts.ts';
import type { ActSaid, ChoicesSaid, FieldSaid } from './act-words.ts';
import { ASSESSMENT_ACTS, ASSESSMENT_CHOICES, ASSESSMENT_FIELDS } from './assessment-words.ts';
import { CALENDAR_ACT_WORDS, CALENDAR_CHOICES, CALENDAR_FIELDS, CONTRACT_ACT_WORDS } from './calendar-words.ts';
import { COORDINATION_ACTS, COORDINATION_CHOICES, COORDINATION_FIELDS } from './coordination-words.ts';
import { COORDINATOR_CHOICES } from './coordinator-view-words.ts';
import { ENDPOINT_ACTS, ENDPOINT_CHOICES, ENDPOINT_FIELDS } from './endpoint-words.ts';
import { LIST_ACT_WORDS } from './list-words.ts';
import { COMMITTEE_ACT_WORDS, PACT_ACT_WORDS, PACT_CHOICES, PACT_FIELDS } from './pact-words.ts';
import { PEOPLE_ACTS, PEOPLE_CHOICES, PEOPLE_FIELDS } from './people-words.ts';
import { PROFILE_CHOICES } from './profile-choice-words.ts';
import { RECORDS_CHOICES } from './records-view-words.ts';
import { ROSTER_ACTS, ROSTER_CHOICES, ROSTER_FIELDS } from './roster-words.ts';
import { SPEECH_CHOICES } from './speech-choices.ts';
import { SPEECH_FIELDS } from './speech-fields.ts';
import { SPEECH_ACTS } from './speech-words.ts';
import {
  DRAW_ACT_WORDS,
  DRAW_FIELDS,
  IMPEDIMENT_QUESTIONS,
  TEAM_ACT_WORDS,
  TEAM_CHOICES,
  TEAM_FIELDS,
} from './team-words.ts';
import { VIEW_WORDS } from './view-words.ts';

/** Every act has its words: a new one without them does not compile. */
const ACT_WORDS: Readonly<Record<ActName, ActSaid>> = {
  ...COORDINATION_ACTS,
  ...TEAM_ACT_WORDS,
  ...DRAW_ACT_WORDS,
  ...PACT_ACT_WORDS,
  ...COMMITTEE_ACT_WORDS,
  ...CALENDAR_ACT_WORDS,
  ...CONTRACT_ACT_WORDS,
  ...SPEECH_ACTS,
  ...ROSTER_ACTS,
  ...PEOPLE_ACTS,
  ...ENDPOINT_ACTS,
  ...ASSESSMENT_ACTS,
  ...LIST_ACT_WORDS,
};

const FIELD_WORDS: Readonly<Record<string, FieldSaid>> = {
  ...COORDINATION_FIELDS,
  ...TEAM_FIELDS,
  ...DRAW_FIELDS,
  ...PACT_FIELDS,
  ...CALENDAR_FIELDS,
  ...SPEECH_FIELDS,
  ...ROSTER_FIELDS,
  ...PEOPLE_FIELDS,
  ...ENDPOINT_FIELDS,
  ...ASSESSMENT_FIELDS,
};

const CHOICE_WORDS: Readonly<Record<string, ChoicesSaid>> = {
  ...COORDINATION_CHOICES,
  ...TEAM_CHOICES,
  impediments: IMPEDIMENT_QUESTIONS,
  ...PACT_CHOICES,
  ...CALENDAR_CHOICES,
  ...SPEECH_CHOICES,
  ...ROSTER_CHOICES,
  ...PEOPLE_CHOICES,
  ...ENDPOINT_CHOICES,
  ...ASSESSMENT_CHOICES,
  ...PROFILE_CHOICES,
  ...RECORDS_CHOICES,
  ...COORDINATOR_CHOICES,
};

type InOne<Said> = Said extends Words ? string : { readonly [Name in keyof Said]: InOne<Said[Name]> };

interface ActInOne {
  readonly does: string;
  readonly says?: string;
}

interface FieldInOne {
  readonly label: string;
  readonly hint?: string;
}

/** Every word of the desk in one language, as its page tells them to the script. */
export interface DeskWords {
  readonly acts: Readonly<Record<ActName, ActInOne>>;
  readonly fields: Readonly<Record<string, FieldInOne>>;
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly views: InOne<typeof VIEW_WORDS>;
  readonly codes: CodeWords;
  /** What each requirement asks for. */
  readonly requirements: Readonly<Record<string, string>>;
  /** Why each requirement is asked for. */
  readonly whys: Readonly<Record<string, string>>;
  /** Why something was refused, and what to do, by the word of the problem. */
  readonly refusals: Readonly<Record<string, string>>;
}

const isWords = (said: unknown): said is Words => Array.isArray(said);

const isTable = (said: unknown): said is object => typeof said === 'object' && said !== null;

/** A table of words in one language: what is not a word has words inside. */
const inOne = (said: object, language: Language): object =>
  Object.fromEntries(
    Object.entries(said).map(([name, each]: [string, unknown]) => [
      name,
      isWords(each) ? inLanguage(each, language) : inOne(isTable(each) ? each : {}, language),
    ]),
  );

/** The words of the desk in one language. */
export const deskWordsIn = (language: Language): DeskWords => {
  const words: object = {
    ...inOne({ acts: ACT_WORDS, fields: FIELD_WORDS, choices: CHOICE_WORDS, views: VIEW_WORDS }, language),
    codes: CODE_WORDS[language],
    requirements: Object.fromEntries(Object.entries(REQUIREMENT_WORDS).map(([id, said]) => [id, said[language]])),
    whys: Object.fromEntries(Object.entries(REQUIREMENT_WHYS).map(([id, said]) => [id, said[language]])),
    refusals: inOne({ ...PROBLEM_SENTENCES, ...REFUSAL_WORDS }, language),
  };
  if (isDeskWords(words)) return words;
  throw new Error('The words of the desk lack a table.');
};

/** It was made of these tables right above: that they are there is all that is asked. */
const isDeskWords = (words: object): words is DeskWords => 'acts' in words && 'views' in words;
