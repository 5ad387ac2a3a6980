import { setTimeout as pause } from 'node:timers/promises';
import { createFileStore } from '../file-store.ts';
import { createUploads } from '../uploads.ts';

// Begins an upload of 100 bytes, sends 40 of them, says so, and never comes to the rest: it waits to be killed.
const [storeFolder, uploadFolder] = process.argv.slice(2) as [string, string];
const store = await createFileStore({ folder: storeFolder });
const uploads = await createUploads({ folder: uploadFolder, store, bytesMax: 1000 });
const begun = await uploads.begin({ name: 'surat.txt', sizeBytes: 100, owner: 'warga-1' });
if (!('id' in begun)) throw new Error('refused');
await uploads.append({ id: begun.id, owner: 'warga-1' }, 0, hang(begun.id));

async function* hang(id: string) {
  yield Buffer.alloc(40, 'a');
  // Asked for more, the first forty are written.
  console.log(id);
  await pause(60_000);
}
