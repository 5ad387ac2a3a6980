import { hashPassword, symmetricDecrypt, symmetricEncrypt, verifyPassword } from 'better-auth/crypto';

/** Writes what the sign-in library reads again: it finds here the forms that it makes itself. */
export interface AccountSecrets {
  /** Slow on purpose. */
  hashPassword(password: string): Promise<string>;
  /** As slow. */
  isPasswordOf(hash: string, password: string): Promise<boolean>;
  /** Sealed with the installation's secret: an authenticator's secret, recovery codes. */
  seal(text: string): Promise<string>;
  open(sealed: string): Promise<string>;
}

export function createAccountSecrets(secret: string): AccountSecrets {
  return {
    hashPassword,
    isPasswordOf: (hash, password) => verifyPassword({ hash, password }),
    seal: (text) => symmetricEncrypt({ key: secret, data: text }),
    open: (sealed) => symmetricDecrypt({ key: secret, data: sealed }),
  };
}
