/** What a browser on a television shows by itself. */
export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/webm'] as const;
export function isShown(mediaType: string): boolean {
  return (MEDIA_TYPES as readonly string[]).includes(mediaType);
}
/** About ten minutes of film at the size of a board's corner. */
export const MEDIA_BYTES_MAX = 200_000_000;
/** Pictures and films of a mall, those over and those to come included: a list that people can still keep in order. */
export const MEDIA_MAX = 40;
/** How long a picture stays: long enough to be read once. */
export const PICTURE_SECONDS = { min: 5, max: 120 } as const;
