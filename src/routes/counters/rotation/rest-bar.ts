import { clockMinutes } from '#areas/rotation/rules/rest-plan.ts';

interface Times {
  readonly starts: string;
  readonly ends: string;
}

/** Where a rest lies in the time from the first start to the last end, in per cent. */
export function restBar(
  rest: Times,
  all: readonly Times[],
): { readonly left: number; readonly width: number } {
  const from = Math.min(...all.map(({ starts }) => clockMinutes(starts)));
  const until = Math.max(...all.map(({ ends }) => clockMinutes(ends)));
  const share = (minutes: number) => (100 * minutes) / Math.max(1, until - from);
  return {
    left: share(clockMinutes(rest.starts) - from),
    width: Math.max(0, share(clockMinutes(rest.ends) - clockMinutes(rest.starts))),
  };
}
