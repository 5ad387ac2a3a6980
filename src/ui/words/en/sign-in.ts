import type { signIn as indonesian } from '../id/sign-in.ts';

export const signIn: typeof indonesian = {
  title: 'Staff sign-in',
};
