const MINUTE_MS = 60_000;

/** Elderly, disabled, pregnant and other vulnerable visitors (UU 25/2009 art. 29; Permen PANRB 11/2024). */
export const PRIORITY_HEAD_START_MIN = 20;
/** An appointment that is kept. */
export const APPOINTMENT_HEAD_START_MIN = 30;
/** No sum of head starts exceeds this: it is the promise "nobody is passed by someone 30 minutes later". */
export const HEAD_START_MAX_MIN = 30;
/** Up to this late an appointment keeps its whole head start … */
const LATE_KEEPS_ALL_MIN = 5;
/** … and from this late it has none left. */
const LATE_KEEPS_NONE_MIN = 20;

/** Moments are epoch ms. */
export interface Arrival {
  readonly checkedInAt: number;
  /** The reserved time, if there is one. */
  readonly appointmentAt?: number | null | undefined;
  /** When the visitor came back after a hold that had expired. */
  readonly returnedAt?: number | null | undefined;
}

/**
 * From when the waiting counts: the check-in; for an appointment not before its time, so that coming
 * early wins nothing; for one who comes back after an expired hold, the return.
 */
export function referenceTime({ checkedInAt, appointmentAt, returnedAt }: Arrival): number {
  return returnedAt ?? Math.max(checkedInAt, appointmentAt ?? checkedInAt);
}

/**
 * Minutes by which the visitor is placed ahead, 0..30. An appointment keeps its 30 minutes up to five
 * minutes late and loses them evenly until twenty: lateness slides, it does not fall off a cliff.
 */
export function headStartMinutes(visitor: Arrival & { readonly priority: boolean }): number {
  const priorityMin = visitor.priority ? PRIORITY_HEAD_START_MIN : 0;
  return Math.min(HEAD_START_MAX_MIN, priorityMin + appointmentMinutes(visitor));
}

function appointmentMinutes({ checkedInAt, appointmentAt, returnedAt }: Arrival): number {
  if (appointmentAt === undefined || appointmentAt === null) return 0;
  const lateMin = ((returnedAt ?? checkedInAt) - appointmentAt) / MINUTE_MS;
  const share = (LATE_KEEPS_NONE_MIN - lateMin) / (LATE_KEEPS_NONE_MIN - LATE_KEEPS_ALL_MIN);
  return APPOINTMENT_HEAD_START_MIN * Math.min(1, Math.max(0, share));
}

/** τ, epoch ms in whole milliseconds: the smallest is called next. It never changes while the ticket waits. */
export function orderKey(referenceAt: number, headStartMinutes: number): number {
  return Math.round(referenceAt - headStartMinutes * MINUTE_MS);
}
