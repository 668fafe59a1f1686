export { nothingAsked, PAGE_SIZE, PAGE_SIZE_MAX, pageSizeText, paging, WRITTEN_PAGE_MAX } from '../_http/paging.ts';
