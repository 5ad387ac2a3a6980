/** What may be stored: pictures, films, documents and plain tables. Nothing that a browser would run. */
export type MediaType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'video/mp4'
  | 'video/webm'
  | 'application/pdf'
  | 'text/csv'
  | 'text/plain';

/** The name of the format stands within so many bytes in every film that is one. */
const HEAD_BYTES = 64;

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

/** The first bytes of each binary format; undefined stands for any byte. */
const SIGNATURES: readonly { readonly type: MediaType; readonly bytes: readonly (number | undefined)[] }[] = [
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, ...ascii('PNG\r\n\x1a\n')] },
  {
    type: 'image/webp',
    bytes: [...ascii('RIFF'), undefined, undefined, undefined, undefined, ...ascii('WEBP')],
  },
  { type: 'application/pdf', bytes: ascii('%PDF-') },
];

/** Brands of MP4 that browsers play; the same box also holds photographs of telephones and films of cameras. */
const MP4_BRANDS = /^(?:isom|iso[2-9]|mp4[12]|avc1|dash|M4V |M4VP|MSNV)$/;
/** Matroska's beginning; WebM names itself as its document type behind it. */
const MATROSKA = Buffer.from('1a45dfa3', 'hex');
const DOCUMENT_TYPE = Buffer.from('4282', 'hex');

function findFilm(head: Buffer): MediaType | undefined {
  if (head.toString('latin1', 4, 8) === 'ftyp')
    return MP4_BRANDS.test(head.toString('latin1', 8, 12)) ? 'video/mp4' : undefined;
  if (!head.subarray(0, MATROSKA.length).equals(MATROSKA)) return undefined;
  // The type's length stands in one byte before its name.
  const at = head.indexOf(DOCUMENT_TYPE) + DOCUMENT_TYPE.length + 1;
  return head.toString('latin1', at, at + 4) === 'webm' ? 'video/webm' : undefined;
}

/** Control characters that no text needs: a file with one of them is not text, whatever its name says. */
const NOT_TEXT = /(?![\t\n\f\r])\p{Cc}/u;

/**
 * Tells the type of a file from its content while it streams by. The name decides only between two texts (CSV or
 * plain), and the type that a sender claims decides nothing.
 */
export class TypeProbe {
  readonly #name: string;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #head = Buffer.alloc(0);
  #isText = true;

  constructor(name: string) {
    this.#name = name;
  }

  add(chunk: Uint8Array): void {
    if (this.#head.length < HEAD_BYTES)
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD_BYTES - this.#head.length)]);
    if (this.#isText) this.#isText = this.#readsAsText(chunk, true);
  }

  /** After the last byte: the type, or undefined when it is none that may be stored. */
  finish(): MediaType | undefined {
    const known = SIGNATURES.find(({ bytes }) =>
      bytes.every((byte, index) => byte === undefined || this.#head[index] === byte),
    );
    const type = known?.type ?? findFilm(this.#head);
    if (type !== undefined) return type;
    if (!this.#isText || !this.#readsAsText(new Uint8Array(), false)) return undefined;
    return this.#name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'text/plain';
  }

  #readsAsText(chunk: Uint8Array, stream: boolean): boolean {
    try {
      return !NOT_TEXT.test(this.#decoder.decode(chunk, { stream }));
    } catch {
      // Not UTF-8.
      return false;
    }
  }
}
