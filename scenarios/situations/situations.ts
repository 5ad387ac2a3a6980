import type { Crowd } from '#areas/rehearsal/contract.ts';
import type { Moment } from './next-moment.ts';
import type { ScenarioFacts, SeasonFacts } from '../scenario-facts.ts';
import type { ScenarioSchedule } from '../load.ts';
import { ramadanWeek } from '../usual/schedules.ts';
import { liveOutageMorning, type OutageStage } from './outage-morning.ts';
import { tellSlips } from './paper-slips.ts';

/** What is going on in a mall: which hours it keeps, when it is, how many come. */
export interface Situation {
  readonly schedule: ScenarioSchedule;
  readonly crowd: Crowd;
  /** Where the clock stands when the program starts; the true time when left out. */
  readonly moment?: Moment;
  /** Days with other hours than the mall's usual ones. */
  readonly seasons?: readonly SeasonFacts[];
  /** What happened on that day before the moment: it is lived before the clock goes there. */
  readonly past?: {
    readonly live: (stage: OutageStage) => Promise<void>;
    /** Lines for the terminal. */
    readonly tell: (facts: ScenarioFacts) => string[];
  };
  /** One sentence for the terminal, in both languages. */
  readonly saysId: string;
  readonly saysEn: string;
}

/**
 * The months of Ramadan as computed; the day on which one begins is decided each year by sidang isbat and may differ
 * by one.
 */
const RAMADAN = [
  { from: '2026-02-19', to: '2026-03-19', year: 1447 },
  { from: '2027-02-08', to: '2027-03-09', year: 1448 },
  { from: '2028-01-28', to: '2028-02-25', year: 1449 },
  { from: '2029-01-16', to: '2029-02-13', year: 1450 },
] as const;

export const everyDay: Situation = {
  schedule: 'demo',
  crowd: { mode: 'running', speed: 1, visitorsPerHour: 25 },
  saysId: 'buka 00.00–24.00 setiap hari, dengan pengunjung simulasi',
  saysEn: 'open around the clock, with simulated visitors',
};

export const situations: Readonly<Record<string, Situation>> = {
  'busy-morning': {
    schedule: 'real',
    crowd: { mode: 'running', speed: 1, visitorsPerHour: 90 },
    moment: { weekdays: [2, 3, 4], time: '08:50', lastsMinutes: 120 },
    saysId: 'hari kerja pukul 08.50, tiga kali lebih ramai dari biasanya',
    saysEn: 'a working day at 08:50, three times as busy as usual',
  },
  friday: {
    schedule: 'real',
    crowd: { mode: 'running', speed: 1, visitorsPerHour: 40 },
    moment: { weekdays: [5], time: '10:15', lastsMinutes: 45 },
    saysId: 'Jumat pukul 10.15, sebentar lagi nomor berhenti diberikan menjelang salat Jumat',
    saysEn: 'a Friday at 10:15, soon no more numbers are given before the Friday prayer',
  },
  ramadan: {
    schedule: 'real',
    crowd: { mode: 'running', speed: 1, visitorsPerHour: 40 },
    moment: { weekdays: [1, 2, 3, 4], time: '12:45', within: RAMADAN, lastsMinutes: 75 },
    seasons: RAMADAN.map(({ from, to, year }) => ({
      name: `Ramadan ${year} Hijriah`,
      basis: 'Contoh; jam kerja Ramadan 32,5 jam seminggu menurut Perpres 21/2023',
      firstDay: from,
      lastDay: to,
      hours: ramadanWeek,
    })),
    saysId: 'hari kerja di bulan Ramadan pukul 12.45, gerai tutup pukul 14.00',
    saysEn: 'a working day in Ramadan at 12:45, booths close at 14:00',
  },
  outage: {
    schedule: 'real',
    crowd: { mode: 'running', speed: 1, visitorsPerHour: 25 },
    moment: { weekdays: [1, 2, 3, 4], time: '10:35', lastsMinutes: 180 },
    past: { live: liveOutageMorning, tell: tellSlips },
    saysId: 'hari kerja pukul 10.35, setelah server mati satu jam dan nomor diberikan di kertas',
    saysEn:
      'a working day at 10:35, after an hour in which the server was dead and numbers were given on paper',
  },
};
