import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { durationMs, loudness, prepareClip, readWav, silence, type Sound } from './sound.ts';

const RATE = 22_050;

/** A tone with silence around it. */
function tone(amplitude: number, { before = 0.2, seconds = 0.3, after = 0.4 } = {}): Sound {
  const samples = new Float32Array(Math.round((before + seconds + after) * RATE));
  const start = Math.round(before * RATE);
  for (let i = 0; i < seconds * RATE; i++) {
    samples[start + i] = amplitude * Math.sin((2 * Math.PI * 440 * i) / RATE);
  }
  return { rate: RATE, samples };
}

function wav(samples: readonly number[], change: { channels?: number; bits?: number } = {}): Buffer {
  const bytes = Buffer.alloc(44 + 2 * samples.length);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(change.channels ?? 1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt16LE(change.bits ?? 16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(0x7fff_f000, 40);
  for (const [index, sample] of samples.entries()) bytes.writeInt16LE(sample, 44 + 2 * index);
  return bytes;
}

describe('a clip', () => {
  it('loses the silence around the word and keeps a short tail', () => {
    const length = durationMs(prepareClip(tone(0.3)));
    assert.ok(length >= 300 + 70 && length <= 300 + 70 + 15, String(length));
  });

  it('is as loud as every other clip, however loud it was spoken', () => {
    const levels = [0.02, 0.1, 0.5].map((amplitude) => loudness(prepareClip(tone(amplitude))));
    for (const level of levels) assert.ok(Math.abs(20 * Math.log10(level / 0.125)) < 0.3, String(level));
  });

  it('is not taken for a quiet one because of a closure in the word', () => {
    const whole = tone(0.3, { seconds: 0.4 });
    const broken = { rate: RATE, samples: whole.samples.map((v, i) => (i > 7_000 && i < 9_000 ? 0 : v)) };
    assert.ok(Math.abs(loudness(whole) / loudness(broken) - 1) < 0.03);
  });

  it('never overdrives and begins and ends without a click', () => {
    const samples = tone(0.05).samples.map((value, i) => (i === 8_000 ? 1 : value));
    const clip = prepareClip({ rate: RATE, samples });
    assert.ok(clip.samples.every((value) => Math.abs(value) <= 0.9));
    assert.equal(clip.samples[0], 0);
    assert.equal(clip.samples.at(-1), 0);
  });

  it('cannot be made from silence', () => {
    assert.throws(() => prepareClip(silence(0.5, RATE)), /nothing to hear/);
  });
});

describe('a streamed WAV', () => {
  it('is read to its end, whatever length its header claims', () => {
    const sound = readWav(wav([0, 16_384, -32_768]));
    assert.equal(sound.rate, RATE);
    assert.deepEqual([...sound.samples], [0, 0.5, -1]);
  });

  it('is refused unless it is mono 16-bit PCM', () => {
    assert.throws(() => readWav(wav([0], { channels: 2 })), /mono/);
    assert.throws(() => readWav(wav([0], { bits: 8 })), /16-bit/);
    assert.throws(() => readWav(Buffer.from('OggS and more bytes')), /not a WAV/);
  });
});
