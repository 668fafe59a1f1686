import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { definedIn } from '../_http/answer-query.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { BUNDLE_DESCRIPTION } from '../_http/bundle-operation.ts';
import type { DocumentOperation } from '../_http/operation.ts';
import { problem } from '../_http/problem.ts';
import { callerOf } from '../_http/request.ts';
import type { BundlePorts, EvidenceDocuments } from '../_ports/bundle-ports.ts';
import { type DocumentParts, partsOf } from './bundle-parts.ts';
import { composeBundle, folderOf } from './compose-bundle.ts';
import { type EvidenceAtHand, evidenceAtHand } from './evidence-at-hand.ts';
import { gather } from './gather.ts';
import { plainLens, sanitisedLens } from './lens.ts';
import { allDocuments } from './listed-documents.ts';
import { BUNDLE_FORMAT } from './manifest.ts';
import { recordBundled } from './record-bundled.ts';
import { askedIn, bytesIn, serveZip } from './serve-zip.ts';
import type { Composing } from './summary.ts';

export type BundleApiPorts = ApiPorts & BundlePorts;
export type BundlingPorts = BundleApiPorts & { readonly evidence: EvidenceDocuments };

/** What hangs on the findings, as the control authority may know of it that the bundle is written for. */
const documentsOf = async (at: EvidenceAtHand, evidence: EvidenceDocuments): Promise<DocumentParts> => {
  const { head, reader, asOf: now, escalation, sanitised } = at;
  const documents = await allDocuments(evidence, { head, reader, now, attachedTo: escalation.findings });
  return partsOf(documents, sanitised ? 'without-metadata' : 'originals');
};

const answer = async (
  event: APIGatewayProxyEventV2,
  ports: BundlingPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const caller = await callerOf(event, ports.identity);
  const at = await evidenceAtHand(ports, { parameters: definedIn(event.pathParameters ?? {}), caller });
  // What is asked of an escalation that is not there is not looked at: it is not found, however it was asked.
  if (at === undefined || caller === undefined) return problem('not-found');
  const { language, part } = askedIn(event);
  const documents = await documentsOf(at, ports.evidence);
  if (part > documents.parts.length) return problem('not-found');
  const served = await serveZip(ports.bundles, {
    key: keyOf(at, `${language}-${part}`),
    fileName: `${folderOf({ at, part })}.zip`,
    sizeBytes: bytesIn(documents, part),
    compose: async () => {
      const gathered = await gather(at);
      const lens = at.sanitised ? sanitisedLens(gathered.protected) : plainLens;
      const composing: Composing = { at, gathered, lens, language, documents, part };
      return composeBundle(composing, ports.evidence);
    },
    beforeGiven: () => recordBundled(ports, { at, part, caller, documents: documents.parts[part - 1] ?? [] }),
  });
  if (part === documents.parts.length) return served;
  return { ...served, headers: { ...served.headers, link: `<?language=${language}&part=${part + 1}>; rel="next"` } };
};

/** The same bytes stand under the same key: whoever asks again is given what is there already. */
const keyOf = ({ head, escalation, version }: EvidenceAtHand, which: string): string =>
  `bundles/${head.case}/${escalation.id}/${BUNDLE_FORMAT}-${version}-${which}.zip`;

/** The evidence of an escalation, for whoever may take it. */
export const readBundle = (ports: BundlingPorts): DocumentOperation => ({
  ...BUNDLE_DESCRIPTION,
  answer: (event) => answer(event, ports),
});
