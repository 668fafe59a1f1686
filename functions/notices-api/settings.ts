import { action } from '../_http/answer-action.ts';
import { CHANGE_NOTICE_SETTINGS, GIVE_MAIL_ADDRESS, READ_NOTICE_SETTINGS } from '../_http/notice-operations.ts';
import { type ActionOperation, type QueryOperation, query } from '../_http/operation.ts';
import { mailGoesTo, SETTINGS_UNLESS_SAID } from '../_notices/mail-goes-to.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';
import { doneBefore, marked, markOf } from './once.ts';

/** How somebody is told now. The address itself is not repeated: whoever borrows a session should not collect it. */
const settingsOf = async (ports: NoticesApiPorts, person: string) => {
  const { language, mail } = (await ports.notices.settings(person)) ?? SETTINGS_UNLESS_SAID;
  const goesTo = await mailGoesTo(ports, person);
  return { language, mail, mailGoesTo: goesTo?.from ?? ('nowhere' as const) };
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
      if (doneBefore(marks, mark) === undefined) {
        await ports.notices.saveAddress(person, body.address, marked(marks, mark));
      }
      return { status: 200, body: await settingsOf(ports, person) };
    },
  }),
];
