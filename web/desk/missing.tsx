import { filled } from '../../domain/words/code-words.ts';
import type { Answered } from '../app/api.ts';
import { isRecord, textIn } from '../app/kept-text.ts';
import { useDesk } from './desk-tools.ts';
import { useNamed } from './said.tsx';

/** All that is missing from what was sent, where the API names it: fields by their names, or what a report lacks. */
export const Missing = ({ failure }: { readonly failure: Exclude<Answered, { kind: 'done' }> | undefined }) => {
  const { views } = useDesk();
  const say = useSay();
  if (failure?.kind !== 'refused' || failure.missing === undefined) return null;
  return (
    <>
      <p>{views.form.missingTitle}</p>
      <ul>
        {failure.missing.map((each, index) => (
          <li key={index}>{say(each)}</li>
        ))}
      </ul>
    </>
  );
};

const useSay = () => {
  const { fields, choices } = useDesk();
  const named = useNamed();
  const factOf = (fact: unknown): string =>
    Array.isArray(fact) ? fact.map((each) => named(String(each))).join(', ') : named(String(fact));
  return (missing: unknown): string => {
    if (!isRecord(missing)) return fields[String(missing)]?.label ?? named(String(missing));
    const what = textIn(missing['what']);
    const facts = Object.entries(missing).map(([name, fact]) => [name, factOf(fact)] as const);
    return filled(choices['missingContent']?.[what] ?? what, Object.fromEntries(facts));
  };
};
