import type { AgencyFacts, ScenarioFacts } from '../scenario-facts.ts';

/** The hour of the outage, on the wall of the mall. */
export const OUTAGE = { from: '09:30', until: '10:30' } as const;
/** Numbers that were kept for paper, as the manager's page proposes them. */
export const PAPER_NUMBERS = { firstNumber: 801, lastNumber: 900 } as const;

const AGENCIES_MAX = 4;
const FIRST_TAKEN_MINUTES = 9 * 60 + 31;
const WAIT_MINUTES = 8;
const SERVED_MINUTES_MAX = 10;
const GIVES_UP_AFTER_MINUTES = 20;

/** The left half of a sheet: what somebody wrote down while the server was dead. */
export interface PaperSlip {
  readonly code: string;
  readonly agencyShortName: string;
  /** Slug and name. */
  readonly service: string;
  readonly serviceName: string;
  /** `HH:MM` */
  readonly takenAt: string;
  /** Left out for somebody who went before the call. */
  readonly calledAt?: string;
  readonly counterNumber?: number;
  readonly endedAt: string;
  readonly outcome: 'finished' | 'in-process' | 'left';
}

/** The agencies that are there on every morning from Monday to Thursday; the largest part of the hall's line. */
export function morningAgencies({ agencies }: ScenarioFacts): readonly AgencyFacts[] {
  const isThere = ({ realWeekly }: AgencyFacts) =>
    [1, 2, 3, 4].every((day) =>
      realWeekly.some(
        ({ weekday, opens, closes }) => weekday === day && opens <= '08:00' && closes >= '12:00',
      ),
    );
  return agencies.filter(isThere).slice(0, AGENCIES_MAX);
}

/** The slips of the hour: four of the first agency, of whom one went before the call, and two of the others. */
export function paperSlips(facts: ScenarioFacts): readonly PaperSlip[] {
  return morningAgencies(facts).flatMap((agency, place) =>
    Array.from({ length: place === 0 ? 4 : 2 }, (_, turn) => slipOf(facts, agency, { place, turn })),
  );
}

function slipOf(
  { services }: ScenarioFacts,
  agency: AgencyFacts,
  { place, turn }: { place: number; turn: number },
): PaperSlip {
  const offered = services.filter(({ agency: slug }) => slug === agency.slug);
  const service = offered[turn % offered.length]!;
  const taken = FIRST_TAKEN_MINUTES + place * 3 + turn * 11;
  const called = taken + WAIT_MINUTES;
  const slip = {
    code: `${agency.series}-${PAPER_NUMBERS.firstNumber + turn}`,
    agencyShortName: agency.shortName,
    service: service.slug,
    serviceName: service.name,
    takenAt: onTheWall(taken),
  };
  if (turn === 3) return { ...slip, endedAt: onTheWall(taken + GIVES_UP_AFTER_MINUTES), outcome: 'left' };
  return {
    ...slip,
    calledAt: onTheWall(called),
    counterNumber: agency.counters[turn % agency.counters.length]!,
    endedAt: onTheWall(called + Math.min(service.expectedMinutes, SERVED_MINUTES_MAX)),
    outcome: place === 1 && turn === 0 ? 'in-process' : 'finished',
  };
}

export function onTheWall(minutes: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}

const SAID = { finished: 'selesai di sini', 'in-process': 'masih diproses', left: 'pergi sebelum dipanggil' };

/** The slips as the terminal tells them, ready to be entered. */
export function tellSlips(facts: ScenarioFacts): string[] {
  return [
    `  Server mati ${OUTAGE.from}–${OUTAGE.until}. Lembar kertas yang belum dimasukkan (/kelola/blok-nomor):`,
    `  The server was dead ${OUTAGE.from}–${OUTAGE.until}. Slips that wait to be entered there:`,
    ...paperSlips(facts).map((slip) => {
      const called =
        slip.calledAt === undefined ? '' : `dipanggil ${slip.calledAt} loket ${slip.counterNumber}, `;
      const what = `${slip.code}  ${slip.agencyShortName}: ${slip.serviceName}`;
      return `    ${what.padEnd(58)} diambil ${slip.takenAt}, ${called}${slip.endedAt} ${SAID[slip.outcome]}`;
    }),
  ];
}
