import { filled } from '../../domain/words/code-words.ts';
import { Field } from '../components/form.tsx';
import type { Ask } from './acts/act.ts';
import { useDesk } from './desk-tools.ts';
import { FieldSet } from './field-set.tsx';
import { type AskProps, type Filling, idOf, useLabel } from './filling.ts';
import { HashField } from './hash-field.tsx';
import { type Option, offered } from './sources.ts';

const TEXT_LINES = 6;
const LIST_LINES = 4;

/** What every field of a kind says of itself. */
const HINTED: Readonly<Partial<Record<Ask['kind'], 'lines' | 'hourOf'>>> = {
  lines: 'lines',
  numbers: 'lines',
  instant: 'hourOf',
  local: 'hourOf',
};

/** A field that holds one value, or the lines of a list. */
export const OneField = ({ ask, pointer, filling }: AskProps) => {
  const { form, written, write, errors } = filling;
  const { views } = useDesk();
  const { label, hint } = useLabel()(ask);
  const more = HINTED[ask.kind];
  const said =
    more === undefined ? hint : [hint, filled(views.form[more], { zone: filling.zone })].filter(Boolean).join(' ');
  const value = written[pointer] ?? '';
  const onInput = (event: { readonly currentTarget: { readonly value: string } }) =>
    write(pointer, event.currentTarget.value);
  return (
    <Field
      name={idOf(form, pointer)}
      label={label}
      error={errors[pointer]}
      {...(said === undefined ? {} : { hint: said })}
    >
      {(described) => {
        switch (ask.kind) {
          case 'text':
            return <textarea {...described} rows={TEXT_LINES} value={value} onInput={onInput} />;
          case 'lines':
            return (
              <>
                <textarea {...described} rows={LIST_LINES} value={value} onInput={onInput} />
                <FromList ask={ask} pointer={pointer} filling={filling} />
              </>
            );
          case 'person':
            return <Person ask={ask} described={described} value={value} onInput={onInput} filling={filling} />;
          case 'numbers':
            return <textarea {...described} rows={LIST_LINES} value={value} onInput={onInput} />;
          case 'choice':
          case 'one-of':
            return <Choice ask={ask} described={described} value={value} onInput={onInput} filling={filling} />;
          case 'file':
          case 'files':
          case 'announced':
            return (
              <input
                {...described}
                type="file"
                multiple={ask.kind !== 'file'}
                onChange={({ currentTarget }) => filling.choose(pointer, [...(currentTarget.files ?? [])])}
              />
            );
          case 'day':
            return <input {...described} type="date" value={value} onInput={onInput} />;
          case 'instant':
          case 'local':
            return <input {...described} type="datetime-local" step="any" value={value} onInput={onInput} />;
          case 'number':
            return <input {...described} inputMode="decimal" autocomplete="off" value={value} onInput={onInput} />;
          default:
            return <input {...described} autocomplete="off" value={value} onInput={onInput} />;
        }
      }}
    </Field>
  );
};

/** What a list offers to add to lines that somebody writes. */
const FromList = ({ ask, pointer, filling }: AskProps<'lines'>) => {
  const { views } = useDesk();
  const options = ask.from === undefined ? [] : filling.options(ask.from);
  const lines = chosenIn(filling.written[pointer] ?? '');
  const left = options.filter(({ value }) => !lines.includes(value));
  if (left.length === 0) return null;
  return (
    <details>
      <summary>{views.form.fromList}</summary>
      <p class="actions">
        {left.map(({ value, label }) => (
          <button
            key={value}
            class="button second small"
            type="button"
            onClick={() => filling.write(pointer, [...lines, value].join('\n'))}
          >
            {label}
          </button>
        ))}
      </p>
    </details>
  );
};

/** The pseudonym of a person: written, or taken from what a list suggests. */
const Person = ({ ask, described, value, onInput, filling }: ChoiceProps<'person'>) => {
  const options = ask.from === undefined ? [] : filling.options(ask.from);
  const list = `${filling.form}-${ask.name}-list`;
  return (
    <>
      <input {...described} autocomplete="off" value={value} onInput={onInput} list={list} />
      <datalist id={list}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </datalist>
    </>
  );
};

interface ChoiceProps<Kind extends Ask['kind'] = 'choice' | 'one-of'> {
  readonly ask: Extract<Ask, { kind: Kind }>;
  readonly described: object;
  readonly value: string;
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly filling: Filling;
}

const Choice = ({ ask, described, value, onInput, filling }: ChoiceProps) => {
  const { views } = useDesk();
  const options = useOptions(ask, filling, [value]);
  return (
    <select {...described} value={value} onChange={onInput}>
      <option value="">{views.form.choose}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
      {value === '' || options.some((option) => option.value === value) ? null : <option value={value}>{value}</option>}
    </select>
  );
};

const codesOf = (ask: Extract<Ask, { kind: 'choice' | 'choices' }>, thing: Filling['thing']): readonly string[] => {
  const { offers } = ask.kind === 'choice' ? ask : {};
  return offers === undefined ? ask.of : ask.of.filter((code) => offers(code, thing));
};

const useOptions = (ask: Ask, { options, thing }: Filling, chosen: readonly string[]): readonly Option[] => {
  const { choices, views } = useDesk();
  switch (ask.kind) {
    case 'choice':
    case 'choices':
      return codesOf(ask, thing).map((code) => ({ value: code, label: choices[ask.words]?.[code] ?? code }));
    case 'one-of': {
      const among = ask.among === undefined ? undefined : thing[ask.among];
      return offered(options(ask.from), { withdrawnToo: ask.withdrawnToo === true, chosen }).filter(
        ({ value }) => !Array.isArray(among) || among.includes(value),
      );
    }
    case 'some-of':
      return offered(options(ask.from), { withdrawnToo: false, chosen });
    default:
      return [
        { value: 'yes', label: views.form.yes },
        { value: 'no', label: views.form.no },
      ];
  }
};

const chosenIn = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** From how many on they can be marked all at once. */
const MANY = 4;

/** A few that are all seen at once: one of them, or as many as fit. */
export const Boxes = ({ ask, pointer, filling }: AskProps<'yes-no' | 'choices' | 'some-of'>) => {
  const { form, written, write, errors } = filling;
  const { views } = useDesk();
  const { label, hint } = useLabel()(ask);
  const chosen = chosenIn(written[pointer] ?? '');
  const options = useOptions(ask, filling, chosen);
  const isOne = ask.kind === 'yes-no';
  const id = idOf(form, pointer);
  const error = errors[pointer];
  const rest = (value: string) => chosen.filter((each) => each !== value);
  const many = (value: string) => (chosen.includes(value) ? rest(value) : [...chosen, value]).join('\n');
  const toggle = (value: string) => {
    write(pointer, isOne ? value : many(value));
  };
  return (
    <FieldSet id={id} label={label} hint={hint} error={error}>
      {options.length === 0 ? <p class="muted">{views.frame.nothing}</p> : null}
      {isOne || options.length < MANY ? null : (
        <p class="actions">
          <button
            class="button second small"
            type="button"
            onClick={() => write(pointer, options.map(({ value }) => value).join('\n'))}
          >
            {views.form.all}
          </button>
        </p>
      )}
      {options.map(({ value, label: said }) => (
        <div class="choice" key={value}>
          <input
            type={isOne ? 'radio' : 'checkbox'}
            id={`${id}-${value}`}
            name={id}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          />
          <label for={`${id}-${value}`}>{said}</label>
        </div>
      ))}
    </FieldSet>
  );
};

export const Hash = ({ ask, pointer, filling }: AskProps<'hash' | 'hashes'>) => {
  const { label, hint } = useLabel()(ask);
  return (
    <HashField
      id={idOf(filling.form, pointer)}
      label={label}
      hint={hint}
      error={filling.errors[pointer]}
      isMany={ask.kind === 'hashes'}
      value={filling.written[pointer] ?? ''}
      write={(hashes) => filling.write(pointer, hashes)}
    />
  );
};

export const Tick = ({ ask, pointer, filling: { form, written, write, errors } }: AskProps<'tick'>) => {
  const { label, hint } = useLabel()(ask);
  const id = idOf(form, pointer);
  const error = errors[pointer];
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      {error === undefined ? null : <p class="error">{error}</p>}
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          checked={written[pointer] === 'yes'}
          onChange={({ currentTarget }) => write(pointer, currentTarget.checked ? 'yes' : '')}
        />
        <label for={id}>{label}</label>
      </div>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
    </div>
  );
};
