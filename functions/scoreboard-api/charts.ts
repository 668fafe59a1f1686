import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { CHART_STYLE, type Chart, drawnAlone } from '../../charts/chart.ts';
import { coverageChart } from '../../charts/coverage-chart.ts';
import { scoreboardChart } from '../../charts/scoreboard-chart.ts';
import { timelineChart } from '../../charts/timeline-chart.ts';
import { INITIATIVES } from '../../domain/initiatives/initiatives.ts';
import { INSTRUMENT_WORDS } from '../../domain/initiatives/words.ts';
import { PROCESS } from '../../domain/process/process-state.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { definedIn } from '../_http/answer-query.ts';
import { type DocumentDescription, type DocumentOperation, parsedQuery, QueryInvalid } from '../_http/operation.ts';
import { ProblemError, problem } from '../_http/problem.ts';
import { callerOf, errorsOf } from '../_http/request.ts';
import { DRAW_COVERAGE, DRAW_SCOREBOARD, DRAW_TIMELINE } from '../_http/scoreboard-operations.ts';
import { caseAtHand, subjectAtHand } from '../_queries/case-at-hand.ts';
import { coveredPeriodsOf, readCoverage } from '../_tallies/read-coverage.ts';
import { type Group, readGroups } from '../_tallies/read-groups.ts';
import { cellsIn } from '../_tallies/scored.ts';
import { caseBookKey, watchedCaseSchema } from '../_tallies/watched-case.ts';
import type { ScoreboardApiPorts } from './scoreboard-api-ports.ts';

const STYLE_HASH = createHash('sha256').update(CHART_STYLE).digest('base64');

/** A picture runs nothing, fetches nothing, and has the one style that it carries. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'`;

interface Request<Asked> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Asked;
}

/** Everybody sees the same picture. A token that is none is refused here as everywhere. */
const chart = <
  Query extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Query>> },
>(
  described: Omit<DocumentDescription, 'query'> & { readonly query: Query },
  draw: (request: Request<z.core.output<Query>>) => Promise<Chart | undefined>,
): DocumentOperation => ({
  ...described,
  answer: async (event, { identity }) => {
    await callerOf(event, identity);
    const parameters = definedIn(event.pathParameters ?? {});
    const drawn = await refusingBadQueries(async () =>
      draw({ parameters, query: parsedQuery(described.query, event.queryStringParameters ?? {}) }),
    );
    return drawn === undefined ? problem('not-found') : answered(event, drawnAlone(drawn));
  },
});

const answered = (event: APIGatewayProxyEventV2, body: string): APIGatewayProxyStructuredResultV2 => {
  const headers = {
    etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`,
    'cache-control': 'public, max-age=5',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
  };
  if (event.headers['if-none-match'] === headers.etag) return { statusCode: 304, headers };
  return { statusCode: 200, headers: { ...headers, 'content-type': 'image/svg+xml; charset=utf-8' }, body };
};

const refusingBadQueries = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof QueryInvalid) throw new ProblemError('query-invalid', { errors: errorsOf(error.issues) });
    throw error;
  }
};

export const charts = (ports: ScoreboardApiPorts): readonly DocumentOperation[] => [
  chart(DRAW_SCOREBOARD, async ({ query: { group, language, limit, cursor } }) => {
    const { groups } = await readGroups(ports.tallies, group, { limit, cursor });
    const name = ({ id, name: called }: Group): string => {
      const instrument = group === 'instrument' ? INSTRUMENTS.find((each) => each === id) : undefined;
      return instrument === undefined ? (called ?? id) : INSTRUMENT_WORDS[instrument][language];
    };
    return scoreboardChart({
      id: 'scoreboard',
      language,
      groups: groups.map((each) => ({
        name: name(each),
        cases: each.counters['cases'] ?? 0,
        cells: cellsIn(each.counters),
      })),
      initiatives: INITIATIVES,
    });
  }),
  chart(DRAW_COVERAGE, async ({ query: { language, ...asked } }) => {
    const { name, authority, items } = await readCoverage(ports.tallies, asked, ports.clock.now());
    const called = name ?? authority;
    const periods = coveredPeriodsOf(items);
    return coverageChart({ id: 'coverage', language, periods, ...(called === undefined ? {} : { authority: called }) });
  }),
  chart(DRAW_TIMELINE, async ({ parameters, query: { language } }) => {
    const found = await caseAtHand(ports, { parameters });
    if (found === undefined) return undefined;
    const { head } = found;
    const [book, process] = await Promise.all([
      ports.tallies.book(caseBookKey(head.case)),
      subjectAtHand(ports, head.case, PROCESS),
    ]);
    // A case that no event has told of yet has come to its first stage.
    const watch =
      book === undefined || book.seen === 0 ? undefined : watchedCaseSchema.parse(JSON.parse(book.state)).watch;
    const stages = watch?.stages ?? [{ stage: 'appointment' as const, from: head.openedAt }];
    const isClosed = stages.at(-1)?.stage === 'closed';
    return timelineChart({
      id: 'timeline',
      language,
      name: process?.kind === 'process' ? process.process.title : head.ocid,
      stages,
      pauses: watch?.pauses ?? [],
      lanes: watch?.lanes ?? {},
      until: isClosed && watch !== undefined ? watch.lastAt : ports.clock.now(),
      zone: profileOf(head.profile).zone.value,
    });
  }),
];
