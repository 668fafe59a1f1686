import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { INSTRUMENT } from '../../domain/instruments/instruments.ts';
import type { Reader } from '../../domain/observations/seal.ts';
import { PROCESS } from '../../domain/process/process-state.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { mayReadObservation } from '../../domain/reading/may-read.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import { subjectOf } from '../../domain/state.ts';
import { composeWrit, type QuotedFinding, type WritFacts } from '../../domain/writs/compose-writ.ts';
import { definedIn } from '../_http/answer-query.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { type DocumentOperation, parsedQuery, QueryInvalid } from '../_http/operation.ts';
import { ProblemError, problem, refused } from '../_http/problem.ts';
import { callerOf, errorsOf } from '../_http/request.ts';
import { isWritKind, ODT, WRIT_DESCRIPTION, writQuery } from '../_http/writ-operation.ts';
import { type CaseAtHand, caseAtHand, subjectAtHand, subjectsAtHand } from '../_queries/case-at-hand.ts';
import { heldIn } from '../_queries/observation-view.ts';
import { readerOf } from '../_queries/reader.ts';
import { writeOdt } from './write-odt.ts';

type Asked = z.infer<typeof writQuery>;

const quoted = z.looseObject({
  title: z.string(),
  narrative: z.string(),
  category: z.optional(z.string()),
  categoryText: z.optional(z.string()),
  place: z.optional(z.string()),
  legalBasis: z.optional(z.string()),
});

/**
 * The findings that are named; undefined where one is not there, or not the reader’s to read: both look the same. An
 * observation of another type, which the reader may read, is refused by name.
 */
const quotedFindings = async (
  { cases, clock }: ApiPorts,
  { head }: CaseAtHand,
  { ids, reader }: { ids: readonly string[]; reader: Reader },
): Promise<{ readonly findings: readonly QuotedFinding[] } | { readonly refusal: Refusal } | undefined> => {
  const reading = { reader, head, now: clock.now() };
  const subjects = await subjectsAtHand({ cases }, head.case, ids);
  const findings = ids.flatMap((id) => subjectOf(subjects, 'observation', id) ?? []);
  const mayQuote = findings.every((each) => each.withdrawnAt === undefined && mayReadObservation(reading, each));
  if (findings.length !== ids.length || !mayQuote) return undefined;
  const other = findings.find(({ type }) => type !== 'finding');
  if (other !== undefined) return refuse('not-a-finding', { observation: other.id });
  const contents = await cases.contents({ case: head.case, versions: findings.map(heldIn) });
  const told = findings.flatMap((finding) => {
    const { data } = quoted.safeParse(contents.get(heldIn(finding))?.body);
    if (data === undefined) return [];
    const { title, narrative, category, categoryText, place, legalBasis } = data;
    return [
      {
        id: finding.id,
        filedAt: finding.filedAt,
        title,
        narrative,
        ...(category === 'other' && categoryText !== undefined ? { categoryText } : {}),
        ...(place === undefined ? {} : { place }),
        ...(legalBasis === undefined ? {} : { legalBasis }),
      },
    ];
  });
  return { findings: told };
};

const processOf = async ({ cases }: ApiPorts, caseId: string): Promise<WritFacts['process']> => {
  const subject = await subjectAtHand({ cases }, caseId, PROCESS);
  if (subject?.kind !== 'process') return {};
  const { title, buyer, procuringEntity } = subject.process;
  const name = (procuringEntity ?? buyer)?.name;
  return { title, ...(name === undefined ? {} : { buyer: name }) };
};

/** Names of files are made of codes alone: nothing that somebody wrote stands in one. */
const fileName = (kind: string, caseId: string): string => `${kind}-${caseId}.odt`;

const parsedWrit = (event: APIGatewayProxyEventV2): Asked => {
  try {
    return parsedQuery(writQuery, event.queryStringParameters ?? {});
  } catch (error) {
    if (error instanceof QueryInvalid) throw new ProblemError('query-invalid', { errors: errorsOf(error.issues) });
    throw error;
  }
};

const answerWrit = async (
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const caller = await callerOf(event, ports.identity);
  const parameters = definedIn(event.pathParameters ?? {});
  const kind = parameters.kind ?? '';
  const found = await caseAtHand({ cases: ports.cases }, { parameters });
  // What is asked of a case that is not there is not looked at: it is not found, however it was asked.
  if (found === undefined || !isWritKind(kind)) return problem('not-found');
  const { language = 'es', controlAuthority, findings: named } = parsedWrit(event);
  const ids = [...new Set(named?.split(',') ?? [])];
  if (kind === 'petition-for-documents' && named !== undefined) {
    const detail = 'is not asked of a petition for documents: only a complaint quotes findings';
    throw new ProblemError('query-invalid', { errors: [{ pointer: '/findings', detail }] });
  }
  const quoting = await quotedFindings(ports, found, { ids, reader: readerOf(caller) });
  const profile = profileOf(found.head.profile);
  const tiers = profile.controlAuthorities.value;
  const to = controlAuthority ?? tiers[0]?.id;
  if (quoting === undefined || !tiers.some(({ id }) => id === to)) return problem('not-found');
  if ('refusal' in quoting) return refused(quoting.refusal);
  const writ = composeWrit({
    kind,
    language,
    head: found.head,
    instrument: INSTRUMENT[found.head.instrument],
    profile,
    process: await processOf(ports, found.head.case),
    findings: quoting.findings,
    ...(to === undefined ? {} : { controlAuthority: to }),
  });
  return {
    statusCode: 200,
    headers: {
      'content-type': ODT,
      'content-disposition': `attachment; filename="${fileName(kind, found.head.case)}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      vary: 'authorization',
    },
    isBase64Encoded: true,
    body: Buffer.from(writeOdt(writ)).toString('base64'),
  };
};

/** A petition or a complaint, filled in from a case for whoever may read what it quotes. */
export const readWrit: DocumentOperation = { ...WRIT_DESCRIPTION, answer: answerWrit };
