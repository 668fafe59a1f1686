import type * as z from 'zod/mini';
import type { PublicPageDescription, QueryPorts } from '../_http/operation.ts';
import { type PageAsked, type PublicPage, publicPage } from '../_pages/public-page.ts';
import type { RenderingStore } from '../_reports/renderings.ts';
import type { AuthorityPorts } from '../_search/find-authorities.ts';
import type { SearchPorts } from '../_search/find-cases.ts';

/** What the pages about all cases are made from. */
export type SitePorts = QueryPorts & SearchPorts & AuthorityPorts & { readonly renderings: RenderingStore };

/** A page about all cases, or about the house. */
export const sitePage = <
  Query extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Query>> },
>(
  page: Omit<PublicPageDescription, 'query'> & {
    readonly query: Query;
    readonly show: (
      asked: PageAsked<z.core.output<Query>, SitePorts>,
    ) => ReturnType<Parameters<typeof publicPage<Query, SitePorts>>[0]['show']>;
  },
): PublicPage<SitePorts> => publicPage<Query, SitePorts>(page);
