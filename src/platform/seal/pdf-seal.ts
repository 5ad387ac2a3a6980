import { createHash } from 'node:crypto';
import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { SignPdf } from '@signpdf/signpdf';
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import * as asn1js from 'asn1js';
import { PDFDocument } from 'pdf-lib';
import * as pkijs from 'pkijs';
import { openSealKey, type SealKey } from './certificate.ts';

/** What stands in the signature besides the certificate. */
export interface SealedAs {
  /** Who seals: the mall. */
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
}

/**
 * Seals a PDF so that everybody can see whether it was changed since: PAdES-B-B (ETSI EN 319 142-1), a detached CMS
 * signature over everything but itself. The key is the installation's; the operator may lay another one in its place.
 */
export interface PdfSeal {
  seal(pdf: Uint8Array, as: SealedAs): Promise<Uint8Array>;
}

const DATA = '1.2.840.113549.1.7.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
/** A signature with one certificate takes about 2 kB; the room is doubled by its hexadecimal form. */
const ROOM_BYTES = 16_384;

/** A seal whose key is opened, and if need be made, when something is sealed for the first time. */
export function createPdfSeal(folder: string): PdfSeal {
  let opened: Promise<SealKey> | undefined;
  return {
    async seal(pdf, { name, reason, location, at }) {
      opened ??= openSealKey(folder, at);
      const key = await opened.catch((error: unknown) => {
        // The operator may mend the folder without a restart.
        opened = undefined;
        throw error;
      });
      const document = await PDFDocument.load(pdf, { updateMetadata: false });
      pdflibAddPlaceholder({
        ...{ pdfDoc: document, reason, name, location, contactInfo: '', signingTime: at },
        ...{ signatureLength: ROOM_BYTES, subFilter: SUBFILTER_ETSI_CADES_DETACHED },
      });
      const prepared = await document.save({ useObjectStreams: false });
      return new Uint8Array(await new SignPdf().sign(Buffer.from(prepared), new CmsSigner(key), at));
    },
  };
}

/** Makes the CMS of one signature; the time stands in the PDF, where PAdES wants it. */
class CmsSigner extends Signer {
  readonly #key: SealKey;

  constructor(key: SealKey) {
    super();
    this.#key = key;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    const { certificate, privateKey } = this.#key;
    const attribute = (type: string, value: asn1js.AsnType) => new pkijs.Attribute({ type, values: [value] });
    const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: new Uint8Array(bytes).buffer });
    const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
    const certificateDigest = digestOf(new Uint8Array(certificate.toSchema().toBER()));
    const signed = new pkijs.SignedData({
      version: 1,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: DATA }),
      certificates: [certificate],
      signerInfos: [
        new pkijs.SignerInfo({
          version: 1,
          sid: new pkijs.IssuerAndSerialNumber({
            ...{ issuer: certificate.issuer, serialNumber: certificate.serialNumber },
          }),
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              attribute(CONTENT_TYPE, new asn1js.ObjectIdentifier({ value: DATA })),
              attribute(MESSAGE_DIGEST, octets(digestOf(content))),
              // ESSCertIDv2 with the default algorithm, SHA-256 (RFC 5035).
              attribute(SIGNING_CERTIFICATE_V2, sequence(sequence(sequence(octets(certificateDigest))))),
            ],
          }),
        }),
      ],
    });
    await signed.sign(privateKey as CryptoKey, 0, 'SHA-256', new Uint8Array(content).buffer);
    const cms = new pkijs.ContentInfo({
      ...{ contentType: pkijs.ContentInfo.SIGNED_DATA, content: signed.toSchema(true) },
    });
    return Buffer.from(cms.toSchema().toBER());
  }
}

function sequence(value: asn1js.AsnType): asn1js.Sequence {
  return new asn1js.Sequence({ value: [value] });
}
