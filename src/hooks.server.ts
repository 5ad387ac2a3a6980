import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import type { PageDoors } from '#server/page-door.ts';
import { surfaceOf } from '#ui/frames/surface.ts';

const doors = () =>
  (globalThis as { [key: symbol]: unknown })[Symbol.for('balairung.page-doors')] as PageDoors;

export const handle: Handle = async ({ event, resolve }) => {
  const html = (language: string) => ({
    transformPageChunk: ({ html: chunk }: { html: string }) =>
      chunk.replace('%bahasa%', language).replace('%surface%', surfaceOf(event.url.pathname)),
  });
  const requestId = event.request.headers.get('x-balairung-request');
  // Shells made at build time have no request behind them.
  if (requestId === null) return resolve(event, html('id'));
  const door = await doors().open(requestId);
  event.locals.door = door;
  try {
    return await resolve(event, html(door.language));
  } finally {
    await door.close();
  }
};

export const handleError: HandleServerError = (caught) => {
  if (caught.kind === 'framework' || caught.kind === 'validation') return { message: 'NOT_FOUND' };
  if (caught.kind === 'app') return { message: caught.error.message };
  const incident = caught.event.locals.door?.reportFault(caught.error);
  return { message: 'FAULT', ...(incident === undefined ? {} : { incident }) };
};
