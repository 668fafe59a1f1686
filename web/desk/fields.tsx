import type { Ask } from './acts/act.ts';
import { formName, formOf, isAsked, pointerOf, rowsName, rowsOf, underOf, withoutRow } from './acts/body-of.ts';
import { useDesk } from './desk-tools.ts';
import { FieldSet } from './field-set.tsx';
import { type AskProps, type Filling, idOf, useLabel } from './filling.ts';
import { Boxes, Hash, OneField, Tick } from './one-field.tsx';
import { Radios } from './radios.tsx';

/** Every field that an act asks for, one under the other. */
export const Fields = ({
  asks,
  under = '',
  filling,
}: {
  readonly asks: readonly Ask[];
  readonly under?: string;
  readonly filling: Filling;
}) => (
  <>
    {asks
      .filter((ask) => isAsked(ask, filling.written, under))
      .map((ask) => (
        <AskField key={ask.name} ask={ask} pointer={pointerOf(under, ask.name)} filling={filling} />
      ))}
  </>
);

const AskField = ({ ask, pointer, filling }: AskProps) => {
  switch (ask.kind) {
    case 'fixed':
    case 'given':
      return null;
    case 'hash':
    case 'hashes':
      return <Hash ask={ask} pointer={pointer} filling={filling} />;
    case 'either':
      return <Either ask={ask} pointer={pointer} filling={filling} />;
    case 'questions':
      return <Questions ask={ask} pointer={pointer} filling={filling} />;
    case 'group':
      // What is known already is not asked.
      if (ask.asks.every(({ kind }) => kind === 'given' || kind === 'fixed')) return null;
      return <Group ask={ask} pointer={pointer} filling={filling} />;
    case 'rows':
      return <Rows ask={ask} pointer={pointer} filling={filling} />;
    case 'tick':
      return <Tick ask={ask} pointer={pointer} filling={filling} />;
    case 'yes-no':
    case 'choices':
    case 'some-of':
      return <Boxes ask={ask} pointer={pointer} filling={filling} />;
    default:
      return <OneField ask={ask} pointer={pointer} filling={filling} />;
  }
};

/** One of several forms, and what the chosen one asks for. */
const Either = ({ ask, pointer, filling }: AskProps<'either'>) => {
  const { form, written, write, errors } = filling;
  const { choices } = useDesk();
  const { label, hint } = useLabel()(ask);
  const chosen = formOf(ask, written, pointer);
  return (
    <>
      <Radios
        id={idOf(form, pointer)}
        label={label}
        hint={hint}
        error={errors[pointer]}
        chosen={written[formName(pointer)] ?? ''}
        choose={(code) => write(formName(pointer), code)}
        options={Object.keys(ask.forms).map((code) => ({ value: code, label: choices[ask.words]?.[code] ?? code }))}
      />
      {chosen === undefined ? null : <Fields asks={chosen} under={underOf(ask, pointer)} filling={filling} />}
    </>
  );
};

/** The questions of the profile: each is asked by itself, in its own words. */
const Questions = ({ ask, pointer, filling }: AskProps<'questions'>) => {
  const { form, written, write, errors, options } = filling;
  const { choices, views } = useDesk();
  const { label, hint } = useLabel()(ask);
  const error = errors[pointer];
  return (
    <FieldSet id={idOf(form, pointer)} label={label} hint={hint} error={error} isGroup>
      {options('questions').map(({ value, label: asks }) => {
        const at = pointerOf(pointer, value);
        return (
          <Radios
            key={value}
            id={idOf(form, at)}
            label={choices['impediments']?.[asks] ?? asks}
            chosen={written[at] ?? ''}
            choose={(answer) => write(at, answer)}
            options={[
              { value: 'yes', label: views.form.yes },
              { value: 'no', label: views.form.no },
            ]}
          />
        );
      })}
    </FieldSet>
  );
};

const Group = ({ ask, pointer, filling }: AskProps<'group'>) => {
  const { label, hint } = useLabel()(ask);
  return (
    <FieldSet id={idOf(filling.form, pointer)} label={label} hint={hint} isGroup>
      <Fields asks={ask.asks} under={pointer} filling={filling} />
    </FieldSet>
  );
};

/** Any number of the same: each row can be taken away, and those after it move up. */
const Rows = ({ ask, pointer, filling }: AskProps<'rows'>) => {
  const { form, written, write, rewrite, errors } = filling;
  const { views } = useDesk();
  const { label, hint } = useLabel()(ask);
  const count = rowsOf(written, pointer, ask.optional ? 0 : 1);
  const error = errors[pointer];
  return (
    <FieldSet id={idOf(form, pointer)} label={label} hint={hint} error={error} isGroup>
      {Array.from({ length: count }, (_, row) => (
        <div class="one-row" key={row}>
          <Fields asks={ask.asks} under={`${pointer}/${row}`} filling={filling} />
          <p class="actions">
            <button
              class="button second small"
              type="button"
              onClick={() => rewrite(withoutRow(written, pointer, { row, rows: count }))}
            >
              {views.form.removeRow} <span class="unseen">{row + 1}</span>
            </button>
          </p>
        </div>
      ))}
      <p class="actions">
        <button class="button second" type="button" onClick={() => write(rowsName(pointer), String(count + 1))}>
          {views.form.addRow}
        </button>
      </p>
    </FieldSet>
  );
};
