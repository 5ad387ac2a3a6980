/**
 * The fields of a form that are not right, each with the sentence that the catalogue has for it under `wrong-…`: for the
 * summary, and beside the field. The field's name is its anchor.
 */
export function fieldErrors(problems: readonly string[], words: Readonly<Record<string, unknown>>) {
  const sentenceOf = (field: string) => String(words[`wrong-${field}`]);
  return {
    errors: problems.map((field) => ({ id: field, message: sentenceOf(field) })),
    errorAt: (field: string) => (problems.includes(field) ? sentenceOf(field) : undefined),
  };
}
