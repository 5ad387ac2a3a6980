import { hashPassword, symmetricEncrypt } from 'better-auth/crypto';

/** Writes what the sign-in library reads again: it finds here the forms that it makes itself. */
export interface AccountSecrets {
  /** Slow on purpose. */
  hashPassword(password: string): Promise<string>;
  /** Sealed with the installation's secret: an authenticator's secret, recovery codes. */
  seal(text: string): Promise<string>;
}

export function createAccountSecrets(secret: string): AccountSecrets {
  return { hashPassword, seal: (text) => symmetricEncrypt({ key: secret, data: text }) };
}
