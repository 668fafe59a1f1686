import { definedIn } from '../_http/answer-query.ts';
import { ANNEXES_DESCRIPTION } from '../_http/bundle-operation.ts';
import type { DocumentOperation } from '../_http/operation.ts';
import { problem } from '../_http/problem.ts';
import { callerOf } from '../_http/request.ts';
import { annexesAtHand, annexesFolder, annexesKey, composeAnnexes } from './annexes.ts';
import type { BundlingPorts } from './answer-bundle.ts';
import { askedIn, bytesIn, serveZip } from './serve-zip.ts';

/** The annexes of a published report, for everybody: that they were fetched is nobody's business, so nothing is recorded. */
export const readAnnexes = (ports: BundlingPorts): DocumentOperation => ({
  ...ANNEXES_DESCRIPTION,
  answer: async (event) => {
    // Everybody gets the same; a token that nobody takes is refused here as everywhere.
    await callerOf(event, ports.identity);
    const at = await annexesAtHand(ports, {
      parameters: definedIn(event.pathParameters ?? {}),
      now: ports.clock.now(),
    });
    if (at === undefined) return problem('not-found');
    const { language, part } = askedIn(event);
    if (part > at.documents.parts.length) return problem('not-found');
    return serveZip(ports.bundles, {
      key: annexesKey(at, `${language}-${part}`),
      fileName: `${annexesFolder(at, part)}.zip`,
      sizeBytes: bytesIn(at.documents, part),
      compose: () => composeAnnexes({ ...at, language, part }, ports.evidence),
    });
  },
});
