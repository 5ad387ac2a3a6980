import type { ServiceFacts } from '../scenario-facts.ts';
import { feeUnknown, timeUnknown, LIKELY_SERVICE, USUAL_SERVICE } from '../usual/sources.ts';

/** The narcotics board serves in few malls, so its services stand here and not among the usual ones. */
export const narcoticsServices: readonly ServiceFacts[] = [
  {
    code: 'BNN-01',
    slug: 'skhpn',
    agency: 'bnn',
    name: 'Surat keterangan hasil pemeriksaan narkotika (SKHPN)',
    nameEn: 'Certificate of a narcotics test',
    expectedMinutes: 15,
    fee: feeUnknown,
    promisedTime: timeUnknown,
    requirements: ['KTP-el', 'Pasfoto'],
    confidence: 'recalled',
    sourceNote: USUAL_SERVICE,
  },
  {
    code: 'BNN-02',
    slug: 'konsultasi-rehabilitasi-narkotika',
    agency: 'bnn',
    name: 'Konsultasi rehabilitasi',
    nameEn: 'Advice on rehabilitation',
    expectedMinutes: 25,
    fee: feeUnknown,
    promisedTime: timeUnknown,
    requirements: [],
    confidence: 'plausible',
    sourceNote: LIKELY_SERVICE,
  },
  {
    code: 'BNN-03',
    slug: 'permintaan-sosialisasi-narkotika',
    agency: 'bnn',
    name: 'Permintaan sosialisasi bahaya narkotika',
    nameEn: 'Request for a talk about narcotics',
    expectedMinutes: 10,
    fee: feeUnknown,
    promisedTime: timeUnknown,
    requirements: ['Surat permohonan dari sekolah atau lembaga'],
    confidence: 'plausible',
    sourceNote: LIKELY_SERVICE,
  },
];
