import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { allClipNames } from '#areas/boards/rules/spoken-words.ts';

const FOLDER = new URL('../../../static/voice/', import.meta.url);
const BYTES_MAX = 1_500_000;

interface Clip {
  readonly file: string;
  readonly durationMs: number;
  readonly ipa?: string;
}

const { clips } = JSON.parse(readFileSync(new URL('manifest.json', FOLDER), 'utf8')) as {
  clips: Record<string, Clip>;
};

describe('the committed voice', () => {
  it('has a clip for the chime and for every word that an announcement can need, and no other', () => {
    assert.deepEqual(Object.keys(clips).toSorted(), ['chime', ...allClipNames()].toSorted());
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ogg'),
    );
    assert.deepEqual(
      files.toSorted(),
      Object.values(clips)
        .map((clip) => clip.file)
        .toSorted(),
    );
  });

  it('is mono at 22.05 kHz, and its lengths are those of the manifest', () => {
    for (const { file, durationMs } of Object.values(clips)) {
      const { channels, rate, samples } = readVorbis(readFileSync(new URL(file, FOLDER)));
      assert.deepEqual({ channels, rate }, { channels: 1, rate: 22_050 }, file);
      assert.ok(Math.abs((1000 * samples) / rate - durationMs) <= 1, file);
      assert.ok(durationMs >= 200 && durationMs <= 2_000, `${file} lasts ${durationMs} ms`);
    }
  });

  it('takes at most 1.5 MB', () => {
    const bytes = Object.values(clips).reduce(
      (sum, { file }) => sum + readFileSync(new URL(file, FOLDER)).length,
      0,
    );
    assert.ok(bytes <= BYTES_MAX, String(bytes));
  });

  it('says the words whose spelling misleads a machine as KBBI gives them', () => {
    const expected = {
      'id/empat': 'əmpˈat',
      'id/enam': 'ənˈam',
      'id/belas': 'bəlˈas',
      'id/sebelas': 'səbəlˈas',
      'id/ke-loket': 'kə lˈokɛt',
      'id/nomor-antrean': 'nˈomɔr antrˈean',
      'id/huruf-a': 'ˈa',
      'id/huruf-c': 'tʃˈe',
      'id/huruf-e': 'ˈe',
      'id/huruf-h': 'hˈa',
      'id/huruf-x': 'ˈɛks',
      'en/letter-a': 'ˈeɪ',
      'en/letter-r': 'ˈɑːɹ',
      'en/letter-z': 'zˈɛd',
      'en/thirteen': 'θˌɜːtˈiːn',
      'en/thirty': 'θˈɜːɾi',
    };
    assert.deepEqual(
      Object.fromEntries(Object.keys(expected).map((name) => [name, clips[name]?.ipa])),
      expected,
    );
  });

  it('sounds different for every word of a language', () => {
    for (const language of ['id/', 'en/']) {
      const sounds = Object.entries(clips)
        .filter(([name]) => name.startsWith(language))
        .map(([, { ipa }]) => ipa);
      assert.equal(new Set(sounds).size, sounds.length);
    }
  });
});

/** From the identification header and the last page of an Ogg Vorbis file (RFC 3533, Vorbis I §4.2.2). */
function readVorbis(bytes: Buffer): { channels: number; rate: number; samples: number } {
  const header = bytes.indexOf('\x01vorbis', 0, 'latin1');
  const lastPage = bytes.lastIndexOf('OggS', undefined, 'latin1');
  assert.ok(header > 0 && lastPage > 0, 'an Ogg Vorbis file');
  return {
    channels: bytes.readUInt8(header + 11),
    rate: bytes.readUInt32LE(header + 12),
    samples: Number(bytes.readBigInt64LE(lastPage + 6)),
  };
}
