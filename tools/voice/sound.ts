/** Mono sound: samples between −1 and 1 at a rate per second. */
export interface Sound {
  readonly rate: number;
  readonly samples: Float32Array;
}

/** Speech synthesis leaves digital silence around a word; its quietest consonants lie well above this. */
const SILENCE_LEVEL = 0.002;
const FADE_SECONDS = 0.004;
/** Keeps words apart when clips follow each other without a gap. */
const TAIL_SECONDS = 0.07;
const LEAD_SECONDS = 0.005;
const WINDOW_SECONDS = 0.02;
/** Windows this far below the loudest are pauses and closures, which must not count as quiet speech. */
const GATE = 0.1;
const LOUDNESS_RMS = 0.125;
const PEAK_MAX = 0.89;

/**
 * Reads a mono 16-bit PCM WAV. The length in a streamed WAV's header is a placeholder, so the data runs to the
 * end. Throws on any other kind of file.
 */
export function readWav(bytes: Buffer): Sound {
  const format = bytes.indexOf('fmt ');
  const data = bytes.indexOf('data');
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || format < 0 || data < 0) throw new Error('not a WAV');
  const [coding, channels] = [bytes.readUInt16LE(format + 8), bytes.readUInt16LE(format + 10)];
  const bits = bytes.readUInt16LE(format + 22);
  if (coding !== 1 || channels !== 1 || bits !== 16) throw new Error('not a mono 16-bit PCM WAV');
  const start = data + 8;
  const samples = new Float32Array(Math.trunc((bytes.length - start) / 2));
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(start + 2 * i) / 32_768;
  return { rate: bytes.readUInt32LE(format + 12), samples };
}

/** A word ready to stand between others: no silence around it but a fixed tail, no click, even loudness. */
export function prepareClip(sound: Sound): Sound {
  return addTail(fadeEnds(evenLoudness(trimSilence(sound))));
}

export function silence(seconds: number, rate: number): Sound {
  return { rate, samples: new Float32Array(Math.round(seconds * rate)) };
}

export function durationMs({ rate, samples }: Sound): number {
  return Math.round((1000 * samples.length) / rate);
}

/**
 * Root mean square over the voiced windows only, so that a word with a long closure ("empat") is not taken for
 * a quiet one.
 */
export function loudness({ rate, samples }: Sound): number {
  const size = Math.round(WINDOW_SECONDS * rate);
  const energies: number[] = [];
  for (let start = 0; start + size <= samples.length; start += size) {
    let sum = 0;
    for (const sample of samples.subarray(start, start + size)) sum += sample * sample;
    energies.push(sum / size);
  }
  const gate = Math.max(0, ...energies) * GATE * GATE;
  const voiced = energies.filter((energy) => energy > gate);
  return voiced.length === 0 ? 0 : Math.sqrt(voiced.reduce((a, b) => a + b, 0) / voiced.length);
}

function trimSilence({ rate, samples }: Sound): Sound {
  const heard = (sample: number) => Math.abs(sample) > SILENCE_LEVEL;
  const first = samples.findIndex(heard);
  const last = samples.findLastIndex(heard);
  if (first < 0) throw new Error('nothing to hear');
  const lead = Math.round(LEAD_SECONDS * rate);
  return { rate, samples: samples.slice(Math.max(0, first - lead), last + lead) };
}

function evenLoudness(sound: Sound): Sound {
  const peak = sound.samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
  const gain = Math.min(LOUDNESS_RMS / loudness(sound), PEAK_MAX / peak);
  return { rate: sound.rate, samples: sound.samples.map((sample) => sample * gain) };
}

function fadeEnds({ rate, samples }: Sound): Sound {
  const length = Math.round(FADE_SECONDS * rate);
  const faded = samples.map((sample, i) => {
    const fromEdge = Math.min(i, samples.length - 1 - i);
    return sample * Math.min(1, fromEdge / length);
  });
  return { rate, samples: faded };
}

function addTail({ rate, samples }: Sound): Sound {
  const longer = new Float32Array(samples.length + Math.round(TAIL_SECONDS * rate));
  longer.set(samples);
  return { rate, samples: longer };
}
