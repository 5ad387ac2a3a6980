import { readFile } from 'node:fs/promises';
import type { Agreement } from '#areas/agreements/contract.ts';
import { getMall } from '#areas/malls/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { CallContext } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { writeDate, writeWeekday } from '#platform/typeset/official-days.ts';
import { typesetPdf } from '#platform/typeset/typeset.ts';
import { findRow, listToBeSigned } from './read-signing.ts';

const SET = new URL('./signing-set.typ', import.meta.url);

const SUBJECTS: Readonly<Record<Agreement['wordings'][number]['subject'], string>> = {
  purpose: 'Maksud dan tujuan',
  facilities: 'Sarana dan prasarana',
  costs: 'Pembiayaan',
  data: 'Data pribadi',
  disputes: 'Penyelesaian perselisihan',
};
const KINDS: Readonly<Record<Agreement['kind'], string>> = {
  pks: 'Perjanjian kerja sama',
  'kesepakatan-bersama': 'Kesepakatan bersama',
  'nota-kesepakatan': 'Nota kesepakatan',
  penempatan: 'Perjanjian penempatan pelayanan',
  adendum: 'Adendum',
};

/**
 * The printed set of a ceremony: its programme, then each agreement on pages of its own with its articles, promises and
 * room for signatures. Once some of them are signed it is sealed by the mall (PAdES), so that everybody can see that it is the
 * text that was signed. Refusals: SIGNING_UNKNOWN.
 */
export async function getSigningSet(
  { tx, seal }: Pick<CallContext, 'seal'> & { readonly tx: Tx },
  staff: StaffActor,
  signingId: string,
): Promise<{ fileName: string; base64: string; sealed: boolean }> {
  const row = await findRow(tx, staff, signingId);
  const agreements = await listToBeSigned(tx, staff, row);
  const mall = await getMall(tx);
  const pdf = await typesetPdf({
    source: await readFile(SET, 'utf8'),
    data: {
      ...{ title: row.title, day: writeDate(row.day), place: row.place, mall: mall.name },
      sample: mall.sampleData,
      agreements: agreements.map(toPrinted),
    },
  });
  const sealed = agreements.some(({ signedOn }) => signedOn !== null) && seal !== undefined;
  const given = sealed
    ? await seal.seal(pdf, { name: mall.name, reason: row.title, location: row.place, at: tx.now })
    : pdf;
  return {
    fileName: `penandatanganan-${row.day}${sealed ? '-bersegel' : ''}.pdf`,
    base64: Buffer.from(given).toString('base64'),
    sealed,
  };
}

function toPrinted(agreement: Agreement) {
  const { kind, title, parties, promises, wordings, beginsOn, endsOn, extensionNoticeDays } = agreement;
  const until = endsOn === null ? 'tanpa batas waktu' : `sampai ${writeDate(endsOn)}`;
  const from = beginsOn === null ? 'sejak ditandatangani' : `sejak ${writeDate(beginsOn)}`;
  return {
    ...{ kind: KINDS[kind], title },
    parties: parties.map(({ name, signatory, position, authority, powerOfAttorney, number }) => ({
      ...{ name, number: number ?? '……………' },
      ...{ signatory: signatory ?? '……………', position: position ?? '……………', authority: authority ?? '……………' },
      power: powerOfAttorney ?? '',
    })),
    articles: [
      ...wordings
        .filter(({ text }) => text !== '')
        .map(({ subject, text }) => ({ title: SUBJECTS[subject], text })),
      {
        title: 'Masa berlaku',
        text: `Berlaku ${from}, ${until}. Perpanjangan diberitahukan paling lambat ${extensionNoticeDays} hari sebelum berakhir.`,
      },
    ],
    promises: promises.map(({ agency, services, staff, backup, hours }) => ({
      agency: agency.shortName,
      services: services.map(({ name }) => name),
      people: `${staff} petugas${backup > 0 ? `, ${backup} cadangan` : ''}`,
      hours: hours.map(({ weekday, opens, closes }) => [
        writeWeekday(weekday),
        `${opens.replace(':', '.')}–${closes.replace(':', '.')}`,
      ]),
    })),
  };
}
