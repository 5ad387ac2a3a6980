// The thread of typeset.ts: sets one document and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { source, data } = workerData as { source: string; data: string };
const pdf = NodeCompiler.create().pdf({ mainFileContent: source, inputs: { data } });
parentPort!.postMessage(new Uint8Array(pdf));
