import { documentStoreContract } from '../../../test/contract/document-store.contract.ts';
import { memoryDocuments } from './memory-documents.ts';

documentStoreContract('in memory', async () => {
  const documents = memoryDocuments();
  return { documents, upload: async (key, bytes) => documents.upload(key, bytes) };
});
