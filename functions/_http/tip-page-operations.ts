import type { PublicPageDescription } from './operation.ts';
import { nothingAsked } from './paging.ts';

const shown = {
  function: 'tip-pages-api',
  kind: 'public-page',
  mediaTypes: ['text/html'],
  query: nothingAsked,
} as const;

export const SHOW_TIP_FORM = {
  ...shown,
  method: 'GET',
  name: 'show-tip-form',
  path: '/{language}/cases/{case}/tips/new',
  summary: 'See what a tip about a case is, who reads it and how to protect yourself, and write one',
} as const satisfies PublicPageDescription;

export const SEND_TIP_FORM = {
  ...shown,
  method: 'POST',
  name: 'send-tip-form',
  path: '/{language}/cases/{case}/tips/new',
  summary: 'Send a tip with its files from the page, and see the code to follow it by',
  form: 'What happened, in which language, who tells it where they wish, files, and the receipt code that the form came with: sent again, it tells nothing twice.',
} as const satisfies PublicPageDescription;

export const SHOW_TIP_ENTRANCE = {
  ...shown,
  method: 'GET',
  name: 'show-tip-entrance',
  path: '/{language}/tips',
  summary: 'Enter the code of a tip to follow it',
} as const satisfies PublicPageDescription;

export const FOLLOW_TIP = {
  ...shown,
  method: 'POST',
  name: 'follow-tip',
  path: '/{language}/tips',
  summary: 'See what became of a tip by its code, and add to it',
  form: 'The code of the tip, which never stands in an address; to add to it, what is added, files, and the key that the form came with.',
} as const satisfies PublicPageDescription;

/** Everything that tip-pages-api answers. What is sent goes to the address where its form stands, so that whoever comes back to it finds a page. */
export const TIP_PAGE_DESCRIPTIONS = [SHOW_TIP_FORM, SEND_TIP_FORM, SHOW_TIP_ENTRANCE, FOLLOW_TIP] as const;
