/** A file that was made for the reader alone: nothing on the way keeps it. */
export function answerWithFile(
  { fileName, base64 }: { readonly fileName: string; readonly base64: string },
  type: string,
  shown: 'inline' | 'attachment' = 'inline',
): Response {
  return new Response(Buffer.from(base64, 'base64'), {
    headers: {
      'content-type': type,
      'content-disposition': `${shown}; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
}
