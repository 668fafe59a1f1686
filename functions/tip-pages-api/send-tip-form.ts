import { isLanguage, type Language } from '../../domain/languages.ts';
import { sendTip, TIP_LIMITS } from '../../domain/tips/send-tip.ts';
import type { CaseOfTip, Flaw, Told } from '../../web/pages/tips/shown.ts';
import { type TipTyped, tipFormPage } from '../../web/pages/tips/tip-form.tsx';
import { tipSentPage } from '../../web/pages/tips/tip-sent.tsx';
import { FORM_FILES_BYTES_MAX } from '../_http/form-body.ts';
import { asHolder } from '../_http/tip-holder.ts';
import { SEND_TIP_FORM, SHOW_TIP_FORM } from '../_http/tip-page-operations.ts';
import { tipAtHand } from '../_queries/tip-at-hand.ts';
import { filesIn, flawsIn, formIn, type GivenFile, givenBack, typedIn, unlessEmpty } from './given.ts';
import { handIn } from './hand-in.ts';
import { codeOf, newReceipt, type TipNamed } from './tip-code.ts';
import { caseOfTip, queryPortsOf, type Shown, type TipPagesPorts, tipPage } from './tip-page.ts';
import { toldOf } from './told.ts';

const NOTHING = (language: Language): TipTyped => ({ text: '', name: '', contact: '', language });

/** The form, with a receipt code of its own: whatever is sent with it, sent again, is the same tip. */
export const showTipForm = tipPage({
  ...SHOW_TIP_FORM,
  show: async ({ language, caseId, ports }) => {
    const about = await caseOfTip(ports, caseId);
    if (about === undefined) return undefined;
    return formAgain({ about, receipt: await newReceipt(ports), typed: NOTHING(language) });
  },
});

interface Again {
  readonly about: CaseOfTip;
  readonly receipt: string;
  readonly typed: TipTyped;
  readonly flaws?: readonly Flaw[];
  readonly told?: Told;
  readonly hadFiles?: boolean;
}

/** The form with all that was typed: nothing that somebody wrote is lost to a mistake. */
const formAgain = (
  again: Again,
  { status, headers = {} }: Pick<Shown, 'headers'> & { status: number } = OK,
): Shown => ({
  status,
  headers,
  page: tipFormPage({ ...again, filesBytesMax: FORM_FILES_BYTES_MAX }),
});

const OK = { status: 200 };

/** Takes a tip as `POST /cases/{case}/tips` does, then its files. The code is answered on the page itself: no address may hold it, so nothing leads on. */
export const sendTipForm = tipPage({
  ...SEND_TIP_FORM,
  show: async ({ language, caseId, event, ports }) => {
    const about = await caseOfTip(ports, caseId);
    if (about === undefined) return undefined;
    const form = await formIn(event);
    if (!(form instanceof FormData)) {
      const again = { about, receipt: await newReceipt(ports), typed: NOTHING(language) };
      return form === 'too-large'
        ? formAgain({ ...again, told: { what: 'tooLarge' } }, { status: 413 })
        : formAgain({ ...again, told: { what: 'unreadable' } }, { status: 400 });
    }
    const typed = typedBy(form, language);
    const { files, flaws } = await filesIn(form);
    return sent(ports, { about, typed, receipt: typedIn(form, 'receipt'), files, flaws });
  },
});

const typedBy = (form: FormData, language: Language): TipTyped => {
  const told = typedIn(form, 'language');
  return {
    text: givenBack(typedIn(form, 'text'), TIP_LIMITS.text),
    name: givenBack(typedIn(form, 'name'), TIP_LIMITS.name),
    contact: givenBack(typedIn(form, 'contact'), TIP_LIMITS.contact),
    language: isLanguage(told) ? told : language,
  };
};

interface Sending extends Pick<Again, 'about' | 'typed' | 'receipt'> {
  readonly files: readonly GivenFile[];
  readonly flaws: readonly Flaw[];
}

const sent = async (ports: TipPagesPorts, sending: Sending): Promise<Shown> => {
  const { about, typed, receipt, files } = sending;
  const { name, contact, ...said } = typed;
  const input = {
    ...said,
    receipt,
    ...unlessEmpty('name', name),
    ...unlessEmpty('contact', contact),
    ...(files.length === 0 ? {} : { files: files.map(({ sha256 }) => sha256) }),
  };
  const understood = sendTip.understand(input);
  const issues = 'invalid' in understood ? understood.invalid : [];
  const flaws = [...flawsIn(issues, typed), ...sending.flaws];
  const hadFiles = files.length > 0;
  if (flaws.length > 0) return formAgain({ about, receipt, typed, flaws, hadFiles }, { status: 422 });
  const anew = async (told: Told) => ({ about, receipt: await newReceipt(ports), typed, told, hadFiles });
  // Nobody types a receipt: one that is none was lost on the way.
  if (issues.length > 0) return formAgain(await anew({ what: 'unreadable' }), { status: 400 });
  // One form is one tip: its receipt is what a repeat of it is known by.
  const asked = { name: 'send-tip', command: sendTip, case: about.case, idempotencyKey: 'form', input } as const;
  const result = await toldOf(ports, () => asHolder(ports, asked));
  if ('tip' in result) return sentPage(ports, { case: about.case, tip: result.tip, receipt }, { about, files });
  const { told, ...answered } = result;
  const again = told.what === 'sentBefore' ? await anew(told) : { about, receipt, typed, told, hadFiles };
  return formAgain(again, answered);
};

const sentPage = async (
  ports: TipPagesPorts,
  tip: TipNamed,
  { about, files }: Pick<Sending, 'about' | 'files'>,
): Promise<Shown> => {
  const handed = await handIn(ports, tip, files);
  const asked = { parameters: { case: tip.case, tip: tip.tip }, caller: undefined, receipt: tip.receipt };
  const read = await tipAtHand(queryPortsOf(ports), asked);
  return { status: 200, page: tipSentPage({ about, code: codeOf(tip), handed, dueAt: read?.body.dueAt }) };
};
