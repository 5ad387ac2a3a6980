import type { CallContext } from '#platform/contract/procedure.ts';
import type { Uploads } from '#platform/files/uploads.ts';

/** Where files arrive. @throws Error where the program was put together without it */
export function uploadsOf({ uploads }: Pick<CallContext, 'uploads'>): Uploads {
  if (uploads === undefined) throw new Error('files are handed in where nobody takes them');
  return uploads;
}
