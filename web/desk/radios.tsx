import { FieldSet } from './field-set.tsx';

interface RadiosProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly chosen: string;
  readonly choose: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few. A field inside of a chosen form may be called like the form: its id must differ from that of the choice. */
export const Radios = ({ id, label, hint, error, chosen, choose, options }: RadiosProps) => (
  <FieldSet id={id} label={label} hint={hint} error={error}>
    {options.map(({ value, label: said }) => (
      <div class="choice" key={value}>
        <input
          type="radio"
          id={`${id}--${value}`}
          name={id}
          checked={chosen === value}
          onChange={() => choose(value)}
        />
        <label for={`${id}--${value}`}>{said}</label>
      </div>
    ))}
  </FieldSet>
);
