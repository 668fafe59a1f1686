import type { AppointmentStore, Page } from '../ports.ts';
import { appointmentItem, type Item, someoneItem } from '../written-items.ts';
import { readAppointment, readSomeone } from './items.ts';
import { pageOfPartition } from './partition-page.ts';
import { putOne, putOneNewer } from './single-write.ts';
import type { Table } from './table.ts';
import { appointmentsPartition, PEOPLE_PARTITION } from './table-keys.ts';

/**
 * The cases of each person in DynamoDB: an item for each person and case, in the person’s partition, and one for each person in a list
 * of all of them. The list is written first: who is interrupted in between is told the event again.
 */
export const dynamodbAppointmentStore = (table: Table): AppointmentStore => ({
  save: async (appointment) => {
    await putOne(table, someoneItem(appointment.person));
    return putOneNewer(table, { ...appointmentItem(appointment), version: appointment.version });
  },
  of: async ({ person, ...page }) =>
    readWith(readAppointment, await pageOfPartition(table, appointmentsPartition(person), page)),
  people: async (page) => readWith(readSomeone, await pageOfPartition(table, PEOPLE_PARTITION, page)),
});

const readWith = <T>(read: (item: Item) => T, { items, next }: Page<Item>): Page<T> => ({
  items: items.map(read),
  ...(next === undefined ? {} : { next }),
});
