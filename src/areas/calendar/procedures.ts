import { implement } from '@orpc/server';
import { operationDoor, type CallContext } from '#platform/contract/procedure.ts';
import { calendarContract } from './contract.ts';
import { importHolidays, listHolidays } from './public.ts';

const os = implement(calendarContract).$context<CallContext>().use(operationDoor);

export const calendarProcedures = os.router({
  listHolidays: os.listHolidays.handler(({ context: { tx }, input }) => listHolidays(tx, input.year)),
  importHolidays: os.importHolidays.handler(({ context: { tx }, input }) => importHolidays(tx, input.csv)),
});
