import type { agreements } from '#ui/words/id/agreements.ts';

type WrongWord = Extract<keyof typeof agreements, `wrong-${string}`>;

/** The fields that are not right, each with its sentence: for the summary, and beside the field. */
export function fieldErrors(problems: readonly string[], words: typeof agreements) {
  const sentenceOf = (field: string) => words[`wrong-${field}` as WrongWord];
  return {
    errors: problems.map((field) => ({ id: field, message: sentenceOf(field) })),
    errorAt: (field: string) => (problems.includes(field) ? sentenceOf(field) : undefined),
  };
}
