import type { ApiPorts } from '../_http/api-ports.ts';
import type { DocumentCopies } from '../_ports/bundle-ports.ts';
import type { DocumentLinks } from '../_ports/document-ports.ts';
import type { RenderingStore } from '../_reports/renderings.ts';

/** What answers for reports works on: the record, and where their PDFs are kept. */
export interface ReportApiPorts extends ApiPorts {
  readonly renderings: RenderingStore;
  readonly copies: DocumentCopies;
  readonly links: DocumentLinks;
}
