import { webcrypto } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** The key that seals, and the certificate that names it. */
export interface SealKey {
  readonly privateKey: webcrypto.CryptoKey;
  readonly certificate: pkijs.Certificate;
}

export const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const YEARS_VALID = 10;
const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';
const KEY_USAGE = '2.5.29.15';
/** digitalSignature and nonRepudiation, the two highest bits. */
const SIGNS = new Uint8Array([0xc0]).buffer;

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto }));

/**
 * Reads the seal from its folder: `key.pem` (PKCS#8, RSA) and `certificate.pem`, the operator's own or, where nothing lies
 * there yet, one that is made now and names nobody but this installation.
 * @throws Error where only one of the two is there or one cannot be read
 */
export async function openSealKey(folder: string, now: Date): Promise<SealKey> {
  const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const read = (file: string) =>
    readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
  const [key, certificate] = [await read(keyFile), await read(certificateFile)];
  if ((key === undefined) !== (certificate === undefined))
    throw new Error(`${folder} holds a key without its certificate, or the other way round`);
  if (key === undefined || certificate === undefined) {
    const made = await makeSealKey(now);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(keyFile, made.keyPem, { mode: 0o600, flag: 'wx' });
    await writeFile(certificateFile, made.certificatePem, { flag: 'wx' });
    return made;
  }
  const privateKey = await webcrypto.subtle.importKey('pkcs8', fromPem(key), ALGORITHM, false, ['sign']);
  return { privateKey, certificate: pkijs.Certificate.fromBER(fromPem(certificate)) };
}

async function makeSealKey(now: Date): Promise<SealKey & { keyPem: string; certificatePem: string }> {
  const shape = { ...ALGORITHM, modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) };
  const { privateKey, publicKey } = await webcrypto.subtle.generateKey(shape, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  const serial = webcrypto.getRandomValues(new Uint8Array(16));
  // The first bit would make it negative, a first zero would be no number at all.
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  certificate.serialNumber = new asn1js.Integer({ valueHex: serial.buffer });
  for (const name of [certificate.issuer, certificate.subject])
    name.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({
        ...{ type: ORGANISATION, value: new asn1js.Utf8String({ value: 'Balairung' }) },
      }),
      new pkijs.AttributeTypeAndValue({
        ...{ type: COMMON_NAME, value: new asn1js.Utf8String({ value: 'Segel elektronik mal' }) },
      }),
    );
  const ends = new Date(now);
  ends.setUTCFullYear(ends.getUTCFullYear() + YEARS_VALID);
  certificate.notBefore.value = now;
  certificate.notAfter.value = ends;
  certificate.extensions = [
    new pkijs.Extension({
      ...{ extnID: KEY_USAGE, critical: true },
      extnValue: new asn1js.BitString({ valueHex: SIGNS, unusedBits: 6 }).toBER(),
    }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(publicKey as CryptoKey);
  await certificate.sign(privateKey as CryptoKey, 'SHA-256');
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  return {
    ...{ privateKey, certificate },
    keyPem: toPem('PRIVATE KEY', pkcs8),
    certificatePem: toPem('CERTIFICATE', certificate.toSchema(true).toBER()),
  };
}

function toPem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function fromPem(pem: string): ArrayBuffer {
  const bytes = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  return new Uint8Array(bytes).buffer;
}
