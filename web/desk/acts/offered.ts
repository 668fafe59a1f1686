import type { Act } from './act.ts';

/** Who would act: the roles of the token, and what the API says that they may do in the case now. */
export interface Actor {
  readonly roles: readonly string[];
  /** The operations of the case that are theirs now; none outside of a case. */
  readonly may: readonly string[];
}

interface OfferedOn {
  readonly on: Act['on'];
  readonly thing?: Readonly<Record<string, unknown>>;
  /** The part of the case, where the thing is the case. */
  readonly part?: string | undefined;
}

type Named = readonly [name: string, act: Act];

/**
 * The acts that somebody can try on a thing as it stands. In a case the API has said what they may do; beside the cases their role
 * says it.
 */
export const offered = <Name extends string>(
  acts: Readonly<Record<Name, Act>>,
  actor: Actor,
  { on, thing = {}, part }: OfferedOn,
): readonly Name[] =>
  namesOf(acts).filter((name) => {
    const act = acts[name];
    return act.on === on && act.part === part && isTheirs([name, act], actor) && (act.fits?.(thing) ?? true);
  });

const isTheirs = ([name, { roles, operation = name }]: Named, actor: Actor): boolean =>
  roles === undefined ? actor.may.includes(operation) : roles.some((role) => actor.roles.includes(role));

const namesOf = <Name extends string>(acts: Readonly<Record<Name, Act>>): readonly Name[] => {
  const isName = (name: string): name is Name => Object.hasOwn(acts, name);
  return Object.keys(acts).filter(isName);
};
