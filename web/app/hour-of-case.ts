const zoneNameIn = (locale: string, at: number, timeZone: string | undefined): string | undefined =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;

interface How {
  /** Of the case; by the clock of the device where nothing names one. */
  readonly zone: string | undefined;
  readonly dateStyle: 'long' | 'medium';
}

/**
 * A day and an hour as they are said where the case is, whoever reads them: an act is held at the hour of its place. The zone is named
 * where the clock of the device says another hour.
 */
export const hourOfCase = (locale: string, at: number | string, { zone, dateStyle }: How): string => {
  const instant = new Date(at).getTime();
  const hour = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone: zone }).format(instant);
  const there = zoneNameIn(locale, instant, zone);
  return there === zoneNameIn(locale, instant, undefined) ? hour : `${hour} (${there})`;
};

interface Due {
  readonly dueAt: string;
  readonly zone: string;
  /** Where it is the end of a term: an act or a visit is due at an hour, also at midnight. */
  readonly term?: unknown;
}

const MS_BEFORE = 1;

/** Until when something can be done: where a term ends with a day, that day, for what is due is the first instant after it. */
export const dueIn = (locale: string, { dueAt, zone, term }: Due, dateStyle: How['dateStyle']): string => {
  const at = Date.parse(dueAt);
  // Sweden writes hours as ISO 8601 does.
  const hour = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'medium' }).format(at);
  if (term === undefined || hour !== '00:00:00') return hourOfCase(locale, dueAt, { zone, dateStyle });
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: zone }).format(at - MS_BEFORE);
};
