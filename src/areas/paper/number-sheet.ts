import { readFile } from 'node:fs/promises';
import { getMall } from '#areas/malls/public.ts';
import { formatNumber } from '#areas/queue/rules/series.ts';
import type { Language } from '#platform/contract/shapes.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refused } from '#platform/contract/procedure.ts';
import { typesetPdf } from '#platform/typeset/typeset.ts';
import { refuse } from '#platform/values/refusal.ts';
import { listNumberBlockRows, type NumberBlockRow } from './store.ts';

const SHEET = new URL('./number-sheet.typ', import.meta.url);

/** What stands on paper. The stub is filled in by hand with what `enterPaperStop` asks for later. */
const WORDS = {
  id: {
    title: (mall: string, day: string) => `Nomor kertas ${mall}, ${day}`,
    head: 'Hanya dipakai saat sistem antrean mati. Sobek kanan untuk pengunjung; kiri diisi, disimpan, lalu dimasukkan.',
    kind: 'Nomor kertas',
    hint: 'Tunggu di depan gerai, nomor dipanggil lisan.',
    stub: ['Layanan', 'Diambil', 'Dipanggil', 'Loket', 'Selesai', 'Hasil'],
    locale: 'id-ID',
  },
  en: {
    title: (mall: string, day: string) => `Paper numbers ${mall}, ${day}`,
    head: 'Only for when the queue system is down. Tear off the right for the visitor; fill in and keep the left, enter it later.',
    kind: 'Paper number',
    hint: 'Wait in front of the booth, numbers are called aloud.',
    stub: ['Service', 'Taken', 'Called', 'Counter', 'Ended', 'Outcome'],
    locale: 'en-GB',
  },
} as const satisfies Record<Language, unknown>;

/** A day's blocks as a PDF to print: all of them, or one agency's. Refusals: NO_BLOCK. */
export async function getNumberSheet(
  tx: Tx,
  asked: { day: string; agencyId?: string | undefined },
  language: Language,
): Promise<{ fileName: string; pdfBase64: string }> {
  const mall = await getMall(tx);
  const rows = await listNumberBlockRows(tx, mall.id, asked.day);
  const blocks = rows.filter((row) => asked.agencyId === undefined || row.agency_id === asked.agencyId);
  if (blocks.length === 0) refused(refuse('NO_BLOCK'));
  const words = WORDS[language];
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${asked.day}T00:00:00Z`),
  );
  const pdf = await typesetPdf({
    source: await readFile(SHEET, 'utf8'),
    data: {
      ...words,
      title: words.title(mall.shortName, day),
      language,
      mall: mall.shortName,
      day,
      sheets: blocks.map((block) => toSheet(block, day)),
    },
  });
  const part = asked.agencyId === undefined ? '' : `-${blocks[0]!.agency_slug}`;
  return {
    fileName: `nomor-kertas-${mall.slug}-${asked.day}${part}.pdf`,
    pdfBase64: Buffer.from(pdf).toString('base64'),
  };
}

function toSheet(block: NumberBlockRow, day: string) {
  const { series, first_number: first, last_number: last } = block;
  const codes = Array.from({ length: last - first + 1 }, (_, index) => formatNumber(series, first + index));
  return {
    agency: block.agency_short_name,
    heading: `${block.agency_short_name}, ${codes[0]}–${codes.at(-1)}, ${day}`,
    codes,
  };
}
