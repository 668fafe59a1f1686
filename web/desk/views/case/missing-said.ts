import { filled } from '../../../../domain/words/code-words.ts';
import type { CaseShown } from '../../case-at-desk.ts';
import type { DeskWords } from '../../words/words.ts';

type Missing = CaseShown['requirements'][number]['missing'][number];

type Words = Pick<DeskWords, 'codes' | 'choices' | 'views'>;
type Facts = Missing['facts'];
/** How the end of a term is written. */
type Until = (term: NonNullable<Missing['term']>) => string;

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** A number or a text, as it is. */
const said = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');

/** A thing of the case by its number: `Observation 4`. */
const thing = (things: Readonly<Record<string, string>>, id: string): string => {
  const [kind = '', number = ''] = id.split('-');
  return filled(things[kind] ?? id, { number });
};

const called = (words: Readonly<Record<string, string>> | undefined, code: string): string => words?.[code] ?? code;

/**
 * What is missing of a requirement in the words of the desk, out of the facts that the API tells beside its English sentence. Nothing
 * where there are none: then the requirement itself says it all.
 */
export const missingSaid = (missing: Missing, words: Words, until: Until): readonly string[] => {
  const { missing: sentences } = words.views;
  return [
    ...of(missing.facts, words),
    ...(missing.term === undefined ? [] : [filled(sentences.until, { date: until(missing.term) })]),
  ];
};

const of = (facts: Facts, words: Words): readonly string[] => [
  ...ofTeam(facts, words),
  ...ofPerson(facts, words),
  ...ofThings(facts, words),
];

const ofTeam = (facts: Facts, { views, codes }: Words): readonly string[] => {
  const { missing } = views;
  const min = said(facts['membersMin']);
  const proposed = textsIn(facts['proposed']);
  return [
    ...('accepted' in facts ? [filled(missing.accepted, { n: said(facts['accepted']), min })] : []),
    ...('able' in facts ? [filled(missing.able, { n: said(facts['able']), min })] : []),
    ...(proposed.length === 0 ? [] : [filled(missing.proposed, { people: proposed.join(', ') })]),
    ...('office' in facts ? [filled(missing.office, { office: called(codes.offices, said(facts['office'])) })] : []),
    ...('sectorsMin' in facts
      ? [filled(missing.sectors, { n: String(textsIn(facts['sectors']).length), min: said(facts['sectorsMin']) })]
      : []),
    ...(facts['termEnded'] === true ? [missing.termEnded] : []),
    ...(facts['registered'] === false ? [missing.unregistered] : []),
  ];
};

const ofPerson = (facts: Facts, { views: { missing } }: Words): readonly string[] =>
  'person' in facts
    ? [
        filled(facts['impediment'] === true ? missing.impediment : missing.declaration, {
          person: said(facts['person']),
        }),
      ]
    : [];

const ofThings = (facts: Facts, { views, codes, choices }: Words): readonly string[] => {
  const { missing } = views;
  const named = textsIn(facts['named']);
  const unchecked = textsIn(facts['unchecked']);
  const state = said(facts['state']);
  return [
    ...('open' in facts
      ? [
          filled(missing.open, { n: said(facts['open']) }) +
            (named.length === 0 ? '' : ` (${named.map((id) => thing(views.things, id)).join(', ')})`),
        ]
      : []),
    ...(unchecked.length === 0
      ? []
      : [filled(missing.unchecked, { documents: unchecked.map((each) => called(codes.documents, each)).join(', ') })]),
    ...(state === ''
      ? []
      : [
          filled(missing.report, {
            report: thing(views.things, said(facts['report'])),
            state: called(choices['reportStates'], state),
          }),
        ]),
    ...('stage' in facts ? [filled(missing.notDrafted, { stage: called(codes.stages, said(facts['stage'])) })] : []),
    ...('dimension' in facts
      ? [filled(missing.dimension, { dimension: called(choices['dimensions'], said(facts['dimension'])) })]
      : []),
  ];
};
