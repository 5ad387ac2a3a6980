import type { IconName } from '../icons/icon-names.ts';

/** One `main` in view; everything else is `line`, `soft` or a link. `stop` takes something away. */
export type ButtonKind = 'main' | 'line' | 'soft' | 'stop';

export interface ButtonLook {
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  iconAfter?: IconName | undefined;
  wide?: boolean | undefined;
  /** Why it cannot be pressed now, in words. The button stays, focusable, and shows this sentence. */
  disabledReason?: string | undefined;
  /** The same, where one sentence stands for several buttons: the id of its element. */
  disabledBy?: string | undefined;
}

const CLASSES: Readonly<Record<ButtonKind, string>> = {
  main: 'btn btn-main',
  line: 'btn btn-line',
  soft: 'btn',
  stop: 'btn btn-stop',
};

export function buttonClass(kind: ButtonKind, wide: boolean): string {
  return wide ? `${CLASSES[kind]} btn-wide` : CLASSES[kind];
}
