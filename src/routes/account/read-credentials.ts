import { isPassword } from '#areas/staff/rules/password.ts';
import { takes, type SignInPart } from '#areas/staff/rules/sign-in-parts.ts';
import { textOf } from '../server/text-of.ts';

/**
 * Passwords and code as they were typed. They go back into the fields of a form that was not complete: who must write a
 * long password again because a code was late chooses a short one. The reply is kept by no cache.
 */
export interface CredentialValues {
  /** The one they have. */
  readonly oldPassword: string;
  readonly password: string;
  readonly passwordAgain: string;
  readonly code: string;
}

/** Which sentence of the catalogue stands beside which field. */
export type Problems<Sentence extends string> = Readonly<Record<string, Sentence>>;
export type CredentialProblem =
  'oldPasswordProblem' | 'passwordProblem' | 'passwordAgainProblem' | 'codeProblem';

interface ReadCredentials {
  readonly values: CredentialValues;
  readonly problems: Problems<CredentialProblem>;
}

const FIELD_LENGTH_MAX = 200;

/**
 * Password and code, of which the form sets one or both; what it does not set is what they have.
 * @param sets what becomes new
 */
export function readCredentials(form: FormData, sets: SignInPart): ReadCredentials {
  const values = readValues(form);
  return {
    values,
    problems: {
      ...(takes(sets, 'password') ? newPasswordProblems(values) : oldPasswordProblems(values)),
      ...(/^[0-9]{6}$/.test(values.code) ? {} : { kode: 'codeProblem' }),
    },
  };
}

/** A new password by the old one. */
export function readPasswordChange(form: FormData): ReadCredentials {
  const values = readValues(form);
  return { values, problems: { ...oldPasswordProblems(values), ...newPasswordProblems(values) } };
}

/** The old password alone, as a proof. */
export function readProof(form: FormData): ReadCredentials {
  const values = readValues(form);
  return { values, problems: oldPasswordProblems(values) };
}

function readValues(form: FormData): CredentialValues {
  const read = (name: string) => textOf(form, name).slice(0, FIELD_LENGTH_MAX);
  return {
    oldPassword: read('lama'),
    password: read('sandi'),
    passwordAgain: read('ulang'),
    code: read('kode').replace(/[\s-]/g, ''),
  };
}

function oldPasswordProblems({ oldPassword }: CredentialValues): Problems<CredentialProblem> {
  return isPassword(oldPassword) ? {} : { lama: 'oldPasswordProblem' };
}

function newPasswordProblems({ password, passwordAgain }: CredentialValues): Problems<CredentialProblem> {
  if (!isPassword(password)) return { sandi: 'passwordProblem' };
  return password === passwordAgain ? {} : { ulang: 'passwordAgainProblem' };
}
