import { sayRefusal } from '#ui/words/say-refusal.ts';
import type { Language } from '#ui/words/language.ts';
import { wordsFor } from '#ui/words/words-for.ts';
import type { SentenceFor } from '#platform/http/problem.ts';

/** Whoever asks over the API may stand in any zone; the installation's own is the best guess for "besok". */
const ZONE = 'Asia/Makassar';

/** The same sentences that screens show, for replies that a person may read: what happened, and what to do next. */
export function sentenceFor(language: Language): SentenceFor {
  const { refusals } = wordsFor(language);
  return (code, facts) => {
    const bare = facts as Record<string, string | number>;
    const said = sayRefusal({ refused: code, facts: { ...bare, code: bare['incident'] } }, refusals, {
      language,
      zone: ZONE,
      now: Date.now(),
    });
    return `${said.message} ${said.next}`;
  };
}
