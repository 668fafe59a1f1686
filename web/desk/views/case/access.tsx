import {
  CHECKLIST_DOCUMENTS,
  type ChecklistDocument,
  type DOCUMENT_ACCESS_RESULTS,
} from '../../../../events/vocabulary.ts';
import { Section, Tag, type Tone } from '../../../components/basics.tsx';
import { ActsOn } from '../../acts-on.tsx';
import { type CaseShown, useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';

type Result = (typeof DOCUMENT_ACCESS_RESULTS)[number];

const TONES: Readonly<Record<Result, Tone>> = {
  obtained: 'good',
  incomplete: 'warn',
  late: 'warn',
  refused: 'bad',
  'not-applicable': 'plain',
};

/** Which documents the stage asks for and nobody has checked yet, as its requirement says. */
const uncheckedIn = ({ requirements }: CaseShown): readonly unknown[] =>
  requirements
    .filter(({ id }) => id === 'document-access-checked')
    .flatMap(({ missing }) => missing.map(({ facts }) => facts['unchecked']))
    .flatMap((unchecked) => (Array.isArray(unchecked) ? unchecked.map((each: unknown) => each) : []));

/** The access checklist of the stage, document by document: what was got, and what was refused. */
export const Access = () => {
  const shown = useCase()?.shown;
  const { views, codes } = useDesk();
  const { access: words } = views;
  if (shown === undefined) return null;
  const results: Readonly<Partial<Record<ChecklistDocument, Result>>> = shown.documentAccess[shown.stage] ?? {};
  const unchecked = uncheckedIn(shown);
  return (
    <Section id="access" title={words.title}>
      <p>{`${words.stage}: ${codes.stages[shown.stage]}. ${words.lead}`}</p>
      <ul class="cards">
        {CHECKLIST_DOCUMENTS.map((document) => (
          <li key={document}>
            <h3>
              {codes.documents[document]} <Got result={results[document]} isAsked={unchecked.includes(document)} />
            </h3>
            <ActsOn
              on="access"
              ids={{ case: shown.case, access: `access:${document}` }}
              thing={{ isListed: results[document] !== undefined || unchecked.includes(document) }}
              first={{ stage: shown.stage, document, result: results[document] ?? '' }}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Got = ({ result, isAsked }: { readonly result: Result | undefined; readonly isAsked: boolean }) => {
  const { views, codes } = useDesk();
  if (result !== undefined) return <Tag tone={TONES[result]}>{codes.access[result]}</Tag>;
  return isAsked ? <Tag tone="warn">{views.access.unchecked}</Tag> : <Tag>{views.access.notAsked}</Tag>;
};
