/** Formats are costly to make and hold no state: one of each is kept. There are as many as languages, zones of profiles and ways of writing. */
const kept = <Format, Options extends object>(make: (locale: string, options: Options) => Format) => {
  const formats = new Map<string, Format>();
  return (locale: string, options: Options): Format => {
    const name = `${locale} ${JSON.stringify(options)}`;
    const known = formats.get(name);
    if (known !== undefined) return known;
    const made = make(locale, options);
    formats.set(name, made);
    return made;
  };
};

/** How dates are written in a zone. Throws for a zone that there is none of. */
export const dateFormat = kept(
  (locale: string, { timeZone, ...how }: Intl.DateTimeFormatOptions & { readonly timeZone: string }) =>
    new Intl.DateTimeFormat(locale, { ...how, timeZone }),
);

/** How numbers are written. Throws for a currency or a unit that there is none of. */
export const numberFormat = kept((locale: string, how: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, how));

/** An amount with the code of its currency, which is never taken for another’s: `MXN 1,250,000.00`. The same on pages and in documents. */
export const moneyFormat = (
  locale: string,
  { amount, currency }: { readonly amount: number; readonly currency: string },
): string => {
  try {
    return numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(amount);
  } catch {
    // Official data name currencies that are none.
    return `${currency} ${numberFormat(locale, {}).format(amount)}`;
  }
};
