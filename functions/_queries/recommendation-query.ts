import * as z from 'zod/mini';
import { isTakenUp } from '../../domain/recommendations/take-up.ts';
import type { SubjectOf } from '../../domain/state.ts';
import type { JsonObject } from '../../events/shapes.ts';
import { query } from '../_http/operation.ts';
import { LIST_RECOMMENDATIONS } from '../_http/recommendation-operations.ts';
import { caseAtHand, subjectsPage } from './case-at-hand.ts';

type Recommendation = SubjectOf<'recommendation'>;
type Body = (version: number) => JsonObject | undefined;

/** Recommendations of one page: one that was followed up and responded to as often as can be, in the longest words, takes 330 KB. */
const RECOMMENDATIONS_PAGE_MAX = 12;

const reportText = z.looseObject({
  recommendations: z._default(z.array(z.looseObject({ to: z.string(), recommends: z.string() })), []),
});

const textIn = (body: JsonObject | undefined, field: string): string | undefined => {
  const found = body?.[field];
  return typeof found === 'string' ? found : undefined;
};

const show = ({ kind: _, id, followUps, responses, ...recommendation }: Recommendation, body: Body, now: string) => {
  const { recommendations } = reportText.parse(body(recommendation.textIn) ?? {});
  const written = recommendations[recommendation.number - 1];
  return {
    ...recommendation,
    recommendation: id,
    to: written?.to,
    recommends: written?.recommends,
    due: now >= recommendation.dueAt && !isTakenUp(recommendation.level),
    followUps: followUps.map((each) => ({
      ...each,
      evidence: textIn(body(each.recordedIn), 'evidence'),
      language: textIn(body(each.recordedIn), 'language'),
      documentHashes: hashesIn(body(each.recordedIn)),
    })),
    responses: responses.map((each) => ({
      ...each,
      response: textIn(body(each.recordedIn), 'response'),
      language: textIn(body(each.recordedIn), 'language'),
    })),
  };
};

const hashesIn = (body: JsonObject | undefined): string[] => {
  const found = body?.['documentHashes'];
  return Array.isArray(found) ? found.filter((hash) => typeof hash === 'string') : [];
};

/** What published reports recommend: everybody reads it, with its follow-ups and what the institutions say. */
export const listRecommendations = query({
  ...LIST_RECOMMENDATIONS,
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const caseId = found.head.case;
    const { limit, cursor } = request.query;
    const page = await subjectsPage(ports, caseId, {
      kind: 'recommendation',
      limit: Math.min(limit, RECOMMENDATIONS_PAGE_MAX),
      cursor,
    });
    const things = page.items.flatMap((subject) => (subject.kind === 'recommendation' ? [subject] : []));
    const versions = things.flatMap(({ textIn: text, followUps, responses }) => [
      text,
      ...[...followUps, ...responses].map(({ recordedIn }) => recordedIn),
    ]);
    const contents = await ports.cases.contents({ case: caseId, versions });
    const items = things.map((thing) => show(thing, (version) => contents.get(version)?.body, ports.now()));
    return { body: { items }, version: found.version, ...(page.next === undefined ? {} : { next: page.next }) };
  },
});
