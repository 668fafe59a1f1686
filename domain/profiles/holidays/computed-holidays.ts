/** The holidays of a country as they were computed when this was built, packed: they travel in every bundle that counts days. */
export interface ComputedHolidays {
  /** Named by their place, as a letter: `a` is the first. */
  readonly names: readonly string[];
  /** What falls on the same day in every known year: month, day and the letter of its name (`0101a`), one after the other. */
  readonly everyYear: string;
  /** The rest, by year. A year that is not here is not known. */
  readonly years: Readonly<Record<string, string>>;
}
