import { addToTip, TIP_LIMITS } from '../../domain/tips/send-tip.ts';
import type { Flaw, HandedIn, Told } from '../../web/pages/tips/shown.ts';
import { tipEntrancePage } from '../../web/pages/tips/tip-entrance.tsx';
import { tipFollowedPage } from '../../web/pages/tips/tip-followed.tsx';
import { FORM_FILES_BYTES_MAX } from '../_http/form-body.ts';
import { asHolder } from '../_http/tip-holder.ts';
import { FOLLOW_TIP, SHOW_TIP_ENTRANCE } from '../_http/tip-page-operations.ts';
import { tipAtHand } from '../_queries/tip-at-hand.ts';
import { filesIn, flawsIn, formIn, givenBack, typedIn } from './given.ts';
import { handIn } from './hand-in.ts';
import { codeOf, type TipNamed, tipIn } from './tip-code.ts';
import { caseOfTip, queryPortsOf, type Shown, type TipPagesPorts, tipPage } from './tip-page.ts';
import { toldOf } from './told.ts';

export const showTipEntrance = tipPage({
  ...SHOW_TIP_ENTRANCE,
  show: async () => ({ status: 200, page: tipEntrancePage({ code: '' }) }),
});

const entranceAgain = (code: string, flaw: Flaw['flaw']): Shown => ({
  status: 422,
  page: tipEntrancePage({ code, flaw: { field: 'code', flaw } }),
});

/** Shows a tip to whoever holds its code, and takes what they add to it. A wrong code, and that of a tip that is not there, look the same. */
export const followTip = tipPage({
  ...FOLLOW_TIP,
  show: async ({ event, ports }) => {
    const form = await formIn(event);
    if (!(form instanceof FormData)) {
      const [what, status] = form === 'too-large' ? (['tooLarge', 413] as const) : (['unreadable', 400] as const);
      return { status, page: tipEntrancePage({ code: '', told: { what } }) };
    }
    const code = givenBack(typedIn(form, 'code'), CODE_LENGTH_MAX);
    if (code.trim() === '') return entranceAgain(code, 'codeMissing');
    const tip = tipIn(code);
    if (tip === undefined) return entranceAgain(code, 'codeMistyped');
    if ((await readBy(ports, tip)) === undefined) return entranceAgain(code, 'codeUnknown');
    return KEY.test(typedIn(form, 'key')) ? added(ports, tip, form) : followed(ports, tip);
  },
});

/** Longer than any code, however it is spaced. */
const CODE_LENGTH_MAX = 200;
const KEY = /^[0-9a-f]{32}$/;

const readBy = (ports: TipPagesPorts, { case: caseId, tip, receipt }: TipNamed) =>
  tipAtHand(queryPortsOf(ports), { parameters: { case: caseId, tip }, caller: undefined, receipt });

interface Adding {
  /** What a repeat of the same form is known by; a new one where it is another form. */
  readonly key?: string;
  readonly text?: string;
  readonly flaws?: readonly Flaw[];
  readonly told?: Told;
  readonly handed?: readonly HandedIn[];
  readonly hadFiles?: boolean;
}

const followed = async (
  ports: TipPagesPorts,
  tip: TipNamed,
  { key = ports.entropy.salt(), text = '', ...adding }: Adding = {},
): Promise<Shown | undefined> => {
  const [read, about] = await Promise.all([readBy(ports, tip), caseOfTip(ports, tip.case)]);
  if (read === undefined || about === undefined) return undefined;
  const shown = { about, tip: read.body, code: codeOf(tip), key, text, filesBytesMax: FORM_FILES_BYTES_MAX };
  return { status: 200, page: tipFollowedPage({ ...shown, ...adding }) };
};

const added = async (ports: TipPagesPorts, tip: TipNamed, form: FormData): Promise<Shown | undefined> => {
  const [key, text] = [typedIn(form, 'key'), givenBack(typedIn(form, 'text'), TIP_LIMITS.text)];
  const { files, flaws: ofFiles } = await filesIn(form);
  const input = { tip: tip.tip, receipt: tip.receipt, text, ...hashesOf(files) };
  const understood = addToTip.understand(input);
  const flaws = [...('invalid' in understood ? flawsIn(understood.invalid, { text }) : []), ...ofFiles];
  const hadFiles = files.length > 0;
  if (flaws.length > 0) return withStatus(422, await followed(ports, tip, { key, text, flaws, hadFiles }));
  const asked = { name: 'add-to-tip', command: addToTip, case: tip.case, idempotencyKey: `add-${key}`, input } as const;
  const result = await toldOf(ports, () => asHolder(ports, asked));
  if ('tip' in result) {
    const handed = await handIn(ports, tip, files);
    return followed(ports, tip, { told: { what: 'added' }, handed });
  }
  const { told, status, headers } = result;
  const again = { text, told, hadFiles, ...(told.what === 'sentBefore' ? {} : { key }) };
  return withStatus(status, await followed(ports, tip, again), headers);
};

const hashesOf = (files: readonly { readonly sha256: string }[]) =>
  files.length === 0 ? {} : { files: files.map(({ sha256 }) => sha256) };

const withStatus = (status: number, shown: Shown | undefined, headers: Shown['headers'] = {}): Shown | undefined =>
  shown && { ...shown, status, headers };
