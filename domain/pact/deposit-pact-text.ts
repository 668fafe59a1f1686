import * as z from 'zod/mini';
import { asJsonObject, sha256 } from '../../events/shapes.ts';
import { command, record } from '../command.ts';
import { actFileRefusal, filesOfAct, shelfOfAct } from '../documents/file-of-act.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { language, title } from '../shapes.ts';
import { BIDDERS, type Head } from '../state.ts';

const EDITIONS_MAX = 100;

/** Everybody signed, or bids are open: what binds bidders was known before, and cannot be another text now. */
const isConcluded = ({ pactSignedByAuthority, biddersAwaited, numbers, bidsOpenedAt }: Head): boolean =>
  bidsOpenedAt !== undefined || (pactSignedByAuthority && biddersAwaited.open === 0 && (numbers.bidder ?? 0) > 0);

/** Deposits the text of the pact by its hash. A new edition before the pact is concluded asks everybody who signed to sign again. */
export const depositPactText = command({
  name: 'deposit-pact-text',
  input: () =>
    z.strictObject({
      documentHash: sha256,
      title: z.optional(title),
      language: z.optional(language),
      version: z.optional(title),
      documentName: z.optional(title),
    }),
  subjects: () => [BIDDERS, ...shelfOfAct('pact')],
  related: (_, sight) => filesOfAct('pact', sight),
  decide: ({ documentHash, ...words }, situation) => {
    const { head } = situation;
    if (head.instrument !== 'integrity-pact') return refuse('not-for-this-instrument', { instrument: head.instrument });
    if (head.pactText?.documentHash === documentHash) return refuse('pact-text-unchanged', { documentHash });
    if (isConcluded(head)) return refuse('pact-concluded');
    const isFirst = head.pactText === undefined;
    const differs = actFileRefusal(situation, { shelf: 'pact', documentHash, isFirst });
    if (differs !== undefined) return differs;
    const edition = (head.pactText?.edition ?? 0) + 1;
    if (edition > EDITIONS_MAX) return refuse('pact-concluded', { editionsMax: EDITIONS_MAX });
    const content = asJsonObject(words);
    return record({
      type: 'pact.text-deposited.v1',
      data: { documentHash, edition },
      ...(Object.keys(content).length === 0 ? {} : { content }),
    });
  },
});

/** What is signed is the text that was deposited, where one was. */
export const textRefusal = ({ pactText }: Head, documentHash: string): { refusal: Refusal } | undefined =>
  pactText === undefined || pactText.documentHash === documentHash
    ? undefined
    : refuse('pact-text-differs', { documentHash: pactText.documentHash, edition: pactText.edition });
