import { type ApiHandler, api } from '../_http/api.ts';
import { followTip, showTipEntrance } from './follow-tip.ts';
import { sendTipForm, showTipForm } from './send-tip-form.ts';
import type { TipPagesPorts } from './tip-page.ts';

/**
 * Tips by pages that need no script. A function of its own: of all that answers pages it alone writes, and hands in files. Nobody is
 * signed in on these pages, so that no page of others can send anything in somebody’s name.
 */
export const tipPagesApi = (ports: TipPagesPorts): ApiHandler =>
  api([showTipForm, sendTipForm, showTipEntrance, followTip], ports, (page, event, given) => page.answer(event, given));
