import { type ApiHandler, api } from '../_http/api.ts';
import type { EvidenceDocuments } from '../_ports/bundle-ports.ts';
import { readAnnexes } from './answer-annexes.ts';
import { type BundleApiPorts, readBundle } from './answer-bundle.ts';
import { evidenceDocuments } from './evidence-documents.ts';

/** The evidence of escalations and the annexes of reports, each as one file. */
export const bundleApi = (
  ports: BundleApiPorts,
  evidence: EvidenceDocuments = evidenceDocuments(ports),
): ApiHandler => {
  const bundling = { ...ports, evidence };
  return api([readBundle(bundling), readAnnexes(bundling)], ports, (operation, ...asked) => operation.answer(...asked));
};
