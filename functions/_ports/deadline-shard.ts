import { DEADLINE_SHARDS } from './ports.ts';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The shard that keeps the deadlines of a case: FNV-1a of its id, so that it is the same for ever and everywhere. */
export const deadlineShardOf = (caseId: string): number => {
  const hash = Buffer.from(caseId, 'utf8').reduce((sum, byte) => Math.imul(sum ^ byte, FNV_PRIME), FNV_OFFSET);
  return (hash >>> 0) % DEADLINE_SHARDS;
};
