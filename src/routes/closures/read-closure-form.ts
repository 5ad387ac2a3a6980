import { readKnown } from '../server/known-waiting.ts';
import { textOf } from '../server/text-of.ts';
import { readMoment } from '../server/read-moment.ts';

export interface ClosureValues {
  readonly agencyId: string;
  readonly reason: string;
  readonly from: 'now' | 'later';
  readonly fromAt: string;
  readonly until: 'time' | 'open';
  readonly untilAt: string;
}

/** Which sentence stands beside which field. */
export interface ClosureProblems {
  readonly agencyId?: 'boothProblem';
  readonly reason?: 'reasonProblem';
  readonly fromAt?: 'fromProblem';
  readonly untilAt?: 'untilProblem';
}

export interface ReadClosure {
  readonly values: ClosureValues;
  readonly problems: ClosureProblems;
  /** Only where there is no problem. */
  readonly wish?: {
    readonly agencyId: string;
    readonly reason: string;
    readonly from: string | null;
    readonly until: string | null;
    readonly knownWaiting: number;
  };
}

/** What was typed, what is missing in it, and the wish that it makes; times are read on the mall's clock. */
export function readClosureForm(form: FormData, zone: string, ownAgencyId: string | null): ReadClosure {
  const values: ClosureValues = {
    agencyId: ownAgencyId ?? textOf(form, 'gerai'),
    reason: textOf(form, 'alasan').trim().slice(0, 200),
    from: textOf(form, 'mulai') === 'later' ? 'later' : 'now',
    fromAt: textOf(form, 'waktumulai').slice(0, 30),
    until: textOf(form, 'sampai') === 'open' ? 'open' : 'time',
    untilAt: textOf(form, 'waktubuka').slice(0, 30),
  };
  const from = values.from === 'later' ? readMoment(values.fromAt, zone) : null;
  const until = values.until === 'time' ? readMoment(values.untilAt, zone) : null;
  const problems: ClosureProblems = {
    ...(values.agencyId === '' ? { agencyId: 'boothProblem' } : {}),
    ...(values.reason.length < 3 ? { reason: 'reasonProblem' } : {}),
    ...(from === undefined ? { fromAt: 'fromProblem' } : {}),
    ...(until === undefined ? { untilAt: 'untilProblem' } : {}),
  };
  if (Object.keys(problems).length > 0 || from === undefined || until === undefined)
    return { values, problems };
  const { agencyId, reason } = values;
  return { values, problems, wish: { agencyId, reason, from, until, knownWaiting: readKnown(form) } };
}
