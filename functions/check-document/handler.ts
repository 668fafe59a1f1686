import { documentsPorts } from '../_ports/aws/documents-ports.ts';
import { checkDocument, sweepUploads } from './check-document.ts';
import { inspection } from './inspection.ts';
import { workspace } from './workspace.ts';

const ports = { ...documentsPorts(), inspection, workspace };
const check = checkDocument(ports);
const sweep = sweepUploads(ports);

/**
 * The bucket tells of what came; the clock only says that it is time to look whether it told everything, or, where a scan for malware
 * tells of uploads, whether a check that began has an end.
 */
export const handler = (event: {
  readonly 'detail-type'?: string;
  readonly detail?: { readonly onlyBegun?: boolean };
}): Promise<unknown> =>
  event['detail-type'] === 'Scheduled Event' ? sweep({ onlyBegun: event.detail?.onlyBegun === true }) : check(event);
