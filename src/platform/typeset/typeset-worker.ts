// The thread of typeset.ts: sets one document and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler, type PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

const { source, data, archival } = workerData as { source: string; data: string; archival: boolean };
const compiler = NodeCompiler.create();
const document = { mainFileContent: source, inputs: { data } };
const pdf = compiler.pdf(document, archival ? { pdfStandard: 'a-2a' as PdfStandard.A_2a } : undefined);
parentPort!.postMessage(new Uint8Array(pdf));
