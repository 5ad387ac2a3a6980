import { soakBoards, type SoakResult } from '../hall/board-soak.ts';
import { atMost, quantile, type Figure, type Part } from '../figures.ts';

const MINUTES = 3;
const VOICE_MS_MAX = 500;
const GROWTH_MAX = 1.1;

/** How long: three minutes, or SOAK_HOURS for the real one. */
function readMinutes(): number {
  const hours = Number(process.env['SOAK_HOURS'] ?? MINUTES / 60);
  if (!(hours > 0) || hours > 24) throw new Error('SOAK_HOURS is a number of hours, more than 0, up to 24');
  return hours * 60;
}

/** Two boards that are on for long: what is said, when, and what the browser keeps. */
export const boardPart: Part = {
  name: 'board',
  title: 'Boards that stay on',
  async run(say) {
    const minutes = readMinutes();
    const soaked = await soakBoards(minutes, say);
    return {
      figures: figuresOf(soaked),
      notes: [
        `${minutes.toFixed(0)} minutes, ${soaked.calls} calls, ${soaked.reloads} reloads of one board, ${soaked.restarts} times the server was killed and started again; SOAK_HOURS=8 for a working day. ${soaked.onlyShown} calls within bursts of three were too old for one of the boards when their turn came and were only shown, as the rule has it; ${soaked.cutOff} were cut off by the reload of their board and shown after it.`,
        'The voice is measured from the officer’s command, as it leaves the desk, to the moment at which the first clip is due at the loudspeaker by the browser’s audio clock. Server, database, both boards and the officers share the processors.',
        'The heap is that of the board that is never loaded anew, after a collection of garbage; its growth is the median of the last third over that of the middle third, since the first is taken by what is kept on purpose.',
      ],
    };
  },
};

function figuresOf({ voiceMs, heapBytes, twice, missing }: SoakResult): Figure[] {
  const megabytes = heapBytes.map((bytes) => bytes / 1e6);
  const third = Math.max(1, Math.floor(megabytes.length / 3));
  const median = (values: readonly number[]) =>
    quantile(
      [...values].sort((a, b) => a - b),
      0.5,
    );
  const growth = median(megabytes.slice(-third)) / median(megabytes.slice(-2 * third, -third));
  return [
    { name: 'voice after the call', unit: 'ms', product: voiceMs, aim: atMost(VOICE_MS_MAX, 'ms') },
    { name: 'announced twice', unit: 'calls', product: [twice], aim: atMost(0, 'calls') },
    { name: 'missing', unit: 'calls', product: [missing], aim: atMost(0, 'calls') },
    { name: 'heap', unit: 'MB', product: megabytes },
    { name: 'heap: growth', unit: 'times', product: [growth], aim: atMost(GROWTH_MAX, 'times') },
  ];
}
