import type { Verdict } from '#areas/agreements/terms-contract.ts';
import { textOf } from '../server/text-of.ts';

const VERDICTS: readonly Verdict[] = ['agrees', 'wants-changes'];

/** What a form says for a party of a draft; nothing where it was not sent by one of its buttons. */
export function readVerdict(form: FormData): { place: number; verdict: Verdict; note: string } | undefined {
  const verdict = VERDICTS.find((one) => one === textOf(form, 'suara'));
  const note = textOf(form, 'catatan').replaceAll('\r\n', '\n').trim().slice(0, 2000);
  return verdict === undefined ? undefined : { place: Number(textOf(form, 'tempat')), verdict, note };
}
