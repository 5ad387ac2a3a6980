import { readFile } from 'node:fs/promises';
import { getMall } from '#areas/malls/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { writeDate, writeDay } from '#platform/typeset/official-days.ts';
import { typesetPdf } from '#platform/typeset/typeset.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import { ToldFigures, type PromiseLetter } from '../contract.ts';
import { getKeptPromise, stretchOf } from '../kept-promises.ts';
import {
  answerPromiseLetter,
  insertPromiseLetter,
  listPromiseLetterRows,
  type PromiseLetterRow,
} from './letter-store.ts';

const LETTER = new URL('./promise-letter.typ', import.meta.url);

/**
 * Reminds an agency of what it promised for these days: the figures and the missed days are kept as they are told.
 * Refusals: AGENCY_UNKNOWN where it promised nothing, PROMISE_KEPT where nothing was missed.
 */
export async function sendReminder(
  tx: Tx,
  staff: StaffActor,
  asked: { agencyId: string; from?: string | undefined; until?: string | undefined; number: string | null },
): Promise<{ letterId: string }> {
  const { mallId, timeZone } = staff;
  const mall = { id: mallId, timeZone };
  const stretch = stretchOf(tx, mall, asked);
  const kept = await getKeptPromise(tx, mall, asked.agencyId, stretch);
  const missed = kept.calendar.filter(
    ({ state }) => state === 'absent' || state === 'late' || state === 'early',
  );
  if (missed.length === 0) refused(refuse('PROMISE_KEPT', { agency: kept.agency.shortName }));
  const told: ToldFigures = {
    daysPromised: kept.daysPromised,
    daysOpen: kept.daysOpen,
    hoursShare: kept.health.hours ?? null,
    missed: missed.map(({ day, state }) => ({ day, state: state as 'absent' | 'late' | 'early' })),
  };
  const id = newId();
  await insertPromiseLetter(tx, {
    ...{ mallId, id, agencyId: asked.agencyId, number: asked.number, told, sentBy: staff.id },
    ...stretch,
  });
  tx.record({
    subjectKind: 'agency',
    subjectId: asked.agencyId,
    agencyId: asked.agencyId,
    facts: { name: kept.agency.shortName, from: stretch.from, until: stretch.until, missed: missed.length },
  });
  return { letterId: id };
}

/** The letters that somebody may read: all of the mall, or those to the own agency. */
export async function listPromiseLetters(tx: Tx, reader: StaffActor): Promise<PromiseLetter[]> {
  return (await listPromiseLetterRows(tx, reader.mallId, reader.agencyId)).map(toLetter);
}

/** Refusals: LETTER_UNKNOWN, also of another agency's; ANSWERED. */
export async function answerReminder(
  tx: Tx,
  head: StaffActor,
  { letterId, reply }: { letterId: string; reply: string },
): Promise<{ letterId: string }> {
  const letter = await getLetter(tx, head, letterId);
  const done = await answerPromiseLetter(tx, { mallId: head.mallId, id: letterId, reply, by: head.id });
  if (!done) refused(refuse('ANSWERED'));
  tx.record({
    subjectKind: 'agency',
    subjectId: letter.agency_id,
    facts: { name: letter.short_name, from: letter.first_day, until: letter.last_day },
  });
  return { letterId };
}

/** The letter to print and sign. Refusals: LETTER_UNKNOWN. */
export async function getReminderPdf(
  tx: Tx,
  reader: StaffActor,
  letterId: string,
): Promise<{ fileName: string; pdfBase64: string }> {
  const letter = await getLetter(tx, reader, letterId);
  const told = ToldFigures.parse(letter.told);
  const mall = await getMall(tx);
  const sentOn = dayAt(letter.sent_at.getTime(), reader.timeZone);
  const share = told.hoursShare === null ? '–' : `${Math.round(told.hoursShare * 100)} %`;
  const pdf = await typesetPdf({
    source: await readFile(LETTER, 'utf8'),
    data: {
      title: `Pengingat janji layanan ${letter.short_name}`,
      mall: mall.name,
      number: letter.number ?? '……………',
      place: mall.regency,
      date: writeDate(sentOn),
      to: letter.name,
      stretch: `${writeDate(letter.first_day)} sampai ${writeDate(letter.last_day)}`,
      figures: [
        ['Hari yang dijanjikan', String(told.daysPromised)],
        ['Hari yang dibuka', String(told.daysOpen)],
        ['Jam yang ditepati', share],
      ],
      missed: told.missed.map(({ day, state }) => [writeDay(day), SAID[state]]),
      sample: mall.sampleData,
    },
  });
  return {
    fileName: `pengingat-${letter.slug}-${sentOn}.pdf`,
    pdfBase64: Buffer.from(pdf).toString('base64'),
  };
}

/** An official letter is Indonesian, whoever prints it. */
const SAID = { absent: 'tidak hadir', late: 'terlambat buka', early: 'pulang awal' } as const;

async function getLetter(tx: Tx, reader: StaffActor, letterId: string): Promise<PromiseLetterRow> {
  const letters = await listPromiseLetterRows(tx, reader.mallId, reader.agencyId);
  return letters.find(({ id }) => id === letterId) ?? refused(refuse('LETTER_UNKNOWN'));
}

function toLetter(row: PromiseLetterRow): PromiseLetter {
  return {
    id: row.id,
    agency: { id: row.agency_id, slug: row.slug, shortName: row.short_name },
    number: row.number,
    from: row.first_day,
    until: row.last_day,
    told: ToldFigures.parse(row.told),
    sentAt: row.sent_at.toISOString(),
    reply: row.reply,
    repliedAt: row.replied_at?.toISOString() ?? null,
    repliedBy: row.replied_name,
  };
}
