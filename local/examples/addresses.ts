import type { Language } from '../../domain/languages.ts';
import { keptMails } from '../kept-mails.ts';
import { PEOPLE } from '../people.ts';
import type { System } from '../system.ts';
import { saidIn, WalkStopped } from '../walk/hand.ts';
import { httpDoor } from '../walk/http-door.ts';

/** Whoever has nothing to do with the cases of the stories gets no mail. */
const UNTOLD = ['assessor', 'auditor', 'administrator'];

/** Some are told otherwise than the rest: in another language, or once a day. */
const WISHES: Readonly<Record<string, { readonly language: Language; readonly mail: 'immediate' | 'digest' }>> = {
  'witness-2': { language: 'en', mail: 'immediate' },
  'member-5': { language: 'en', mail: 'digest' },
  'authority-2': { language: 'pt', mail: 'immediate' },
  'control-2': { language: 'es', mail: 'digest' },
};

/** A name that no mail can reach (RFC 2606). */
const addressOf = (person: string): string => `${person}@veedor.example`;

/** A code as it stands in the mail that asks, on a line of its own. */
const CODE = /^[\w-]{43}$/m;

/**
 * Lets the example people give addresses and confirm them with the codes that come there, over the API like everybody. Done again after
 * an interruption, it changes nothing.
 */
export const giveAddresses = async (system: System): Promise<void> => {
  const door = httpDoor(system);
  const send = async (by: string, path: string, body: object): Promise<void> => {
    const answer = await door.post(by, path, { body, idempotencyKey: `example-mail-${by}` });
    if (answer.status >= 300) throw new WalkStopped(`${by} could not POST ${path}: ${saidIn(answer.body)}`);
  };
  const people = PEOPLE.filter(({ roles }) => !roles.some((role) => UNTOLD.includes(role))).map(({ id }) => id);
  for (const person of people) await send(person, '/me/mail-address', { address: addressOf(person) });
  await system.deliver();
  const codes = new Map(
    (await keptMails(system.folder)).toReversed().map(({ to, text }) => [to, CODE.exec(text)?.[0]]),
  );
  for (const person of people) {
    const code = codes.get(addressOf(person));
    // What was confirmed before an interruption is: mails about facts came since.
    if (code !== undefined) await send(person, '/me/mail-address/confirmation', { code });
    const wish = WISHES[person];
    if (wish !== undefined) await send(person, '/me/notice-settings', wish);
  }
};
