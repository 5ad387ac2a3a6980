import { OUTCOMES, type Outcome } from '#areas/queue/rules/ticket-states.ts';
import { textOf } from '../../../server/text-of.ts';

/** What was typed, as it is shown again when something is to be mended. */
export interface EntryValues {
  readonly code: string;
  readonly service: string;
  readonly takenAt: string;
  readonly calledAt: string;
  readonly endedAt: string;
  readonly outcome: string;
  readonly reason: string;
  readonly counter: string;
}

export type EntryField = keyof EntryValues;

export function readEntry(form: FormData): EntryValues {
  const text = (name: string, lengthMax: number) => textOf(form, name).trim().slice(0, lengthMax);
  return {
    code: text('nomor', 10).toUpperCase(),
    service: text('layanan', 80),
    takenAt: text('diambil', 5),
    calledAt: text('dipanggil', 5),
    endedAt: text('selesai', 5),
    outcome: text('hasil', 20),
    reason: text('alasan', 300),
    counter: text('loket', 3),
  };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The fields that are missing or unreadable; what they mean together is for the operation to judge. */
export function findEntryProblems(values: EntryValues): EntryField[] {
  const wrong: Record<EntryField, boolean> = {
    code: !/^[A-Z]{1,2}-\d{3}$/.test(values.code),
    service: values.service === '',
    takenAt: !TIME.test(values.takenAt),
    calledAt: values.calledAt !== '' && !TIME.test(values.calledAt),
    endedAt: !TIME.test(values.endedAt),
    outcome: !isOutcome(values.outcome),
    reason: values.reason !== '' && values.reason.length < 3,
    counter: values.counter !== '' && !/^[1-9]\d{0,2}$/.test(values.counter),
  };
  return (Object.keys(wrong) as EntryField[]).filter((field) => wrong[field]);
}

/** For the operation; the values have no problems. */
export function toEntry(values: EntryValues) {
  const { code, service, takenAt, calledAt, endedAt, outcome, reason, counter } = values;
  if (!isOutcome(outcome)) throw new RangeError(`no outcome: ${outcome}`);
  return {
    code,
    service,
    takenAt,
    endedAt,
    outcome,
    ...(calledAt === '' ? {} : { calledAt }),
    ...(reason === '' ? {} : { reason }),
    ...(counter === '' ? {} : { counterNumber: Number(counter) }),
  };
}

function isOutcome(text: string): text is Outcome {
  return OUTCOMES.some((outcome) => outcome === text);
}

/** Where the sentence of a refusal belongs. */
const FIELD_OF: Readonly<Record<string, EntryField>> = {
  NUMBER_NOT_RESERVED: 'code',
  NUMBER_ENTERED: 'code',
  SERVICE_UNKNOWN: 'service',
  COUNTER_UNKNOWN: 'counter',
  TIMES_INCOMPLETE: 'calledAt',
  TIMES_DISORDERED: 'takenAt',
  TIMES_AHEAD: 'endedAt',
  REASON_NEEDED: 'reason',
};

export function fieldOf(refused: string): EntryField {
  return FIELD_OF[refused] ?? 'code';
}
