import { readFile } from 'node:fs/promises';
import { getMall, type MallPlace } from '#areas/malls/public.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { typesetPdf } from '#platform/typeset/typeset.ts';
import { dayAt } from '#platform/values/day.ts';
import { readStudy } from '../read-study.ts';
import { composeStudy } from './compose-study.ts';
import { writeStudyDocx } from './write-docx.ts';

const SOURCE = new URL('./study.typ', import.meta.url);

type OwnMall = Pick<MallPlace, 'id' | 'timeZone'>;

/** The study as PDF/A: to keep for as long as the mall stands. */
export async function setStudyPdf(tx: Tx, mall: OwnMall): Promise<{ fileName: string; base64: string }> {
  const data = await composeFor(tx, mall);
  const pdf = await typesetPdf({ source: await readFile(SOURCE, 'utf8'), data, archival: true });
  return { fileName: `kajian-urgensi-${data.day}.pdf`, base64: Buffer.from(pdf).toString('base64') };
}

/** The same study as a document to edit further. */
export async function setStudyDocx(tx: Tx, mall: OwnMall): Promise<{ fileName: string; base64: string }> {
  const data = await composeFor(tx, mall);
  const docx = await writeStudyDocx(data);
  return { fileName: `kajian-urgensi-${data.day}.docx`, base64: Buffer.from(docx).toString('base64') };
}

async function composeFor(tx: Tx, mall: OwnMall) {
  return composeStudy(await readStudy(tx, mall), await getMall(tx), dayAt(tx.now.getTime(), mall.timeZone));
}
