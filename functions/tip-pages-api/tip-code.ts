import { receiptMade } from '../_http/tip-holder.ts';
import type { Entropy } from '../_ports/ports.ts';

/** A tip, and what shows that it is one’s own. */
export interface TipNamed {
  readonly case: string;
  readonly tip: string;
  readonly receipt: string;
}

/** 128 bits in hexadecimal: as much as the machine draws for one, and half of what somebody would have to copy by hand. */
const RECEIPT_DIGITS = 32;
const IN_GROUPS = /.{1,4}/g;

export const newReceipt = async ({ entropy }: { entropy: Entropy }): Promise<string> =>
  (await receiptMade(entropy)).slice(0, RECEIPT_DIGITS);

/**
 * What somebody keeps of a tip: where it is, and its receipt, in one code. The house keeps no list of receipts in which a tip could be
 * looked up, and an address that named the tip would tell whoever looks into a browser’s history whose it is.
 */
export const codeOf = ({ case: caseId, tip, receipt }: TipNamed): string =>
  `${caseId}-${tip.replace('tip-', '')}-${(receipt.match(IN_GROUPS) ?? []).join('-')}`;

const CODE = /^((?:ip|oc)-[0-9a-z]{20})-([1-9]\d{0,5})-([0-9a-f-]{32,80})$/;
const RECEIPT = /^[0-9a-f]{32,64}$/;

/** What a code names, however it was copied: in capitals, with blanks, on two lines. Undefined where it is no code. */
export const tipIn = (typed: string): TipNamed | undefined => {
  const [, caseId, number, digits = ''] = CODE.exec(typed.replaceAll(/\s/g, '').toLowerCase()) ?? [];
  const receipt = digits.replaceAll('-', '');
  if (caseId === undefined || number === undefined || !RECEIPT.test(receipt)) return undefined;
  return { case: caseId, tip: `tip-${number}`, receipt };
};
