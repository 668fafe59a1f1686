import { caseStoreContract } from '../../../test/contract/case-store.contract.ts';
import { deadlineStoreContract, milestoneStoreContract } from '../../../test/contract/projection-stores.contract.ts';
import {
  appointmentStoreContract,
  importStoreContract,
  rosterStoreContract,
} from '../../../test/contract/roster-stores.contract.ts';
import { memoryAppointmentStore } from './memory-appointment-store.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryDeadlineStore } from './memory-deadline-store.ts';
import { memoryImportStore } from './memory-import-store.ts';
import { memoryMilestoneStore } from './memory-milestone-store.ts';
import { memoryRosterStore } from './memory-roster-store.ts';

caseStoreContract('in memory', async () => memoryCaseStore());
milestoneStoreContract('in memory', async () => memoryMilestoneStore());
deadlineStoreContract('in memory', async () => memoryDeadlineStore());
rosterStoreContract('in memory', async () => memoryRosterStore());
importStoreContract('in memory', async () => memoryImportStore());
appointmentStoreContract('in memory', async () => memoryAppointmentStore());
