import type { AppointmentStore } from '../ports.ts';
import { appointmentItem } from '../written-items.ts';
import { readAppointment } from './items.ts';
import { pageOfPartition } from './partition-page.ts';
import { putOneNewer } from './single-write.ts';
import type { Table } from './table.ts';
import { appointmentsPartition } from './table-keys.ts';

/** The cases of each person in DynamoDB: an item for each person and case, in the person’s partition. */
export const dynamodbAppointmentStore = (table: Table): AppointmentStore => ({
  save: (appointment) => putOneNewer(table, { ...appointmentItem(appointment), version: appointment.version }),
  of: async ({ person, ...page }) => {
    const { items, next } = await pageOfPartition(table, appointmentsPartition(person), page);
    return { items: items.map(readAppointment), ...(next === undefined ? {} : { next }) };
  },
});
