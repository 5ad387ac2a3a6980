import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { NodeHandler } from '../wiring.ts';

const CLIP = /^\/voice\/((?:id\/|en\/)?[a-z0-9-]+\.ogg)$/;

/**
 * Clips that a mall recorded itself, from `<data>/voice`, stand before the ones that come along; see
 * static/voice/README.md. Everything else goes on to the screens.
 */
export function withOwnVoice(dataFolder: string, screens: NodeHandler): NodeHandler {
  return (request, response, next) => {
    const [, clip] = CLIP.exec((request.url ?? '').split('?', 1)[0]!) ?? [];
    if (clip === undefined) return screens(request, response, next);
    const file = join(dataFolder, 'voice', clip);
    stat(file).then(
      ({ size }) => {
        if (response.destroyed) return;
        response.writeHead(200, {
          'content-type': 'audio/ogg',
          'content-length': size,
          'cache-control': 'no-cache',
        });
        createReadStream(file)
          .on('error', () => response.destroy())
          .pipe(response);
      },
      // Not recorded: the clip that comes along, unless the visitor has hung up meanwhile. Nobody would catch what the
      // screens throw at a closed response, and the server would end.
      () => (response.destroyed ? undefined : screens(request, response, next)),
    );
  };
}
