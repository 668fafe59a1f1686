import * as z from 'zod/mini';
import { BIDDERS } from '../../domain/state.ts';
import { query } from '../_http/operation.ts';
import { caseAtHand, subjectAtHand } from './case-at-hand.ts';
import { nothingAsked } from './paging.ts';

const bidderView = z.strictObject({
  bidder: z.string(),
  name: z.string(),
  signature: z.enum(['awaited', 'signed', 'refused']),
});

/** A bidder is named by the official data, one among others, when they were imported or when they changed, or by the event that registered it. */
const namesOf = (body: unknown): ((bidder: string) => string | undefined) => {
  const official = z
    .object({ process: z.object({ bidders: z.array(z.object({ name: z.string() })) }) })
    .safeParse(body);
  if (official.success)
    return (bidder) => official.data.process.bidders[Number(bidder.slice('bidder-'.length)) - 1]?.name;
  const named = z.object({ parties: z.array(z.object({ party: z.string(), name: z.string() })) }).safeParse(body);
  if (named.success) return (bidder) => named.data.parties.find(({ party }) => party === bidder)?.name;
  const registered = z.object({ name: z.string() }).safeParse(body);
  return () => (registered.success ? registered.data.name : undefined);
};

export const listBidders = query({
  name: 'list-bidders',
  path: '/cases/{case}/bidders',
  summary: 'List the bidders of the process and whether each signed the pact',
  query: nothingAsked,
  answers: z.strictObject({ items: z.array(bidderView) }),
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const list = await subjectAtHand(ports, found.head.case, BIDDERS);
    const bidders = list?.kind === 'bidders' ? Object.entries(list.bidders) : [];
    const versions = [...new Set(bidders.map(([, { namedIn }]) => namedIn))];
    const contents = await ports.cases.contents({ case: found.head.case, versions });
    const names = new Map(versions.map((version) => [version, namesOf(contents.get(version)?.body)]));
    return {
      body: {
        items: bidders.map(([bidder, { signature, namedIn }]) => ({
          bidder,
          name: names.get(namedIn)?.(bidder) ?? bidder,
          signature,
        })),
      },
      version: found.version,
    };
  },
});
