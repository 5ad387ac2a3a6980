import type { Fee } from '#areas/services/contract.ts';
import type { PromisedTime } from '../scenario-facts.ts';

/*
 * The fees and promised times that a source gives, and the notes that say which. Everything else is unknown:
 * a demonstration must not teach anybody a tariff that nobody has checked.
 */

export const feeUnknown: Fee = { kind: 'unknown' };
export const timeUnknown: PromisedTime = { kind: 'unknown' };
export const sameDay: PromisedTime = { kind: 'same-day' };

export const freeByPopulationLaw: Fee = { kind: 'free', basis: 'UU 24/2013 Pasal 79A' };
export const freeByDigitalMall: Fee = {
  kind: 'free',
  basis: 'MPP Digital (SKB lima kementerian dan lembaga, 9 September 2025): tanpa retribusi',
};
export const freeByOss: Fee = { kind: 'free', basis: 'OSS: NIB terbit tanpa biaya' };
export const buildingLevy: Fee = {
  kind: 'by-table',
  note: 'Retribusi menurut luas dan fungsi bangunan; Rp0 untuk rumah masyarakat berpenghasilan rendah',
  basis: 'UU 1/2022; keringanan menurut SKB tentang rumah masyarakat berpenghasilan rendah',
};
export const vehicleTax: Fee = {
  kind: 'by-table',
  note: 'Menurut jenis dan nilai kendaraan',
  basis: 'Pajak daerah, UU 1/2022',
};
export const policeRecordFee: Fee = {
  kind: 'fixed',
  rupiah: 30_000,
  basis: 'PNBP, PP 76/2020 (sebelumnya PP 60/2016)',
};
export const DRIVING_LICENCE_BASIS = 'PNBP Polri, tarif yang dimuat pers 2026; nomor aturan belum dicocokkan';

export const oneWorkingDay: PromisedTime = { kind: 'exact', min: 1, max: 1, unit: 'working-days' };
export const upToFiveDays: PromisedTime = { kind: 'range', min: 1, max: 5, unit: 'working-days' };
export const upToFourteenWorkingDays: PromisedTime = { kind: 'range', min: 1, max: 14, unit: 'working-days' };
export const upToTwentyEightWorkingDays: PromisedTime = {
  kind: 'range',
  min: 1,
  max: 28,
  unit: 'working-days',
};

export const IDENTITY_CARD =
  'Waktu menurut standar Disdukcapil Way Kanan: 1 hari, paling lama 14 hari kerja; belum dicocokkan dengan mal ini';
export const ONE_DAY_TYPICAL =
  'Lazimnya 1 hari (dibaca hari kerja) dengan tanda tangan elektronik; belum dicocokkan dengan mal ini';
export const PRACTICE_PERMIT =
  'MPP Digital: paling lama 5 hari lalu terbit otomatis; satuan hari dibaca hari kerja, belum dicocokkan';
export const POLICE_RECORD = 'Biaya menurut Kompas TV (PP 60/2016), kini PP 76/2020; selesai hari itu juga';
export const DRIVING_LICENCE = 'Biaya menurut Cenderawasih Pos, 15 Januari 2026; selesai hari itu juga';
export const USUAL_SERVICE =
  'Layanan lazim di MPP (dari ingatan); biaya dan waktu mengikuti standar instansi';
export const LIKELY_SERVICE = 'Perkiraan; belum dicocokkan dengan standar pelayanan instansi';
