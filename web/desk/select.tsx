import { Field } from '../components/form.tsx';
import { useDesk } from './desk-tools.ts';

interface SelectProps {
  readonly name: string;
  readonly label: string;
  /** Empty where nothing is chosen. */
  readonly chosen: string;
  /** What stands for none of them; null where one is always chosen. */
  readonly none?: string | null;
  readonly choose: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few, or all: what a list is filtered by. */
export const Select = ({ name, label, none, chosen, choose, options }: SelectProps) => {
  const { frame } = useDesk().views;
  return (
    <Field name={name} label={label}>
      {(described) => (
        <select {...described} value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {none === null ? null : <option value="">{none ?? frame.every}</option>}
          {options.map(({ value, label: said }) => (
            <option key={value} value={value}>
              {said}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
