import { isRecord, textIn } from '../../app/kept-text.ts';

/** A parameter of a profile, as the API tells it. */
export interface ParameterShown {
  readonly value: unknown;
  readonly source: string;
  readonly verified: boolean;
}

export interface NamedParameter {
  readonly name: string;
  readonly is: ParameterShown;
}

/** A profile, as the API tells it: its parameters beside what it is called. */
export type ProfileShown = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly version: number;
  readonly title: string;
};

const parameterIn = (value: unknown): ParameterShown | undefined =>
  isRecord(value) && typeof value['verified'] === 'boolean'
    ? { value: value['value'], source: textIn(value['source']), verified: value['verified'] }
    : undefined;

/** Every parameter of a profile by its name, in the order of the profile. */
export const parametersIn = (profile: ProfileShown): readonly NamedParameter[] =>
  Object.entries(profile).flatMap(([name, value]) => {
    const is = parameterIn(value);
    return is === undefined ? [] : [{ name, is }];
  });

export interface TermShown {
  readonly number: number;
  readonly unit: string;
  readonly startsWith: string;
}

/** The value of a parameter as a term; undefined where it is none. */
export const termIn = ({ value }: ParameterShown): TermShown | undefined =>
  isRecord(value) && typeof value['number'] === 'number'
    ? { number: value['number'], unit: textIn(value['unit']), startsWith: textIn(value['startsWith']) }
    : undefined;
