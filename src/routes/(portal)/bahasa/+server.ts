import { redirect } from '@sveltejs/kit';
import { LANGUAGE_COOKIE, languageFrom } from '#ui/words/language.ts';
import { localPath } from '../local-path.ts';
import type { RequestHandler } from './$types';

const YEAR_SECONDS = 365 * 86_400;

/** `/bahasa?ke=en&kembali=/layanan`: keeps the reader's language and goes back; a plain link, so without JavaScript. */
export const GET: RequestHandler = ({ url, cookies, locals }) => {
  cookies.set(LANGUAGE_COOKIE, languageFrom(url.searchParams.get('ke')), {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    httpOnly: true,
    // A hall without TLS is served over http; a cookie for https only would then be lost.
    secure: locals.door.publicUrl.startsWith('https:'),
  });
  redirect(303, localPath(url.searchParams.get('kembali'), url.origin));
};
