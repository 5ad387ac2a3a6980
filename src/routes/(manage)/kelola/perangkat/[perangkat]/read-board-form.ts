import { VOLUME_STEPS_MAX, type VolumeStep } from '#areas/boards/rules/board-sound.ts';
import { isClockTime } from '#platform/values/day.ts';
import { textOf } from '../../../../server/text-of.ts';

/** A row of the table of special hours as it was typed; empty ones are not used. */
export interface StepRow {
  readonly days: VolumeStep['days'];
  readonly from: string;
  readonly until: string;
  readonly volume: string;
}

export interface BoardValues {
  readonly zoneIds: readonly string[];
  readonly english: boolean;
  readonly sound: boolean;
  readonly volume: string;
  readonly steps: readonly StepRow[];
  readonly showsHours: boolean;
}

export interface BoardWish {
  readonly zoneIds: string[];
  readonly english: boolean;
  readonly sound: boolean;
  readonly volume: number;
  readonly steps: VolumeStep[];
  readonly showsHours: boolean;
}

export interface ReadBoard {
  readonly values: BoardValues;
  /** Rows of special hours that are not whole, from 0. */
  readonly badSteps: readonly number[];
  /** Only where there is none. */
  readonly wish?: BoardWish;
}

const ZONES_MAX = 60;
/** A clock field cannot say 24:00: as an end, midnight is the end of the day. */
const MIDNIGHT = '00:00';

/** Offered for the loudness: per cent, loudest first. */
export const VOLUMES = ['100', '90', '80', '70', '60', '50', '40', '30', '20', '10'] as const;

export function readBoardForm(form: FormData): ReadBoard {
  const steps = Array.from({ length: VOLUME_STEPS_MAX }, (_, row): StepRow => ({
    days: textOf(form, `hari-${row}`) === 'friday' ? 'friday' : 'every',
    from: textOf(form, `dari-${row}`).slice(0, 5),
    until: textOf(form, `sampai-${row}`).slice(0, 5),
    volume: textOf(form, `keras-${row}`).slice(0, 3),
  }));
  const values: BoardValues = {
    zoneIds: form
      .getAll('zona')
      .filter((zone) => typeof zone === 'string')
      .slice(0, ZONES_MAX),
    english: textOf(form, 'bahasa') === 'id-en',
    sound: textOf(form, 'suara') !== 'mati',
    volume: textOf(form, 'keras').slice(0, 3),
    steps: steps.filter(isUsed),
    showsHours: textOf(form, 'jam') === 'ya',
  };
  const badSteps = values.steps.flatMap((step, row) => (isWhole(step) ? [] : [row]));
  const volume = readVolume(values.volume);
  if (badSteps.length > 0 || volume === undefined) return { values, badSteps };
  return {
    values,
    badSteps,
    wish: {
      ...values,
      zoneIds: [...values.zoneIds],
      volume,
      steps: values.steps.map(({ days, from, until, volume: said }) => ({
        ...{ days, from, until: until === MIDNIGHT ? '24:00' : until },
        volume: readVolume(said) ?? 0,
      })),
    },
  };
}

/** What a board is set to, as the form shows it. */
export function boardValues(settings: BoardWish): BoardValues {
  return {
    ...settings,
    volume: String(settings.volume),
    steps: settings.steps.map(({ days, from, until, volume }) => ({
      ...{ days, from, until: until === '24:00' ? MIDNIGHT : until },
      volume: String(volume),
    })),
  };
}

const isUsed = ({ from, until }: StepRow) => from !== '' || until !== '';

function isWhole({ from, until, volume }: StepRow): boolean {
  return isClockTime(from) && isClockTime(until) && readVolume(volume) !== undefined;
}

function readVolume(text: string): number | undefined {
  const percent = Number(text);
  return text !== '' && Number.isInteger(percent) && percent >= 0 && percent <= 100 ? percent : undefined;
}
