import { readFile } from 'node:fs/promises';
import { listDueAgreements } from '#areas/agreements/public.ts';
import { listOpenDecisions } from '#areas/coordination/public.ts';
import { getMall } from '#areas/malls/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { writeDate, writeMonth } from '#platform/typeset/official-days.ts';
import { typesetPdf } from '#platform/typeset/typeset.ts';
import { addDays, dayAt, parseDay, type Day } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { KeptPromise } from '../contract.ts';
import { listKeptPromises } from '../kept-promises.ts';
import { listPromiseLetters } from '../letters/promise-letters.ts';

const PACK = new URL('./meeting-pack.typ', import.meta.url);

const NUMBER = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });
const share = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : `${NUMBER.format(Math.round(value * 1000) / 10)} %`;

/**
 * The papers of the monthly meeting: each agency's promises of the month, who kept least at the head; letters and answers;
 * agreements that end soon; decisions that are open. A month that goes on is told up to today.
 * Refusals: MONTH_AHEAD.
 */
export async function getMeetingPack(
  tx: Tx,
  staff: StaffActor,
  month: string,
): Promise<{ fileName: string; base64: string }> {
  const place = { id: staff.mallId, timeZone: staff.timeZone };
  const today = dayAt(tx.now.getTime(), staff.timeZone);
  const from = parseDay(`${month}-01`)!;
  if (from > today) refused(refuse('MONTH_AHEAD'));
  const until = earlier(lastOf(from), today);
  const mall = await getMall(tx);
  const kept = (await listKeptPromises(tx, place, { from, until })).toSorted(
    (a, b) => (a.keptShare ?? 2) - (b.keptShare ?? 2),
  );
  const letters = (await listPromiseLetters(tx, staff)).filter(({ sentAt }) => {
    const day = dayAt(Date.parse(sentAt), staff.timeZone);
    return from <= day && day <= until;
  });
  const decisions = await listOpenDecisions(tx, place);
  const due = await listDueAgreements(tx, place);
  const pdf = await typesetPdf({
    source: await readFile(PACK, 'utf8'),
    data: {
      title: `Bahan rapat koordinasi ${writeMonth(from)}`,
      ...{
        mall: mall.name,
        stretch: `${writeDate(from)} sampai ${writeDate(until)}`,
        sample: mall.sampleData,
      },
      agencies: kept.map(toRow),
      letters: letters.map(({ agency, sentAt, told, reply }) => [
        ...[
          agency.shortName,
          writeDate(sentAt.slice(0, 10)),
          `${told.daysOpen} dari ${told.daysPromised} hari`,
        ],
        reply ?? 'belum dijawab',
      ]),
      due: due.map(({ title, endsOn, daysLeft }) => [
        ...[title, endsOn === null ? '–' : writeDate(endsOn)],
        (daysLeft ?? 0) < 0 ? `lewat ${-(daysLeft ?? 0)} hari` : `${daysLeft ?? 0} hari lagi`,
      ]),
      decisions: decisions.map(({ what, owner, dueOn, overdue, meeting }) => [
        ...[
          what,
          owner,
          dueOn === null ? 'tanpa tenggat' : `${writeDate(dueOn)}${overdue ? ' (lewat)' : ''}`,
        ],
        meeting.title,
      ]),
    },
  });
  return { fileName: `bahan-rapat-${month}.pdf`, base64: Buffer.from(pdf).toString('base64') };
}

function toRow(kept: KeptPromise) {
  const { days, health } = kept;
  return {
    agency: kept.agency.shortName,
    share: kept.keptShare ?? null,
    cells: [
      ...[
        `${kept.daysOpen} / ${kept.daysPromised}`,
        String(days.late),
        String(days.early),
        String(days.absent),
      ],
      ...[share(health.hours), `${kept.servicesOffered} / ${kept.servicesPromised}`],
      kept.served === 0 ? '–' : share(kept.finished / kept.served),
      kept.score === null ? '–' : String(kept.score),
    ],
  };
}

function lastOf(first: Day): Day {
  // The 1st and 32 days are in the next month, whichever it is.
  const next = addDays(first, 31);
  return addDays(parseDay(`${next.slice(0, 7)}-01`)!, -1);
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
