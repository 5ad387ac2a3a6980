import type pg from 'pg';
import { openPool } from '#platform/database/pool.ts';
import { StartProblem } from '#platform/database/start-problem.ts';
import { nextMoment, type Moment } from './next-moment.ts';

export interface ClockMove {
  /** Address of the database as the owner of the schema: nobody else may set the clock. */
  readonly ownerUrl: string;
  /** IANA name of the mall's time zone. */
  readonly zone: string;
  readonly moment: Moment;
}

/**
 * Moves the installation's clock forward to the moment, or leaves it where the moment is still going on.
 * @throws StartProblem moment-unknown when the moment does not come any more
 */
export async function moveClock({ ownerUrl, zone, moment }: ClockMove): Promise<void> {
  const owner = openPool(ownerUrl, { connectionsMax: 1 });
  try {
    const { now, holidays } = await readClock(owner);
    const at = nextMoment(moment, { now: now.getTime(), zone, holidays: new Set(holidays) });
    if (at === undefined) throw momentProblem();
    await owner.query(
      `update clock_offset set offset_by = offset_by + make_interval(secs => $1::float8 / 1000)`,
      [at - now.getTime()],
    );
  } finally {
    await owner.end();
  }
}

/** What the installation's clock says, and the holidays that it knows. */
export async function readClock(owner: pg.Pool): Promise<{ now: Date; holidays: readonly string[] }> {
  const { rows } = await owner.query<{ now: Date; holidays: string[] }>(
    `select clock_timestamp() + offset_by as now,
       array(select to_char(day, 'YYYY-MM-DD') from holiday) as holidays from clock_offset`,
  );
  return rows[0]!;
}

function momentProblem(): StartProblem {
  return new StartProblem(
    'moment-unknown',
    'Situasi ini tidak terjadi lagi dalam 400 hari ke depan; tambahkan tanggalnya di scenarios/situations/situations.ts.',
    'This situation does not come again within 400 days; add its days in scenarios/situations/situations.ts.',
  );
}
