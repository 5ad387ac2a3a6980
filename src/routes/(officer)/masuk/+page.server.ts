import { fail, redirect } from '@sveltejs/kit';
import { EMAIL_LENGTH_MAX } from '#areas/staff/rules/email.ts';
import { PASSWORD_LENGTH_MAX } from '#areas/staff/rules/password.ts';
import { homeOf, localPath } from '../../server/staff-door.ts';
import { refusalFrom } from '../../server/refusal-from.ts';
import { relayCookies } from '../../server/relay-cookies.ts';
import { textOf } from '../../server/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

const STEPS: ReadonlyMap<string, 'code' | 'recovery'> = new Map([
  ['kode', 'code'],
  ['cadangan', 'recovery'],
]);

export const load: PageServerLoad = async ({ locals, url }) => {
  const { actor, api } = locals.door;
  const to = localPath(url.searchParams.get('ke'));
  if (actor.kind === 'staff') redirect(303, to ?? homeOf(actor.role));
  const mall = await mallOrSetUp(api.malls.getMall({}));
  return {
    mall: { shortName: mall.shortName, sampleData: mall.sampleData },
    step: STEPS.get(url.searchParams.get('langkah') ?? '') ?? ('password' as const),
    to,
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async sandi({ locals, request, cookies, url }) {
    const form = await request.formData();
    const email = textOf(form, 'email').trim();
    const password = textOf(form, 'password');
    if (email === '') return fail(400, { email, problem: 'email-missing' as const });
    if (password === '') return fail(400, { email, problem: 'password-missing' as const });
    const wrong = () => fail(400, { email: email.slice(0, EMAIL_LENGTH_MAX), problem: 'wrong' as const });
    if (!canBeAccount(email, password)) return wrong();
    const result = await locals.door.signIn.withPassword(email, password);
    if (result.kind === 'wrong') return wrong();
    if (result.kind === 'second-factor-missing') return fail(409, { email, problem: 'no-code' as const });
    relayCookies(cookies, result.cookies);
    redirect(303, addressOf(url, true));
  },

  async kode({ locals, request, cookies, url }) {
    const code = textOf(await request.formData(), 'kode').replace(/[\s-]/g, '');
    if (!/^\d{6}$/.test(code)) return fail(400, { email: '', problem: 'code-missing' as const });
    const result = await locals.door.signIn.withCode(code, request.headers.get('cookie') ?? '');
    if (result.kind !== 'signed-in') return fail(400, { email: '', problem: 'wrong-code' as const });
    relayCookies(cookies, result.cookies);
    redirect(303, addressOf(url, false));
  },

  async cadangan({ locals, request, cookies, url }) {
    const signs = textOf(await request.formData(), 'kode')
      .toUpperCase()
      .replace(/[\s-]/g, '');
    if (!/^[A-Z0-9]{10}$/.test(signs)) return fail(400, { email: '', problem: 'recovery-missing' as const });
    const code = `${signs.slice(0, 5)}-${signs.slice(5)}`;
    const result = await locals.door.signIn.withRecoveryCode(code, request.headers.get('cookie') ?? '');
    if (result.kind !== 'signed-in') return fail(400, { email: '', problem: 'wrong-recovery' as const });
    relayCookies(cookies, result.cookies);
    redirect(303, addressOf(url, false));
  },
};

/** Where there is no mall yet, there is nothing to sign in to: one page says so. */
async function mallOrSetUp<T>(mall: Promise<T>): Promise<T> {
  try {
    return await mall;
  } catch (error) {
    if (refusalFrom(error).refused === 'MALL_UNKNOWN') redirect(307, '/mulai');
    throw error;
  }
}

/** Text that no account can have is answered like a wrong password: nobody learns which e-mails exist. */
function canBeAccount(email: string, password: string): boolean {
  const long = email.length > EMAIL_LENGTH_MAX || password.length > PASSWORD_LENGTH_MAX;
  return !long && !/\p{Cc}/u.test(email + password);
}

/** Signed in, this page itself sends people on: only then is their role known. */
function addressOf(url: URL, codeNeeded: boolean): string {
  const to = localPath(url.searchParams.get('ke'));
  const query = new URLSearchParams({
    ...(codeNeeded ? { langkah: 'kode' } : {}),
    ...(to === undefined ? {} : { ke: to }),
  });
  return query.size === 0 ? '/masuk' : `/masuk?${query}`;
}
