import { withoutLookalikes } from './lookalikes.ts';

export interface Identifier {
  readonly scheme?: string | undefined;
  readonly id: string;
}

/** What is shorter are the numbers of a list; under a scheme even short registers are told apart. */
const ID_KEY_LENGTH_MIN = 5;
const ID_KEY_LENGTH_MIN_IN_SCHEME = 3;

/** What is written where there is no identifier. The two of Mexico stand for the general public and for foreigners. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  `XAXX010101000 XEXX010101000 NINGUNO NINGUNA NOAPLICA NOTIENE NODISPONIBLE NOIDENTIFICADO PENDIENTE DESCONOCIDO UNKNOWN
  SINRFC SINNIT SINRUC SINRNC SINDATO SINDATOS SINNUMERO SININFORMACION NOTAVAILABLE NOTAPPLICABLE UNDEFINED PRUEBA
  12345 123456 1234567 12345678 123456789 1234567890 0123456789 12345678901 123456789012 44444401 999999999999`.split(
    /\s+/,
  ),
);

const SAME_SIGN_THROUGHOUT = /^(.)\1*$/u;

const LETTERS_AND_DIGITS = /^[A-Z0-9]*$/;
const SIGNS = /[^A-Z0-9]+/g;
const ASCII = /^[ -~]*$/;

const plain = (text: string): string => {
  const upper = text.toUpperCase();
  if (LETTERS_AND_DIGITS.test(upper)) return upper;
  return ASCII.test(upper) ? upper.replace(SIGNS, '') : plainOfAnyScript(text);
};

const plainOfAnyScript = (text: string): string =>
  withoutLookalikes(text.normalize('NFKD'))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** An identifier without case, spaces, dots and dashes; nothing where it identifies nobody. */
export const identifierKey = ({ scheme, id }: Identifier): Identifier | undefined => {
  const schemeKey = scheme === undefined ? '' : plain(scheme);
  const whole = plain(id);
  const key = schemeKey !== '' && whole.startsWith(schemeKey) ? whole.slice(schemeKey.length) : whole;
  const lengthMin = schemeKey === '' ? ID_KEY_LENGTH_MIN : ID_KEY_LENGTH_MIN_IN_SCHEME;
  if (key.length < lengthMin || SAME_SIGN_THROUGHOUT.test(key) || PLACEHOLDERS.has(key)) return undefined;
  return schemeKey === '' ? { id: key } : { scheme: schemeKey, id: key };
};

/** The same identifier: under the same scheme where both state one. Takes keys. */
export const isSameIdentifier = (one: Identifier, other: Identifier): boolean =>
  one.id === other.id && (one.scheme === undefined || other.scheme === undefined || one.scheme === other.scheme);
