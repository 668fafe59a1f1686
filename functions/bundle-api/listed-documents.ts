import type { EvidenceDocument, EvidenceDocuments } from '../_ports/bundle-ports.ts';

/** Whoever reads without a token. */
export const PUBLIC = { roles: ['public'] as const };

const DOCUMENTS_PER_PAGE = 90;

/** Every document that belongs to some things of a case, in pages of the one that lists them. */
export const allDocuments = async (
  evidence: EvidenceDocuments,
  asked: Omit<Parameters<EvidenceDocuments['list']>[0], 'from' | 'limit'>,
): Promise<readonly EvidenceDocument[]> => {
  const documents: EvidenceDocument[] = [];
  let from: string | undefined;
  do {
    const page = await evidence.list({ ...asked, limit: DOCUMENTS_PER_PAGE, ...(from === undefined ? {} : { from }) });
    documents.push(...page.items);
    from = page.next;
  } while (from !== undefined);
  return documents;
};
