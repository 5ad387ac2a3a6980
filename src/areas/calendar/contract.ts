import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText } from '#platform/contract/shapes.ts';

export const Holiday = z.object({
  day: DayText,
  kind: z.enum(['holiday', 'joint-leave']),
  name: z.string(),
  decree: z.string(),
  confidence: z.enum(['seen', 'recalled']),
});
export type Holiday = z.infer<typeof Holiday>;

export const calendarContract = {
  listHolidays: read({
    access: { public: true },
    path: '/holidays',
    summary: 'Holidays and joint leave of a year; `imported: false` means the year is unknown, not empty',
  })
    .input(z.object({ year: z.coerce.number().int().min(2000).max(2100) }))
    .output(z.object({ year: z.int(), imported: z.boolean(), days: z.array(Holiday) })),
  importHolidays: command({
    access: { roles: ['administrator'] },
    summary: "Replace the imported years by the joint decree's list (CSV: date,kind,name,decree,confidence)",
  })
    .input(z.object({ csv: z.string().min(1).max(200_000) }))
    .errors(refusals('HOLIDAYS_UNREADABLE'))
    .output(z.object({ years: z.array(z.int()), days: z.int() })),
};
