import { draw } from '../app/drawn.ts';
import { jsonIn } from '../app/kept-text.ts';
import { TOLD } from '../app/told.ts';
import { ReceiptChecked } from './receipt-check.tsx';
import type { ReceiptWords } from './words.ts';

/** The public record is read without saying who reads it. */
const ask = async (path: string) => {
  const response = await fetch(path, { credentials: 'omit', headers: { accept: 'application/json' } });
  return { status: response.status, body: jsonIn(await response.text()) };
};

/** The server of the same house wrote it. */
const isTold = (value: unknown): value is ReceiptWords => typeof value === 'object' && value !== null;

const words = jsonIn(document.getElementById(TOLD)?.textContent ?? null);
if (!isTold(words)) throw new Error('The page does not tell its script its words.');
draw(<ReceiptChecked words={words} ask={ask} />);
