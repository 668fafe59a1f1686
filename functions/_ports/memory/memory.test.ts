import { caseStoreContract } from '../../../test/contract/case-store.contract.ts';
import { deadlineStoreContract, milestoneStoreContract } from '../../../test/contract/projection-stores.contract.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryDeadlineStore } from './memory-deadline-store.ts';
import { memoryMilestoneStore } from './memory-milestone-store.ts';

caseStoreContract('in memory', async () => memoryCaseStore());
milestoneStoreContract('in memory', async () => memoryMilestoneStore());
deadlineStoreContract('in memory', async () => memoryDeadlineStore());
