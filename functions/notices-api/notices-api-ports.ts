import type { ApiPorts } from '../_http/api-ports.ts';
import type { Secrets } from '../_ports/desk-ports.ts';
import type { NoticeStore } from '../_ports/notice-ports.ts';
import type { EndpointStore, Outbox, SecretBox } from '../_ports/outbox-ports.ts';

/** What the function of notices works on. */
export interface NoticesApiPorts extends ApiPorts {
  readonly notices: NoticeStore;
  readonly endpoints: EndpointStore;
  readonly outbox: Outbox;
  readonly secrets: Secrets;
  readonly secretBox: SecretBox;
  /** Hosts (`host:port`) that may be private and without TLS. */
  readonly allowedHosts: ReadonlySet<string>;
}
