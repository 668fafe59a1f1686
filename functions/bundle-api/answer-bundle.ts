import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { definedIn } from '../_http/answer-query.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { BUNDLE_DESCRIPTION, bundleQuery, ZIP } from '../_http/bundle-operation.ts';
import { type DocumentOperation, parsedQuery, QueryInvalid } from '../_http/operation.ts';
import { ProblemError, problem } from '../_http/problem.ts';
import { callerOf, errorsOf } from '../_http/request.ts';
import type { BundlePorts, EvidenceDocument, EvidenceDocuments } from '../_ports/bundle-ports.ts';
import { type DocumentParts, partsOf } from './bundle-parts.ts';
import { composeBundle, folderOf } from './compose-bundle.ts';
import { type EvidenceAtHand, evidenceAtHand } from './evidence-at-hand.ts';
import { gather } from './gather.ts';
import { plainLens, sanitisedLens } from './lens.ts';
import { BUNDLE_FORMAT } from './manifest.ts';
import type { Composing } from './summary.ts';

/** Lambda answers 6 MB at most, and bytes are written in base64 there, which adds a third. */
export const DIRECT_BYTES_MAX = 4_000_000;
const DOCUMENTS_PER_PAGE = 100;

export type BundleApiPorts = ApiPorts & BundlePorts;

const parsed = (event: APIGatewayProxyEventV2): z.infer<typeof bundleQuery> => {
  try {
    return parsedQuery(bundleQuery, event.queryStringParameters ?? {});
  } catch (error) {
    if (error instanceof QueryInvalid) throw new ProblemError('query-invalid', { errors: errorsOf(error.issues) });
    throw error;
  }
};

const documentsOf = async (at: EvidenceAtHand, evidence: EvidenceDocuments): Promise<DocumentParts> => {
  const documents: EvidenceDocument[] = [];
  const attachedTo = [at.escalation.id, ...at.escalation.findings];
  let from: string | undefined;
  do {
    const page = await evidence.list({
      case: at.head.case,
      attachedTo,
      limit: DOCUMENTS_PER_PAGE,
      ...(from === undefined ? {} : { from }),
    });
    documents.push(...page.items);
    from = page.next;
  } while (from !== undefined);
  return partsOf(documents, at.sanitised);
};

const answer = async (
  event: APIGatewayProxyEventV2,
  ports: BundleApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const caller = await callerOf(event, ports.identity);
  const at = await evidenceAtHand(ports, { parameters: definedIn(event.pathParameters ?? {}), caller });
  // What is asked of an escalation that is not there is not looked at: it is not found, however it was asked.
  if (at === undefined) return problem('not-found');
  const { language, part } = parsed(event);
  const documents = ports.evidence === undefined ? undefined : await documentsOf(at, ports.evidence);
  if (part > (documents?.parts.length ?? 1)) return problem('not-found');
  const key = keyOf(at, `${language}-${part}`);
  const isLarge = bytesIn(documents, part) > DIRECT_BYTES_MAX;
  const fileName = `${folderOf({ at, part })}.zip`;
  if (isLarge && (await ports.bundles.has(key))) return linked(ports, { key, fileName });
  const gathered = await gather(at);
  const lens = at.sanitised ? sanitisedLens(gathered.protected) : plainLens;
  const composing: Composing = { at, gathered, lens, language, documents, part };
  const { first, rest } = await readUpTo(DIRECT_BYTES_MAX, composeBundle(composing, ports.evidence));
  if (rest === undefined) return whole(first, fileName);
  await ports.bundles.keep({ key, chunks: rest });
  return linked(ports, { key, fileName });
};

/** The same bytes stand under the same key: whoever asks again is given what is there already. */
const keyOf = ({ head, escalation, version }: EvidenceAtHand, which: string): string =>
  `bundles/${head.case}/${escalation.id}/${BUNDLE_FORMAT}-${version}-${which}.zip`;

const bytesIn = (documents: DocumentParts | undefined, part: number): number =>
  (documents?.parts[part - 1] ?? []).reduce((sum, { bytes: { sizeBytes } }) => sum + sizeBytes, 0);

interface ReadSoFar {
  readonly first: readonly Uint8Array[];
  /** All of it from the beginning, where there is more than was read. */
  readonly rest?: AsyncIterable<Uint8Array>;
}

const readUpTo = async (bytesMax: number, chunks: AsyncGenerator<Uint8Array>): Promise<ReadSoFar> => {
  const first: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) return { first };
    first.push(next.value);
    bytes += next.value.byteLength;
    if (bytes > bytesMax) return { first, rest: afterThose(first, chunks) };
  }
};

async function* afterThose(first: Uint8Array[], chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first.splice(0);
  yield* chunks;
}

const NEVER_CACHED = { 'cache-control': 'no-store', vary: 'authorization', 'referrer-policy': 'no-referrer' } as const;

const whole = (chunks: readonly Uint8Array[], fileName: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    ...NEVER_CACHED,
    'content-type': ZIP,
    'content-disposition': `attachment; filename="${fileName}"`,
    'x-content-type-options': 'nosniff',
  },
  isBase64Encoded: true,
  body: Buffer.concat(chunks).toString('base64'),
});

const linked = async (
  { bundles }: BundlePorts,
  file: { key: string; fileName: string },
): Promise<APIGatewayProxyStructuredResultV2> => {
  const link = await bundles.link(file);
  return {
    statusCode: 303,
    headers: { ...NEVER_CACHED, 'content-type': 'application/json', location: link.url },
    body: JSON.stringify(link),
  };
};

/** The evidence of an escalation, for whoever may take it. */
export const readBundle = (ports: BundleApiPorts): DocumentOperation => ({
  ...BUNDLE_DESCRIPTION,
  answer: (event) => answer(event, ports),
});
