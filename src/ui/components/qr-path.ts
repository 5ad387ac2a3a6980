import { encode } from 'uqr';

/** Readers need four light modules around the code (ISO/IEC 18004). */
const QUIET_MODULES = 4;

export interface QrDrawing {
  /** Side of the drawing in modules, the quiet zone included. */
  readonly side: number;
  /** Dark modules as one path, runs of a row joined. */
  readonly path: string;
}

/** Draws a text as a QR code of medium error correction, so that a crumpled ticket is still read. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  let path = '';
  data.forEach((row, y) => {
    let start = -1;
    for (let x = 0; x <= size; x += 1) {
      const dark = row[x] === true;
      if (dark && start < 0) start = x;
      if (!dark && start >= 0) {
        path += `M${start + QUIET_MODULES} ${y + QUIET_MODULES}h${x - start}v1h-${x - start}z`;
        start = -1;
      }
    }
  });
  return { side: size + QUIET_MODULES * 2, path };
}
