import { filled, wordFor } from '../../domain/words/code-words.ts';
import { useCase } from './case-at-desk.ts';
import { useDesk } from './desk-tools.ts';
import { useHref } from './router.tsx';

interface SaidProps {
  /** What it is: a reply, a reason. */
  readonly name?: string;
  readonly text: string | undefined;
  /** In which language it was written, where that is known. */
  readonly lang?: string | undefined;
}

/** What somebody wrote, in their own words; nothing where nothing was written, or not everybody may read it. */
export const Said = ({ name, text, lang }: SaidProps) =>
  text === undefined || text === '' ? null : (
    <>
      {name === undefined ? null : <p class="label">{name}</p>}
      <blockquote class="said" {...(lang === undefined ? {} : { lang })}>
        {text}
      </blockquote>
    </>
  );

/** What a thing of a case is called by its number: `Observation 4`. */
export const useCalled = (): ((id: string) => string) => {
  const { things } = useDesk().views;
  return (id) => {
    const [kind = '', number = ''] = id.split('-');
    return filled(wordFor(things, kind), { number });
  };
};

/** What something of a case is called, whatever it is: a thing by its number, its pact, its committee; anything else as it came. */
export const useNamed = (): ((id: string) => string) => {
  const { things, parts } = useDesk().views;
  const called = useCalled();
  return (id) => {
    if (id === 'pact') return parts.pact;
    if (id === 'constitution') return parts.committee;
    return Object.hasOwn(things, id.split('-')[0] ?? '') ? called(id) : id;
  };
};

/** What a code is called, by its group of words; the code itself where there is none. */
export const useChoice = (): ((group: string, code: string) => string) => {
  const { choices } = useDesk();
  return (group, code) => wordFor(choices[group] ?? {}, code);
};

/** Things of the case by name, each leading to where it stands in it. */
export const ThingLinks = ({ of, part }: { readonly of: readonly string[]; readonly part: string }) => {
  const id = useCase()?.shown.case ?? '';
  const called = useCalled();
  const href = useHref();
  return (
    <>
      {of.map((thing, index) => (
        <>
          {index === 0 ? null : ', '}
          <a href={`${href('cases', id, part)}?at=${thing}`}>{called(thing)}</a>
        </>
      ))}
    </>
  );
};
