import type { Told } from '../../web/pages/tips/shown.ts';
import { retryAfterOf } from '../_http/tip-holder.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import type { CommandResult } from '../_record/handle-command.ts';
import type { TipPagesPorts } from './tip-page.ts';

/** The tip that came into being, or what to tell whoever sent the form. */
type Outcome =
  | { readonly tip: string }
  | { readonly told: Told; readonly status: number; readonly headers?: Readonly<Record<string, string>> };

const FAILED = { told: { what: 'failed' }, status: 503 } as const;

/** Asks something of a tip, and says what came of it in words for a page. A store that does not answer loses nothing that was typed. */
export const toldOf = async (ports: TipPagesPorts, ask: () => Promise<CommandResult>): Promise<Outcome> => {
  try {
    return outcomeOf(await ask(), ports.clock.now());
  } catch (error) {
    if (!(error instanceof OutsideFailure)) throw error;
    ports.log.say('VEE003', { failure: error.message });
    return FAILED;
  }
};

const outcomeOf = (result: CommandResult, now: string): Outcome => {
  if ('answer' in result) return { tip: result.answer.created ?? '' };
  if ('failure' in result)
    return result.failure === 'key-reused' ? { told: { what: 'sentBefore' }, status: 409 } : FAILED;
  if (!('refusal' in result)) return { told: { what: 'unreadable' }, status: 400 };
  const { word, facts } = result.refusal;
  const { retryAt } = facts;
  if (word === 'tips-too-many' && typeof retryAt === 'string')
    return { told: { what: 'busy', retryAt }, status: 429, headers: { ...retryAfterOf(result, now) } };
  return { told: { what: word === 'tip-full' ? 'full' : 'closed' }, status: 409 };
};
