import type { LayoutServerLoad } from './$types';

/** Every page knows its language. */
export const load: LayoutServerLoad = ({ locals }) => ({ language: locals.door?.language ?? 'id' });
