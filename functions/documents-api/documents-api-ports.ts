import type { ApiPorts } from '../_http/api-ports.ts';
import type { DocumentLinks, PartUploads } from '../_ports/document-ports.ts';

export interface DocumentsApiPorts extends ApiPorts {
  readonly links: DocumentLinks;
  readonly uploads: PartUploads;
}
