import { dynamodbAgendaStore } from '../../functions/_ports/aws/agenda-store.ts';
import { dynamodbAppointmentStore } from '../../functions/_ports/aws/appointment-store.ts';
import { dynamodbCaseStore } from '../../functions/_ports/aws/case-store.ts';
import { dynamodbChangeStore } from '../../functions/_ports/aws/change-store.ts';
import { dynamodbDeadlineStore } from '../../functions/_ports/aws/deadline-store.ts';
import { dynamodbDeskStore } from '../../functions/_ports/aws/desk-store.ts';
import { dynamodbImportStore } from '../../functions/_ports/aws/import-store.ts';
import { dynamodbItemStore } from '../../functions/_ports/aws/item-store.ts';
import { dynamodbMilestoneStore } from '../../functions/_ports/aws/milestone-store.ts';
import { dynamodbPeopleStore, dynamodbRosterStore } from '../../functions/_ports/aws/person-stores.ts';
import { dynamodbSearchStore } from '../../functions/_ports/aws/search-store.ts';
import { dynamodbTallyStore } from '../../functions/_ports/aws/tally-store.ts';
import { agendaStoreContract, deskStoreContract } from '../contract/agenda-store.contract.ts';
import { caseStoreContract } from '../contract/case-store.contract.ts';
import { changeStoreContract } from '../contract/change-store.contract.ts';
import { itemStoreContract } from '../contract/item-store.contract.ts';
import { processRegistryContract } from '../contract/process-registry.contract.ts';
import { deadlineStoreContract, milestoneStoreContract } from '../contract/projection-stores.contract.ts';
import {
  appointmentStoreContract,
  importStoreContract,
  peopleStoreContract,
  rosterStoreContract,
} from '../contract/roster-stores.contract.ts';
import { searchStoreContract } from '../contract/search-store.contract.ts';
import { tallyStoreContract } from '../contract/tally-store.contract.ts';
import { embeddedTable } from './embedded-table.ts';

const { table } = await embeddedTable();

caseStoreContract('in DynamoDB', async () => dynamodbCaseStore(table));
milestoneStoreContract('in DynamoDB', async () => dynamodbMilestoneStore(table));
deadlineStoreContract('in DynamoDB', async () => dynamodbDeadlineStore(table));
agendaStoreContract('in DynamoDB', async () => dynamodbAgendaStore(table));
deskStoreContract('in DynamoDB', async () => dynamodbDeskStore(table));
itemStoreContract('in DynamoDB', async () => dynamodbItemStore(table));
processRegistryContract('in DynamoDB', async () => dynamodbItemStore(table));
changeStoreContract('in DynamoDB', async () => dynamodbChangeStore(table));
searchStoreContract('in DynamoDB', async () => dynamodbSearchStore(table));
tallyStoreContract('in DynamoDB', async () => dynamodbTallyStore(table));
rosterStoreContract('in DynamoDB', async () => dynamodbRosterStore(table));
peopleStoreContract('in DynamoDB', async () => dynamodbPeopleStore(table));
importStoreContract('in DynamoDB', async () => dynamodbImportStore(table));
appointmentStoreContract('in DynamoDB', async () => dynamodbAppointmentStore(table));
