import { action } from '../_http/answer-action.ts';
import { CHANGE_NOTICE_SETTINGS, GIVE_MAIL_ADDRESS, READ_NOTICE_SETTINGS } from '../_http/notice-operations.ts';
import { type ActionOperation, type QueryOperation, query } from '../_http/operation.ts';
import { mailGoesTo, SETTINGS_UNLESS_SAID } from '../_notices/mail-goes-to.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';

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
    act: async ({ body, caller }) => {
      await ports.notices.saveSettings(caller.person, body);
      return { status: 200, body: await settingsOf(ports, caller.person) };
    },
  }),
  action({
    ...GIVE_MAIL_ADDRESS,
    act: async ({ body: { address }, caller }) => {
      await ports.notices.saveAddress(caller.person, address);
      return { status: 200, body: await settingsOf(ports, caller.person) };
    },
  }),
];
