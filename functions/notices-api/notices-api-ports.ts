import type { ApiPorts } from '../_http/api-ports.ts';
import type { NoticeStore } from '../_ports/notice-ports.ts';

/** What the function of notices works on. */
export interface NoticesApiPorts extends ApiPorts {
  readonly notices: NoticeStore;
}
