import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { typesetPdf } from './typeset.ts';

describe('setting a document', () => {
  it('gives a tagged PDF', async () => {
    const source = '#set document(title: "Uji")\n#for n in json(bytes(sys.inputs.data)) [= Nomor #n]';
    const pdf = Buffer.from(await typesetPdf({ source, data: ['A-801', '#panic("teks, bukan perintah")'] }));
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.ok(pdf.includes('/MarkInfo') || pdf.includes('/StructTreeRoot'));
  });

  it('says what is wrong with a source', async () => {
    await assert.rejects(
      typesetPdf({ source: '#nothing-of-this-name', data: null }),
      /unknown variable|Typst|error/i,
    );
  });
});
