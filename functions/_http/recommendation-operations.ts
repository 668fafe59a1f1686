import * as z from 'zod/mini';
import {
  followUpSchema,
  recommendationSchema,
  responseSchema,
} from '../../domain/recommendations/recommendation-state.ts';
import type { QueryDescription } from './operation.ts';
import { paging } from './paging.ts';

const written = z.optional(z.string());

/** Apart from what describes whole reports: the page of a case asks for it too, and loads no more than it needs. */
export const LIST_RECOMMENDATIONS = {
  method: 'GET',
  function: 'report-api',
  kind: 'query',
  name: 'list-recommendations',
  path: '/cases/{case}/recommendations',
  summary: 'List what published reports recommend, each with how far it was taken up, when and by what evidence',
  query: paging,
  answers: z.strictObject({
    items: z.array(
      z.strictObject({
        ...z.omit(recommendationSchema, { kind: true, id: true, followUps: true, responses: true }).shape,
        recommendation: z.string(),
        to: written,
        recommends: written,
        /** Past its due date, and not taken up. */
        due: z.boolean(),
        followUps: z.array(
          z.strictObject({
            ...followUpSchema.shape,
            evidence: written,
            language: written,
            documentHashes: z.array(z.string()),
          }),
        ),
        responses: z.array(
          z.strictObject({
            ...responseSchema.shape,
            response: written,
            language: written,
          }),
        ),
      }),
    ),
  }),
} as const satisfies QueryDescription;
