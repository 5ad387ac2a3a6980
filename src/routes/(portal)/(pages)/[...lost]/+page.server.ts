import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Every address that no other page answers to: the error page of citizens, with words and a search. */
export const load: PageServerLoad = () => error(404, 'NOT_FOUND');
