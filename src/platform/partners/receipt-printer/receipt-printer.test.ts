import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { encodeReceipt } from './encode-receipt.ts';
import { sendToPrinter } from './send-to-printer.ts';
import { isStatusByte, readStatus } from './status.ts';
import { startFakePrinter, type FakePrinter } from './testing/fake-printer.ts';

const PATIENCE = { connectMs: 300, answerMs: 200, sendMs: 300 };
const receipt = encodeReceipt({
  paperMm: 80,
  parts: [
    { kind: 'line', text: 'MPP Balangan', bold: true },
    { kind: 'huge', text: 'A-012' },
    { kind: 'qr', text: 'https://mpp.contoh/tiket/abcdefghijklmnopqrstuv' },
  ],
});

describe('a receipt printer', () => {
  let printer: FakePrinter | undefined;
  const start = async (...mood: Parameters<typeof startFakePrinter>) =>
    (printer = await startFakePrinter(...mood));
  const stop = async () => {
    await printer?.stop();
    printer = undefined;
  };
  beforeEach(stop);
  after(stop);

  it('prints, and says afterwards that it is well', async () => {
    const fake = await start();
    assert.deepEqual(await sendToPrinter(fake, receipt, PATIENCE), {
      printed: true,
      confirmed: true,
      paperLow: false,
    });
    assert.match(fake.papers[0]!, /MPP Balangan[^]*A-012[^]*https:\/\/mpp\.contoh/);
  });

  for (const [mood, because] of [
    ['paper-out', 'paper-out'],
    ['cover-open', 'cover-open'],
    ['error', 'printer-error'],
  ] as const) {
    it(`that says ${mood} is sent nothing`, async () => {
      const fake = await start(mood);
      assert.deepEqual(await sendToPrinter(fake, receipt, PATIENCE), { printed: false, because });
      assert.deepEqual(fake.papers, []);
    });
  }

  it('tells that its roll ends soon, and prints all the same', async () => {
    const outcome = await sendToPrinter(await start('paper-low'), receipt, PATIENCE);
    assert.deepEqual(outcome, { printed: true, confirmed: true, paperLow: true });
  });

  it('that never says anything is believed to print', async () => {
    const fake = await start('silent');
    assert.deepEqual(await sendToPrinter(fake, receipt, PATIENCE), {
      printed: true,
      confirmed: false,
      paperLow: false,
    });
    assert.equal(fake.papers.length, 1);
  });

  it('that hangs up in the middle has not printed', async () => {
    const outcome = await sendToPrinter(await start('breaks'), receipt, PATIENCE);
    assert.deepEqual(outcome, { printed: false, because: 'cut-off' });
  });

  it('that is switched off is not reached, within the time allowed', async () => {
    const { host, port } = await start();
    await stop();
    const startedAt = performance.now();
    const outcome = await sendToPrinter({ host, port }, receipt, PATIENCE);
    assert.deepEqual(outcome, { printed: false, because: 'unreachable' });
    assert.ok(performance.now() - startedAt < 1_000);
  });

  it('is spoken to by one at a time', async () => {
    const fake = await start();
    const outcomes = await Promise.all([1, 2, 3].map(() => sendToPrinter(fake, receipt, PATIENCE)));
    assert.ok(outcomes.every(({ printed }) => printed));
    assert.equal(fake.papers.length, 3);
  });
});

describe('what a printer answers', () => {
  it('is told apart: paper before cover before anything else', () => {
    assert.deepEqual(readStatus([0x12, 0x12, 0x12]), { trouble: undefined, paperLow: false });
    assert.equal(readStatus([0x1a, 0x36, 0x12]).trouble, 'paper-out');
    assert.equal(readStatus([0x1a, 0x16, 0x12]).trouble, 'cover-open');
    assert.equal(readStatus([0x1a, 0x12, 0x12]).trouble, 'printer-error');
    assert.deepEqual(readStatus([0x12, 0x12, 0x1e]), { trouble: undefined, paperLow: true });
  });

  it('is known by its fixed bits: what a host babbles that is no printer answers nothing', () => {
    for (const answer of [0x12, 0x1a, 0x72, 0x36]) assert.ok(isStatusByte(answer));
    for (const other of [0x00, 0x10, 0x13, 0x92, 0xff]) assert.ok(!isStatusByte(other));
  });
});

describe('a receipt in ESC/POS', () => {
  const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

  it('begins with a reset and ends with a cut', () => {
    assert.ok(textOf(receipt).startsWith('\x1b@'));
    assert.ok(textOf(receipt).includes('\x1dV\x01'));
  });

  it('lets no text become a command', () => {
    const text = textOf(
      encodeReceipt({ paperMm: 58, parts: [{ kind: 'line', text: 'a\x1bp\x00b\x10\x04\x01c' }] }),
    );
    assert.ok(text.includes('a p b   c'), JSON.stringify(text));
  });

  it('makes the number as large as it fits: six letters on the narrow roll too', () => {
    const wide = textOf(encodeReceipt({ paperMm: 80, parts: [{ kind: 'huge', text: 'AB-999' }] }));
    const narrow = textOf(encodeReceipt({ paperMm: 58, parts: [{ kind: 'huge', text: 'AB-999' }] }));
    assert.ok(wide.includes('\x1d!\x55'), 'six times');
    assert.ok(narrow.includes('\x1d!\x44'), 'five times: thirty of thirty-two columns');
  });

  it('writes plain signs for those that old printers do not know', () => {
    const parts = [{ kind: 'line', text: '±24 menit – “antrean” …' }] as const;
    assert.ok(textOf(encodeReceipt({ paperMm: 80, parts })).includes('+/-24 menit - "antrean" ...'));
  });
});
