import type { Language } from '#ui/words/language.ts';
import type { RefusalCatalogue, RefusalWords } from '#ui/words/refusal-facts.ts';
import { sayRefusal, type BareRefusal } from '#ui/words/say-refusal.ts';
import type { Problems } from './read-credentials.ts';

/** Refusals that are about one field stand beside it; all others above the form. */
const FIELD_OF_REFUSAL: Readonly<Record<string, string>> = {
  CODE_WRONG: 'kode',
  PASSWORD_WRONG: 'lama',
  EMAIL_TAKEN: 'email',
};

export interface Told {
  readonly errors: readonly { readonly id: string; readonly message: string }[];
  readonly above: RefusalWords | undefined;
  /** What stands beside the field of this id. */
  readonly errorAt: (id: string) => string | undefined;
}

/** What a form that came back says, and where: problems of fields in the order in which they were read. */
export function sayProblems<Sentence extends string>(
  came: { problems?: Problems<Sentence> | undefined; refusal?: BareRefusal | undefined },
  say: (key: NoInfer<Sentence>) => string,
  refusals: RefusalCatalogue,
  language: Language,
): Told {
  const errors = Object.entries(came.problems ?? {}).map(([id, key]) => ({
    id,
    message: say(key as Sentence),
  }));
  if (came.refusal === undefined) return told(errors);
  const said = sayRefusal(came.refusal, refusals, { language, zone: 'Asia/Makassar', now: 0 });
  const field = FIELD_OF_REFUSAL[came.refusal.refused];
  if (field === undefined) return told(errors, said);
  return told([...errors, { id: field, message: `${said.message} ${said.next}` }]);
}

function told(errors: Told['errors'], above?: RefusalWords): Told {
  return { errors, above, errorAt: (id) => errors.find((error) => error.id === id)?.message };
}
