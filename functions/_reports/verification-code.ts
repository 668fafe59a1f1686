import { sha256Hex } from '../../events/record.ts';

/** Crockford’s digits: none can be taken for another when it is read aloud or typed. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_PER_DIGIT = 5;
const DATA_DIGITS = 15;
const GROUP = 4;
const MEANT: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Luhn’s sum to the base of the digits: one digit mistyped, or two neighbours exchanged (but for 0 and Z), give another. */
const checkDigit = (data: string): string => {
  const base = DIGITS.length;
  const sum = Array.from(data)
    .toReversed()
    .reduce((total, digit, index) => {
      const addend = DIGITS.indexOf(digit) * (index % 2 === 0 ? 2 : 1);
      return total + Math.floor(addend / base) + (addend % base);
    }, 0);
  return DIGITS.charAt((base - (sum % base)) % base);
};

const grouped = (digits: string): string => digits.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? '';

/** The code by which a report is verified: the same for ever, because it follows from the names of its case and of itself. `7GMB-…` */
export const verificationCode = async (caseId: string, report: string): Promise<string> => {
  const bits =
    BigInt(`0x${await sha256Hex(`veedor:report:${caseId}:${report}`)}`) >>
    (256n - BigInt(DATA_DIGITS * BITS_PER_DIGIT));
  const data = Array.from({ length: DATA_DIGITS }, (_, index) => {
    const shift = BigInt((DATA_DIGITS - 1 - index) * BITS_PER_DIGIT);
    return DIGITS.charAt(Number((bits >> shift) & 31n));
  }).join('');
  return grouped(data + checkDigit(data));
};

/** A code as it is kept, however it was typed; undefined for what cannot be one. */
export const readCode = (typed: string): string | undefined => {
  const digits = Array.from(typed.toUpperCase().replaceAll(/[\s-]/g, ''), (digit) => MEANT[digit] ?? digit).join('');
  const isCode = digits.length === DATA_DIGITS + 1 && Array.from(digits).every((digit) => DIGITS.includes(digit));
  return isCode && checkDigit(digits.slice(0, -1)) === digits.at(-1) ? grouped(digits) : undefined;
};
