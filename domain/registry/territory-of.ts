import { at, type LocatedObject, objectAt, objectsAt } from '../process/located.ts';
import type { ProblemList } from '../process/ocds-problems.ts';
import { sameName } from '../process/same-party.ts';

/**
 * Where the authority of a process is, by its address or by the register that its identifier comes from: ISO 3166-2 where the region is
 * known, else ISO 3166-1, else nothing. A release that is merged already; whoever runs the tender is asked before who buys.
 */
export const territoryOf = (release: LocatedObject): string | undefined => {
  for (const node of authoritiesIn(release)) {
    const found = territoryIn(node);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** What stands at a place that is not what it should be was listed when the process was read. */
const NOT_LISTED_AGAIN: ProblemList = { note: () => undefined, listed: () => [], leftOut: () => 0 };

const authoritiesIn = (release: LocatedObject): readonly LocatedObject[] => {
  const parties = objectsAt(release, 'parties', NOT_LISTED_AGAIN);
  const tender = objectAt(release, 'tender', NOT_LISTED_AGAIN);
  const references = [
    { reference: objectAt(tender, 'procuringEntity', NOT_LISTED_AGAIN), role: 'procuringEntity' },
    { reference: objectAt(release, 'buyer', NOT_LISTED_AGAIN), role: 'buyer' },
  ];
  return references.flatMap(({ reference, role }) => {
    const id = textAt(reference, 'id');
    const described = parties.filter((party) => (id === undefined ? hasRole(party, role) : textAt(party, 'id') === id));
    return [...described, ...(reference === undefined ? [] : [reference])];
  });
};

const hasRole = (party: LocatedObject, role: string): boolean => {
  const roles = at(party, 'roles');
  return roles?.kind === 'list' && roles.items.some((item) => item.kind === 'scalar' && item.value === role);
};

const textAt = (node: LocatedObject | undefined, key: string): string | undefined => {
  const found = at(node, key);
  return found?.kind === 'scalar' ? String(found.value).trim() || undefined : undefined;
};

const territoryIn = (node: LocatedObject): string | undefined => {
  const address = objectAt(node, 'address', NOT_LISTED_AGAIN);
  const scheme = textAt(objectAt(node, 'identifier', NOT_LISTED_AGAIN), 'scheme');
  const country = countryCalled(textAt(address, 'countryName')) ?? countryOfScheme(scheme);
  if (country === undefined) return undefined;
  const region = textAt(address, 'region');
  return (region === undefined ? undefined : SUBDIVISIONS[country]?.get(sameName(region))) ?? country;
};

const CODE = /^[A-Z]{2}$/;
// Codes that ISO leaves to its users: org-id.guide gives XI and XM to registers of no country.
const OF_NO_COUNTRY = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;

const isCountry = (code: string): boolean =>
  CODE.test(code) && !OF_NO_COUNTRY.test(code) && NAMES[0]?.of(code) !== undefined;

/** Registers are named for their country: `MX-RFC` (org-id.guide). */
const countryOfScheme = (scheme: string | undefined): string | undefined => {
  const [code = ''] = scheme?.split('-', 1) ?? [];
  return scheme?.[2] === '-' && isCountry(code) ? current(code) : undefined;
};

const countryCalled = (name: string | undefined): string | undefined => {
  if (name === undefined) return undefined;
  const code = name.toUpperCase();
  return isCountry(code) ? current(code) : COUNTRIES.get(sameName(name));
};

/** The code that a country has now, by one that it had or is wrongly given: `GB` by `UK`. */
const current = (code: string): string => Intl.getCanonicalLocales(`und-${code}`)[0]?.slice('und-'.length) ?? code;

const NAMES = [
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
  new Intl.DisplayNames('es', { type: 'region', fallback: 'none' }),
  new Intl.DisplayNames('pt', { type: 'region', fallback: 'none' }),
];

function* namedCountries(): Generator<[string, string]> {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    if (!isCountry(code)) continue;
    for (const names of NAMES) yield [sameName(names.of(code) ?? code), current(code)];
  }
  yield ['estadosunidosmexicanos', 'MX'];
}

/** Countries by their names in the languages of the field, without what publishers vary. */
const COUNTRIES: ReadonlyMap<string, string> = new Map(namedCountries());

/** States of Mexico (ISO 3166-2), short and in full: the profiles that hold in a part of a country hold there. */
const STATES_OF_MEXICO: Readonly<Record<string, readonly string[]>> = {
  AGU: ['Aguascalientes'],
  BCN: ['Baja California'],
  BCS: ['Baja California Sur'],
  CAM: ['Campeche'],
  CHH: ['Chihuahua'],
  CHP: ['Chiapas'],
  CMX: ['Ciudad de México', 'CDMX', 'Distrito Federal'],
  COA: ['Coahuila', 'Coahuila de Zaragoza'],
  COL: ['Colima'],
  DUR: ['Durango'],
  GRO: ['Guerrero'],
  GUA: ['Guanajuato'],
  HID: ['Hidalgo'],
  JAL: ['Jalisco'],
  MEX: ['México', 'Estado de México'],
  MIC: ['Michoacán', 'Michoacán de Ocampo'],
  MOR: ['Morelos'],
  NAY: ['Nayarit'],
  NLE: ['Nuevo León'],
  OAX: ['Oaxaca'],
  PUE: ['Puebla'],
  QUE: ['Querétaro', 'Querétaro de Arteaga'],
  ROO: ['Quintana Roo'],
  SIN: ['Sinaloa'],
  SLP: ['San Luis Potosí'],
  SON: ['Sonora'],
  TAB: ['Tabasco'],
  TAM: ['Tamaulipas'],
  TLA: ['Tlaxcala'],
  VER: ['Veracruz', 'Veracruz de Ignacio de la Llave'],
  YUC: ['Yucatán'],
  ZAC: ['Zacatecas'],
};

const SUBDIVISIONS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  MX: new Map(
    Object.entries(STATES_OF_MEXICO).flatMap(([state, called]) =>
      [state, `MX-${state}`, ...called].map((name) => [sameName(name), `MX-${state}`] as const),
    ),
  ),
};
