import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as pkijs from 'pkijs';
import { typesetPdf } from '#platform/typeset/typeset.ts';
import { createPdfSeal } from './pdf-seal.ts';

const AS = {
  name: 'MPP Uji',
  reason: 'Penandatanganan',
  location: 'Paringin',
  at: new Date('2026-11-27T02:00:00Z'),
};

describe('a sealed PDF', () => {
  let folder: string;
  let pdf: Uint8Array;
  before(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'seal-')), 'seal');
    pdf = await typesetPdf({ source: '#set document(title: "Uji")\n= Naskah\nIsi.', data: null });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('verifies over every byte but its signature, and a changed byte breaks it', async () => {
    const sealed = Buffer.from(await createPdfSeal(folder).seal(pdf, AS));
    assert.ok(sealed.includes('/ETSI.CAdES.detached'));
    assert.ok(sealed.includes('/StructTreeRoot'), 'it stays tagged');
    assert.deepEqual(await verify(sealed), { whole: true, valid: true });
    const changed = Buffer.from(sealed);
    changed[200] = changed[200]! ^ 1;
    assert.deepEqual(await verify(changed), { whole: true, valid: false });
  });

  it('keeps its key for itself, and the same one after a restart', async () => {
    assert.equal((await stat(join(folder, 'key.pem'))).mode & 0o777, 0o600);
    const before = await readFile(join(folder, 'certificate.pem'), 'utf8');
    await createPdfSeal(folder).seal(pdf, AS);
    assert.equal(await readFile(join(folder, 'certificate.pem'), 'utf8'), before);
  });

  it('names its signing certificate, as PAdES asks', async () => {
    const { signed } = readSignature(Buffer.from(await createPdfSeal(folder).seal(pdf, AS)));
    const types = signed.signerInfos[0]?.signedAttrs?.attributes.map(({ type }) => type);
    assert.ok(types?.includes('1.2.840.113549.1.9.16.2.47'));
  });

  it('is not sealed with half a key', async () => {
    const half = await mkdtemp(join(tmpdir(), 'seal-'));
    await writeFile(join(half, 'certificate.pem'), 'x');
    await assert.rejects(createPdfSeal(half).seal(pdf, AS), /key without its certificate/);
    await rm(half, { recursive: true });
  });

  const pdfsig = findPdfsig();
  it('is valid to pdfsig', { skip: pdfsig ? false : 'poppler-utils is not installed' }, async () => {
    const file = join(folder, 'sealed.pdf');
    await writeFile(file, await createPdfSeal(folder).seal(pdf, AS));
    // The certificate is nobody's but ours, so pdfsig ends with a code for an unknown issuer; the signature is what counts.
    const told = execFileSync('sh', ['-c', `pdfsig "${file}" || true`], { encoding: 'utf8' });
    assert.match(told, /Signature Validation: Signature is Valid/);
    assert.match(told, /Total document signed/);
  });
});

function findPdfsig(): boolean {
  try {
    execFileSync('pdfsig', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The signature of a PDF, and the bytes that it is over. */
function readSignature(pdf: Buffer) {
  const text = pdf.toString('latin1');
  const range = /\/ByteRange \[\s*(\d+) (\d+) (\d+) (\d+)\s*\]/.exec(text)!.slice(1).map(Number);
  const [start, length, next, rest] = range as [number, number, number, number];
  const hex = text.slice(start + length + 1, next - 1);
  const content = Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(next, next + rest)]);
  const der = Buffer.from(hex, 'hex');
  // The room behind the signature is zeros: its own length says where it ends.
  const size = 4 + der.readUInt16BE(2);
  const cms = pkijs.ContentInfo.fromBER(new Uint8Array(der.subarray(0, size)).buffer);
  const signed = new pkijs.SignedData({ schema: cms.content });
  return { signed, content, whole: next + rest === pdf.length && start === 0 };
}

async function verify(pdf: Buffer) {
  const { signed, content, whole } = readSignature(pdf);
  const valid = await signed
    .verify({ signer: 0, data: new Uint8Array(content).buffer, checkChain: false })
    .catch(() => false);
  return { whole, valid };
}
