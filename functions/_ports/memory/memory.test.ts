import { agendaStoreContract, deskStoreContract } from '../../../test/contract/agenda-store.contract.ts';
import { caseStoreContract } from '../../../test/contract/case-store.contract.ts';
import { deadlineStoreContract, milestoneStoreContract } from '../../../test/contract/projection-stores.contract.ts';
import { memoryAgendaStore } from './memory-agenda-store.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryDeadlineStore } from './memory-deadline-store.ts';
import { memoryDeskStore } from './memory-desk-store.ts';
import { memoryMilestoneStore } from './memory-milestone-store.ts';

caseStoreContract('in memory', async () => memoryCaseStore());
milestoneStoreContract('in memory', async () => memoryMilestoneStore());
deadlineStoreContract('in memory', async () => memoryDeadlineStore());
agendaStoreContract('in memory', async () => memoryAgendaStore());
deskStoreContract('in memory', async () => memoryDeskStore());
