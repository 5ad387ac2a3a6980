import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SPOKEN_WORDS, type SpokenLanguage } from '#areas/boards/rules/spoken-words.ts';
import { textForSpeech, VOICES } from './voice/pronunciations.ts';
import { durationMs, prepareClip, readWav, silence, type Sound } from './voice/sound.ts';

/*
 * `npm run voice`: makes the committed clips under static/voice again. The speech comes from espeak-ng and the
 * compression from SoX, both called from outside; only their sound is shipped. The same programs give the same
 * bytes on every run, so a clip changes in the repository only when its word, its voice or a program does.
 *
 * Ogg Vorbis, because SoX writes it by itself: Chromium and Firefox, on which boards run, decode it.
 */

const VOICE_FOLDER = fileURLToPath(new URL('../static/voice/', import.meta.url));
const RATE = 22_050;
const VORBIS_QUALITY = '4';
const RAW_FLOATS = ['-t', 'raw', '-e', 'floating-point', '-b', '32'];
const PAUSE_SECONDS = 0.25;
const CLIPS_BYTES_MAX = 1_500_000;

/** What the manifest says of a clip: the player needs `file` and `durationMs`, the rest is for people. */
interface ManifestClip {
  readonly file: string;
  readonly durationMs: number;
  readonly says?: string;
  readonly ipa?: string;
}

function makeVoice(): void {
  const missing = ['espeak-ng', 'sox'].filter((program) => !isInstalled(program));
  if (missing.length > 0) {
    console.error(`npm run voice needs ${missing.join(' and ')} (Debian: apt-get install espeak-ng sox).`);
    process.exitCode = 1;
    return;
  }
  for (const language of Object.keys(SPOKEN_WORDS)) {
    rmSync(join(VOICE_FOLDER, language), { recursive: true, force: true });
  }
  const clips: Record<string, ManifestClip> = { chime: makeChime() };
  for (const [language, words] of Object.entries(SPOKEN_WORDS) as [
    SpokenLanguage,
    Record<string, string>,
  ][]) {
    for (const word of Object.keys(words)) clips[`${language}/${word}`] = makeClip(language, word);
  }
  writeFileSync(join(VOICE_FOLDER, 'manifest.json'), `${JSON.stringify({ clips }, null, 2)}\n`);
  const bytes = clipBytes();
  if (bytes > CLIPS_BYTES_MAX) throw new Error(`the clips take ${bytes} bytes, more than ${CLIPS_BYTES_MAX}`);
  console.log(`${Object.keys(clips).length} clips, ${Math.round(bytes / 1000)} kB, in static/voice`);
}

function makeClip(language: SpokenLanguage, word: string): ManifestClip {
  const says = SPOKEN_WORDS[language][word] ?? '';
  const file = `${language}/${word}.ogg`;
  if (says === ',') return { ...encode(silence(PAUSE_SECONDS, RATE), file), says };
  const text = textForSpeech(language, word);
  const speech = readWav(run('espeak-ng', [...VOICES[language], '--stdout', text]));
  const ipa = run('espeak-ng', [...VOICES[language], '-q', '--ipa', text])
    .toString()
    .trim();
  return { ...encode(prepareClip(speech), file), says, ipa };
}

/** Two soft bell tones, the second a fourth lower: it asks for attention without startling anybody. */
function makeChime(): ManifestClip {
  const tones = 'synth 1.05 sine 880 sine 1760 sine 659.26 sine 1318.51';
  const shape = 'fade l 0.008 1.05 1.04 delay 0 0 0.32 0.32 remix 1v0.3,2v0.05,3v0.3,4v0.05';
  const effects = `${tones} ${shape}`.split(' ');
  const raw = run('sox', ['-R', '-r', String(RATE), '-c', '4', '-n', ...RAW_FLOATS, '-', ...effects]);
  return encode({ rate: RATE, samples: new Float32Array(new Uint8Array(raw).buffer) }, 'chime.ogg');
}

function encode(sound: Sound, file: string): ManifestClip {
  if (sound.rate !== RATE) throw new Error(`${file} has ${sound.rate} samples a second, not ${RATE}`);
  const path = join(VOICE_FOLDER, file);
  mkdirSync(dirname(path), { recursive: true });
  const input = [...RAW_FLOATS, '-r', String(RATE), '-c', '1', '-'];
  run('sox', ['-R', ...input, '-C', VORBIS_QUALITY, path], Buffer.from(sound.samples.buffer));
  return { file, durationMs: durationMs(sound) };
}

function clipBytes(): number {
  const files = readdirSync(VOICE_FOLDER, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith('.ogg'))
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

function run(program: string, args: readonly string[], input?: Buffer): Buffer {
  return execFileSync(program, args, { timeout: 30_000, maxBuffer: 16_000_000, ...(input && { input }) });
}

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

makeVoice();
