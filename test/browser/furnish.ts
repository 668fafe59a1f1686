import * as z from 'zod/mini';
import { verificationCode } from '../../functions/_reports/verification-code.ts';
import type { System } from '../../local/system.ts';
import type { Door } from '../../local/walk/hand.ts';
import { jpeg } from '../support/documents/pictures.ts';
import type { Cases } from './world.ts';

/** What the furnished tip tells. */
export const TOLD = 'The trucks are weighed on a scale that nobody has tested since May.';

/** What stands around the cases of a world. */
export interface Furnished {
  /** The authority that most cases are of. */
  readonly authority: string;
  /** The last report of the closed case, and the code on it. */
  readonly report: string;
  readonly code: string;
  /** The code of a tip with a photo, which was answered. */
  readonly tip: string;
  /** The receipt of a form for a tip: sent with it, the same words are the same tip. */
  readonly receipt: string;
}

const REASON = 'The team asked for the certificate of the scale.';

const authorities = z.object({ items: z.array(z.object({ authority: z.string(), cases: z.number() })) });
const reports = z.object({ items: z.array(z.object({ id: z.string() })) });

/** Sends a tip with a photo through its page, has it answered, and waits until all that follows from the cases is there. */
export const furnish = async (
  { url, settled }: System,
  { closed, sealed, opened }: Cases,
  { door, written }: { readonly door: Door; readonly written: Set<string> },
): Promise<Furnished> => {
  const read = async (path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json();
  for (const text of [TOLD, 'IMG 0042.jpg', 'Abc 1']) written.add(text);
  const tip = await sendTip(`${url}/es/cases/${sealed}/tips/new`);
  await settled();
  const at = `/cases/${sealed}/tips/tip-1`;
  await done(door.post('coordinator-1', `${at}/lead`, { body: {}, idempotencyKey: 'lead' }));
  const answer = { code: 'passed-to-team', reason: REASON };
  await done(door.post('coordinator-1', `${at}/answer`, { body: answer, idempotencyKey: 'answer' }));
  await settled();
  const { items } = authorities.parse(await read('/authorities'));
  const [most] = items.toSorted((one, other) => other.cases - one.cases);
  const report = reports.parse(await read(`/cases/${closed}/reports`)).items.at(-1)?.id ?? '';
  const receipt = receiptIn(await (await fetch(`${url}/es/cases/${opened}/tips/new`)).text());
  return { authority: most?.authority ?? '', report, code: await verificationCode(closed, report), tip, receipt };
};

const receiptIn = (form: string): string => /name="receipt" value="([^"]+)"/.exec(form)?.[1] ?? '';
const CODE = /(?:ip|oc)-[0-9a-z]{20}-\d+(?:-[0-9a-f]{4}){8}/;

const sendTip = async (address: string): Promise<string> => {
  const body = new FormData();
  const typed = { receipt: receiptIn(await (await fetch(address)).text()), text: TOLD, language: 'en' };
  for (const [name, value] of Object.entries({ ...typed, name: '', contact: '' })) body.append(name, value);
  const photo = new Uint8Array(await jpeg());
  body.append('files', new File([photo], 'IMG 0042.jpg', { type: 'image/jpeg' }));
  const page = await (await fetch(address, { method: 'POST', body })).text();
  const [code] = CODE.exec(page) ?? [];
  if (code === undefined) throw new Error('The tip was not taken.');
  return code;
};

const done = async (answering: Promise<{ readonly status: number; readonly body: unknown }>): Promise<void> => {
  const { status, body } = await answering;
  if (status >= 300) throw new Error(`The world was not furnished: ${JSON.stringify(body)}`);
};
