import { isPassword } from '#areas/staff/rules/password.ts';
import { textOf } from '../server/text-of.ts';

/**
 * Password and code as they were typed. They go back into the fields of a form that was not complete: who must write a
 * long password again because a code was late chooses a short one. The reply is kept by no cache.
 */
export interface CredentialValues {
  readonly password: string;
  readonly passwordAgain: string;
  readonly code: string;
}

/** Which sentence of the catalogue stands beside which field. */
export type Problems<Sentence extends string> = Readonly<Record<string, Sentence>>;
export type CredentialProblem = 'passwordProblem' | 'passwordAgainProblem' | 'codeProblem';

const FIELD_LENGTH_MAX = 200;

export function readCredentials(form: FormData): {
  readonly values: CredentialValues;
  readonly problems: Problems<CredentialProblem>;
} {
  const password = textOf(form, 'sandi').slice(0, FIELD_LENGTH_MAX);
  const passwordAgain = textOf(form, 'ulang').slice(0, FIELD_LENGTH_MAX);
  const code = textOf(form, 'kode').replace(/[\s-]/g, '').slice(0, FIELD_LENGTH_MAX);
  return {
    values: { password, passwordAgain, code },
    problems: {
      ...(isPassword(password) ? {} : { sandi: 'passwordProblem' }),
      ...(isPassword(password) && password !== passwordAgain ? { ulang: 'passwordAgainProblem' } : {}),
      ...(/^[0-9]{6}$/.test(code) ? {} : { kode: 'codeProblem' }),
    },
  };
}
