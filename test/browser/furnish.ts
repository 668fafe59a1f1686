import * as z from 'zod/mini';
import { verificationCode } from '../../functions/_reports/verification-code.ts';
import { keptMails } from '../../local/kept-mails.ts';
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
  /** A mail in the mailbox of the machine. */
  readonly mail: string;
}

const REASON = 'The team asked for the certificate of the scale.';

const authorities = z.object({ items: z.array(z.object({ authority: z.string(), cases: z.number() })) });
const reports = z.object({ items: z.array(z.object({ id: z.string() })) });

interface Hands {
  readonly door: Door;
  readonly written: Set<string>;
}

/** Sends a tip with a photo through its page, has it answered, and waits until all that follows from the cases is there. */
export const furnish = async (system: System, cases: Cases, hands: Hands): Promise<Furnished> => {
  const { url, settled } = system;
  const { closed, sealed, opened } = cases;
  const { door, written } = hands;
  const read = async (path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json();
  for (const text of [TOLD, 'IMG 0042.jpg', 'Abc 1']) written.add(text);
  const tip = await sendTip(`${url}/es/cases/${sealed}/tips/new`);
  await settled();
  const at = `/cases/${sealed}/tips/tip-1`;
  await done(door.post('coordinator-1', `${at}/lead`, { body: {}, idempotencyKey: 'lead' }));
  const answer = { code: 'passed-to-team', reason: REASON };
  await done(door.post('coordinator-1', `${at}/answer`, { body: answer, idempotencyKey: 'answer' }));
  await proceed(cases, door, dayBefore(system.clock.now()));
  const mail = await sendMail(system, hands);
  await settled();
  const { items } = authorities.parse(await read('/authorities'));
  const [most] = items.toSorted((one, other) => other.cases - one.cases);
  const report = reports.parse(await read(`/cases/${closed}/reports`)).items.at(-1)?.id ?? '';
  const receipt = receiptIn(await (await fetch(`${url}/es/cases/${opened}/tips/new`)).text());
  return { authority: most?.authority ?? '', report, code: await verificationCode(closed, report), tip, receipt, mail };
};

const MS_PER_DAY = 86_400_000;
/** Whatever the zone, it is no day of the future. */
const dayBefore = (now: string): string => new Date(Date.parse(now) - MS_PER_DAY).toISOString().slice(0, 10);

/** What the walks leave out: questions of every state, a flag that was answered, a proceeding that came to its end. */
const proceed = async ({ closed, sealed }: Cases, { post }: Door, on: string): Promise<void> => {
  const act = async (person: string, path: string, body: object) =>
    done(post(person, `/cases/${path}`, { body, idempotencyKey: path }));
  const asked = [
    { question: 'Who kept the envelopes?', visibility: 'public' },
    { question: 'How many bidders asked for a copy?', visibility: 'public' },
    { question: 'Who had the key of the room?', visibility: 'after-award' },
  ];
  for (const [number, question] of asked.entries()) {
    const body = { ...question, language: 'en' };
    await done(post('member-1', `/cases/${sealed}/questions`, { body, idempotencyKey: `question-${number}` }));
  }
  const answer = { answer: 'The secretary of the committee did.', language: 'en' };
  await act('authority-1', `${sealed}/questions/question-1/answer`, answer);
  await act('member-1', `${sealed}/flags/flag-1/dismissal`, { reason: 'It was urgent, with reasons in writing.' });
  const begun = { escalation: 'escalation-1', kind: 'administrative-sanction', state: 'opened', on };
  const told = {
    number: 'PA-17/2027',
    body: 'Internal control, second chamber',
    against: 'The supervisor of the works',
  };
  await act('control-1', `${closed}/proceedings`, { ...begun, ...told });
  const ended = { state: 'final', on, note: 'Nobody appealed it.' };
  await act('coordinator-1', `${closed}/proceedings/proceeding-1/states`, ended);
};

/** Has one mail sent: the code that confirms an address. */
const sendMail = async ({ folder, settled, deliver }: System, { door, written }: Hands): Promise<string> => {
  const body = { address: 'member-7@own.example' };
  await done(door.post('member-7', '/me/mail-address', { body, idempotencyKey: 'mail-address' }));
  await settled();
  await deliver();
  const [mail] = await keptMails(folder);
  if (mail === undefined) throw new Error('No mail was sent.');
  // It is in the language of its reader, on the pages of all.
  for (const part of [mail.subject, ...mail.text.split(/(?:\r?\n){2,}|(?=https?:\/\/)/)]) written.add(part);
  return mail.id;
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
