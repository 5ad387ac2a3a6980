import type { Stage, StageKey } from '#areas/establishment/contract.ts';
import { formatDayShort } from '#ui/format/times.ts';
import type { establishment } from '#ui/words/id/establishment.ts';
import type { Language } from '#ui/words/language.ts';

type Words = typeof establishment;

export function nameStage({ kind, year }: StageKey, words: Words): string {
  return year === 0 ? words[`stage-${kind}`] : words.evaluationOf(year);
}

/** `1 November 2022 – 5 Desember 2022`, `sejak 2 Maret 2026`, or what is planned. */
export function sayWhen(
  { plannedFrom, plannedUntil, actualFrom, actualUntil }: Stage,
  words: Words,
  language: Language,
): string {
  const day = (text: string) => formatDayShort(text, language);
  const span = (from: string | null, until: string | null) => {
    if (from === null || until === null) return from === null ? until && day(until) : words.since(day(from));
    return from === until ? day(from) : words.between(day(from), day(until));
  };
  if (actualFrom !== null) return span(actualFrom, actualUntil) ?? '';
  const planned =
    plannedFrom !== null && plannedUntil === null ? day(plannedFrom) : span(plannedFrom, plannedUntil);
  return planned === null ? '' : words.plannedWhen(planned);
}

/** Papers that are not there, once a stage has begun, and what keeps it from going on. */
export function sayLack({ state, missingLetters, blockers, overruled }: Stage, words: Words): string {
  const begun = state === 'running' || state === 'overdue' || state === 'done';
  const papers = missingLetters.map((group) =>
    group.map((paper) => words[`paper-${paper}`]).join(` ${words.or} `),
  );
  const open = blockers.filter(({ solvedOn }) => solvedOn === null).length;
  const lacks = [
    ...(begun && overruled === null && papers.length > 0 ? [words.needsPapers(papers.join(', '))] : []),
    ...(open > 0 ? [words.needsBlockers(open)] : []),
  ];
  return lacks.join('; ') || words.needsNothing;
}
