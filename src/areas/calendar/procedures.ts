import { implement } from '@orpc/server';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { calendarContract } from './contract.ts';
import { importHolidays, listHolidays } from './public.ts';
import { cancelWeek, listWeeks, setWeek } from './set-week.ts';

const os = implement(calendarContract).$context<CallContext>().use(operationDoor);

export const calendarProcedures = os.router({
  listHolidays: os.listHolidays.handler(({ context: { tx }, input }) => listHolidays(tx, input.year)),
  importHolidays: os.importHolidays.handler(({ context: { tx }, input }) => importHolidays(tx, input.csv)),
  listWeeks: os.listWeeks.handler(({ context: { tx } }) => listWeeks(tx, staffActor(tx))),
  setWeek: os.setWeek.handler(({ context: { tx }, input }) => setWeek(tx, staffActor(tx), input)),
  cancelWeek: os.cancelWeek.handler(({ context: { tx }, input }) => cancelWeek(tx, staffActor(tx), input)),
});
