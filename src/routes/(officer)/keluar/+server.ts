import { redirect } from '@sveltejs/kit';
import { relayCookies } from '../../server/relay-cookies.ts';
import type { RequestHandler } from './$types';

/** Only by a form: a link that signs people out could be put on any page. */
export const POST: RequestHandler = async ({ locals, request, cookies }) => {
  relayCookies(cookies, await locals.door.signIn.signOut(request.headers.get('cookie') ?? ''));
  redirect(303, '/masuk');
};
