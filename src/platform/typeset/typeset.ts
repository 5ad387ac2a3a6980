import { Worker } from 'node:worker_threads';

/** Longer than any document takes; whoever waits longer gets a fault instead of a page that never comes. */
const SECONDS_MAX = 30;

/**
 * Sets a document as a tagged PDF. In a thread of its own, because setting takes as long as many calls and the hall
 * must not stand still meanwhile.
 * @param document.source Typst; `sys.inputs.data` in it is the JSON text of `document.data`
 * @param document.archival as PDF/A-2a, to be kept for good: everything it needs lies in it
 * @throws Error with what the typesetter says about the source
 */
export async function typesetPdf(document: {
  source: string;
  data: unknown;
  archival?: boolean;
}): Promise<Uint8Array> {
  const worker = new Worker(new URL('./typeset-worker.ts', import.meta.url), {
    workerData: {
      ...{ source: document.source, data: JSON.stringify(document.data) },
      archival: document.archival ?? false,
    },
  });
  const tooLong = setTimeout(() => void worker.terminate(), SECONDS_MAX * 1000);
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the typesetter ended with ${code} and no document`)));
    });
  } finally {
    clearTimeout(tooLong);
    await worker.terminate();
  }
}
