export interface Criterion {
  readonly id: string;
  readonly weight: number;
}

export interface Candidate {
  readonly id: string;
  /** 1 to 5 by criterion. */
  readonly scores: Readonly<Record<string, number>>;
}

export interface Ranked {
  readonly id: string;
  /** Weighted mean, 1 to 5; null while a criterion has no score. */
  readonly score: number | null;
  readonly missing: number;
}

export interface LocationChoice {
  /** Best first; those with a missing score last. */
  readonly ranked: readonly Ranked[];
  /** In how many of the changed weightings (each criterion once doubled, once halved) the best stays the best. */
  readonly firstIn: number;
  readonly weightings: number;
}

/** Scores places by weighted criteria, and asks whether the answer hangs on a weight. */
export function scoreLocations(
  criteria: readonly Criterion[],
  candidates: readonly Candidate[],
): LocationChoice {
  const ranked = rank(criteria, candidates);
  const best = ranked[0];
  const decided = best !== undefined && best.score !== null;
  const changed = criteria.flatMap(({ id }) =>
    [2, 0.5].map((factor) =>
      criteria.map((one) => (one.id === id ? { ...one, weight: one.weight * factor } : one)),
    ),
  );
  return {
    ranked,
    weightings: decided ? changed.length : 0,
    firstIn: decided ? changed.filter((weights) => rank(weights, candidates)[0]?.id === best.id).length : 0,
  };
}

function rank(criteria: readonly Criterion[], candidates: readonly Candidate[]): Ranked[] {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const scored = candidates.map(({ id, scores }) => {
    const missing = criteria.filter((criterion) => scores[criterion.id] === undefined).length;
    const sum = criteria.reduce((total, { id: key, weight }) => total + weight * (scores[key] ?? 0), 0);
    return { id, missing, score: weights === 0 || missing > 0 ? null : sum / weights };
  });
  // Equal scores keep their order, so that a tie is not decided by chance.
  return scored.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
}
