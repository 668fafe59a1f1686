import { action } from '../_http/answer-action.ts';
import {
  CHANGE_NOTICE_SETTINGS,
  CONFIRM_MAIL_ADDRESS,
  GIVE_MAIL_ADDRESS,
  READ_NOTICE_SETTINGS,
} from '../_http/notice-operations.ts';
import { type ActionOperation, type QueryOperation, query } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import { mailGoesTo, purposeOfAddress, SETTINGS_UNLESS_SAID } from '../_notices/mail-goes-to.ts';
import type { OwnAddress } from '../_ports/notice-ports.ts';
import type { ActionMark, Mailbox } from '../_ports/outbox-ports.ts';
import { asking, awaitsCode, confirmedBy, putAsking, wakeWaiting } from './confirm-mail.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';
import { doneBefore, marked, markOf } from './once.ts';

/** How somebody is told now. The address itself is not repeated: whoever borrows a session should not collect it. */
const settingsOf = async (ports: NoticesApiPorts, person: string) => {
  const { language, mail } = (await ports.notices.settings(person)) ?? SETTINGS_UNLESS_SAID;
  const goesTo = await mailGoesTo(ports, person);
  const own = await ports.notices.address(person);
  return { language, mail, mailGoesTo: goesTo?.from ?? ('nowhere' as const), ...awaitsCode(own?.mailbox) };
};

export const settingsQueries = (ports: NoticesApiPorts): readonly QueryOperation[] => [
  query({
    ...READ_NOTICE_SETTINGS,
    ask: async (_, { caller }) => (caller === undefined ? undefined : { body: await settingsOf(ports, caller.person) }),
  }),
];

export const settingsActions = (ports: NoticesApiPorts): readonly ActionOperation[] => [
  action({
    ...CHANGE_NOTICE_SETTINGS,
    act: async ({ body, caller, idempotencyKey }) => {
      const { person } = caller;
      const marks = await ports.notices.marks('settings', person);
      const mark = await markOf({ ...CHANGE_NOTICE_SETTINGS, caller, idempotencyKey, body }, ports.clock.now());
      if (doneBefore(marks, mark) === undefined) await ports.notices.saveSettings(person, body, marked(marks, mark));
      return { status: 200, body: await settingsOf(ports, person) };
    },
  }),
  action({
    ...GIVE_MAIL_ADDRESS,
    act: async ({ body, caller, idempotencyKey }) => {
      const { person } = caller;
      const marks = await ports.notices.marks('address', person);
      const mark = await markOf({ ...GIVE_MAIL_ADDRESS, caller, idempotencyKey, body }, ports.clock.now());
      const before = await ports.notices.address(person);
      const mailbox =
        doneBefore(marks, mark) === undefined
          ? await givenAddress(ports, person, { before, address: body.address, marks: marked(marks, mark) })
          : before?.mailbox;
      // Noted and not put in is what a crash leaves: then this puts it in.
      await putAsking(ports, mailboxOf(person), mailbox);
      return { status: 200, body: await settingsOf(ports, person) };
    },
  }),
  action({
    ...CONFIRM_MAIL_ADDRESS,
    act: async ({ body, caller }) => {
      const { person } = caller;
      const before = await ports.notices.address(person);
      const mailbox = await confirmedBy(before?.mailbox, body.code, ports.clock.now());
      if (before !== undefined && mailbox !== before.mailbox) {
        const { askedAt, version: seen } = before;
        const marks = await ports.notices.marks('address', person);
        if (!(await ports.notices.saveAddress(person, { own: { mailbox, askedAt }, seen, marks })))
          throw new ProblemError('lost-every-race');
        await wakeWaiting(ports, mailboxOf(person));
      }
      return { status: 200, body: await settingsOf(ports, person) };
    },
  }),
];

/** As `deliver-notices` knows the mailbox of somebody. */
const mailboxOf = (person: string): string => `person:${person}`;

/** Another address begins anew, and nothing goes to the one before it any more; one that was confirmed and is given again stays so. */
const givenAddress = async (
  ports: NoticesApiPorts,
  person: string,
  {
    before,
    address,
    marks,
  }: { before: OwnAddress | undefined; address: string | undefined; marks: readonly ActionMark[] },
): Promise<Mailbox | undefined> => {
  const { mailbox: known, askedAt: lately = [], version: seen = 0 } = before ?? {};
  const isKept = address === undefined || (known?.address === address && known.confirmedAt !== undefined);
  const mailbox = isKept ? known : await asking(ports, { address, purpose: purposeOfAddress(person), askedAt: lately });
  const own = {
    ...(address === undefined || mailbox === undefined ? {} : { mailbox }),
    askedAt: isKept ? lately : (mailbox?.askedAt ?? lately),
  };
  if (!(await ports.notices.saveAddress(person, { own, seen, marks }))) throw new ProblemError('lost-every-race');
  return own.mailbox;
};
