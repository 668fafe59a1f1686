import { accountsContract } from '../../../test/contract/accounts.contract.ts';
import { agendaStoreContract, deskStoreContract } from '../../../test/contract/agenda-store.contract.ts';
import { caseStoreContract } from '../../../test/contract/case-store.contract.ts';
import { changeStoreContract } from '../../../test/contract/change-store.contract.ts';
import { itemStoreContract } from '../../../test/contract/item-store.contract.ts';
import { openDataStoreContract } from '../../../test/contract/open-data-store.contract.ts';
import { processRegistryContract } from '../../../test/contract/process-registry.contract.ts';
import { deadlineStoreContract, milestoneStoreContract } from '../../../test/contract/projection-stores.contract.ts';
import {
  appointmentStoreContract,
  importStoreContract,
  peopleStoreContract,
  rosterStoreContract,
} from '../../../test/contract/roster-stores.contract.ts';
import { searchStoreContract } from '../../../test/contract/search-store.contract.ts';
import { tallyStoreContract } from '../../../test/contract/tally-store.contract.ts';
import { memoryAccounts } from './memory-accounts.ts';
import { memoryAgendaStore } from './memory-agenda-store.ts';
import { memoryAppointmentStore } from './memory-appointment-store.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryChangeStore } from './memory-change-store.ts';
import { memoryDeadlineStore } from './memory-deadline-store.ts';
import { memoryDeskStore } from './memory-desk-store.ts';
import { memoryImportStore } from './memory-import-store.ts';
import { memoryItemStore } from './memory-item-store.ts';
import { memoryMilestoneStore } from './memory-milestone-store.ts';
import { memoryOpenDataStore } from './memory-open-data-store.ts';
import { memoryPeopleStore, memoryRosterStore } from './memory-person-stores.ts';
import { memorySearchStore } from './memory-search-store.ts';
import { memoryTallyStore } from './memory-tally-store.ts';

caseStoreContract('in memory', async () => memoryCaseStore());
milestoneStoreContract('in memory', async () => memoryMilestoneStore());
deadlineStoreContract('in memory', async () => memoryDeadlineStore());
agendaStoreContract('in memory', async () => memoryAgendaStore());
deskStoreContract('in memory', async () => memoryDeskStore());
itemStoreContract('in memory', async () => memoryItemStore());
processRegistryContract('in memory', async () => memoryItemStore());
openDataStoreContract('in memory', async () => memoryOpenDataStore());
changeStoreContract('in memory', async () => memoryChangeStore());
searchStoreContract('in memory', async () => memorySearchStore());
tallyStoreContract('in memory', async () => memoryTallyStore());
rosterStoreContract('in memory', async () => memoryRosterStore());
accountsContract('in memory', async () => memoryAccounts());
peopleStoreContract('in memory', async () => memoryPeopleStore());
importStoreContract('in memory', async () => memoryImportStore());
appointmentStoreContract('in memory', async () => memoryAppointmentStore());
