import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import type { Day } from '#platform/values/day.ts';
import { askTheLine } from './ask-the-line.ts';
import { calendarContract } from './contract.ts';
import { importHolidays, listHolidays } from './public.ts';
import { listOpeningDays } from './list-days.ts';
import { addException, addSeason, endSeason, listSpecialDays, removeException } from './special-days.ts';
import { cancelWeek, listWeeks, setWeek } from './set-week.ts';

const os = implement(calendarContract).$context<CallContext>().use(operationDoor);

export const calendarProcedures = os.router({
  listHolidays: os.listHolidays.handler(({ context: { tx }, input }) => listHolidays(tx, input.year)),
  importHolidays: os.importHolidays.handler(({ context: { tx }, input }) =>
    askTheLine(tx, staffActor(tx), input.knownWaiting, () => importHolidays(tx, input.csv)),
  ),
  listWeeks: os.listWeeks.handler(({ context: { tx } }) => listWeeks(tx, staffActor(tx))),
  setWeek: os.setWeek.handler(({ context: { tx }, input }) =>
    askTheLine(tx, staffActor(tx), input.knownWaiting, () => setWeek(tx, staffActor(tx), input)),
  ),
  cancelWeek: os.cancelWeek.handler(({ context: { tx }, input }) => cancelWeek(tx, staffActor(tx), input)),
  listOpeningDays: os.listOpeningDays.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx, input.mall);
    return listOpeningDays(tx, mall.id, { from: input.from as Day, days: input.days });
  }),
  listSpecialDays: os.listSpecialDays.handler(({ context: { tx } }) => listSpecialDays(tx, staffActor(tx))),
  addSeason: os.addSeason.handler(({ context: { tx }, input }) =>
    askTheLine(tx, staffActor(tx), input.knownWaiting, () => addSeason(tx, staffActor(tx), input)),
  ),
  endSeason: os.endSeason.handler(({ context: { tx }, input }) =>
    askTheLine(tx, staffActor(tx), input.knownWaiting, () => endSeason(tx, staffActor(tx), input.seasonId)),
  ),
  addException: os.addException.handler(({ context: { tx }, input }) =>
    askTheLine(tx, staffActor(tx), input.knownWaiting, () => addException(tx, staffActor(tx), input)),
  ),
  removeException: os.removeException.handler(({ context: { tx }, input }) =>
    askTheLine(tx, staffActor(tx), input.knownWaiting, () =>
      removeException(tx, staffActor(tx), input.exceptionId),
    ),
  ),
});
