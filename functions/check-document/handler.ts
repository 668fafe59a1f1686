import { documentsPorts } from '../_ports/aws/documents-ports.ts';
import { checkDocument, sweepUploads } from './check-document.ts';
import { inspection } from './inspection.ts';
import { workspace } from './workspace.ts';

const ports = { ...documentsPorts(), inspection, workspace };
const check = checkDocument(ports);
const sweep = sweepUploads(ports);

/** The bucket tells of what came; the clock only says that it is time to look whether it told everything. */
export const handler = (event: { readonly 'detail-type'?: string }): Promise<unknown> =>
  event['detail-type'] === 'Scheduled Event' ? sweep() : check(event);
