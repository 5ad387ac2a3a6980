import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The settings begin with the agencies. */
export const load: PageServerLoad = () => redirect(303, '/kelola/atur/instansi');
