import type { signIn as indonesian } from '../id/sign-in.ts';

export const signIn: typeof indonesian = {
  title: 'Staff sign-in',
  lead: (mall: string) => `For officers and managers of ${mall}.`,
  email: 'E-mail',
  password: 'Password',
  next: 'Continue',
  codeTitle: 'Six-digit code',
  codeLead: 'Open the authenticator app on your phone.',
  code: 'Code from the authenticator',
  codeHint: 'Six digits, new every 30 seconds.',
  enter: 'Sign in',
  startAgain: 'Start again from the e-mail',
  wrong: 'E-mail or password does not match. Check both.',
  wrongCode: 'The code does not match. Write the one shown now, or start again.',
  emailMissing: 'The e-mail is missing. Write your office e-mail.',
  passwordMissing: 'The password is missing.',
  codeMissing: 'The code is incomplete. Write six digits.',
  sampleHelp: 'This is sample data. Sample accounts are printed in the terminal when Balairung starts.',
  forgot: 'Forgot the password? Contact the administrator of your mall.',
  forVisitors: 'Visitors need no account. See the services on the home page',
};
