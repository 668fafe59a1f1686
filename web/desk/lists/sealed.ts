/** What is told of an observation that is sealed. */
interface Sealed {
  readonly seal: string;
  readonly embargoUntil?: string | undefined;
  readonly withdrawnAt?: string | undefined;
}

/** Why something is sealed, in the order in which it opens: a date is known, the award is awaited, or somebody must open it. */
export const SEALED = ['embargo-extended', 'until-award', 'restricted'] as const;
type SealName = (typeof SEALED)[number];

export const isSealed = ({ seal }: Sealed): boolean => SEALED.some((each) => each === seal);

/** What opens first comes first. */
export const byOpening = (one: Sealed, other: Sealed): number => {
  const place = ({ seal }: Sealed): number => SEALED.findIndex((each: SealName) => each === seal);
  return place(one) - place(other) || (one.embargoUntil ?? '').localeCompare(other.embargoUntil ?? '');
};
