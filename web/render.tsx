import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type PagePlace, PlaceOfPage } from './page-context.ts';

/** A page as the text of an HTML document. */
export const documentOf = (place: PagePlace, page: ComponentChildren): string =>
  `<!doctype html>${renderToString(<PlaceOfPage value={place}>{page}</PlaceOfPage>)}`;
