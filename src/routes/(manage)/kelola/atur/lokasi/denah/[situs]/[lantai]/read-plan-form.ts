import { PlanValues } from '#areas/floor-plans/contract.ts';
import { textOf } from '../../../../../../../server/text-of.ts';

/** The drawing as it was sent: one row of the table for each thing, without a kind none. Undefined where a figure is none. */
export function readPlanForm(form: FormData): PlanValues | undefined {
  const figure = (text: unknown) => (/^\d{1,3}$/.test(String(text)) ? Number(text) : NaN);
  const column = (name: string) => form.getAll(name).map(String);
  const [kinds, agencies] = [column('jenis'), column('instansi')];
  const [xs, ys, widths, heights] = ['x', 'y', 'lebar', 'tinggi'].map(column);
  const removed = new Set(column('buang').map(Number));
  const items = kinds
    .map((kind, index) => ({
      kind,
      agencyId: kind === 'booth' ? agencies[index] : null,
      // People count from one, the drawing from zero.
      x: figure(xs?.[index]) - 1,
      y: figure(ys?.[index]) - 1,
      width: figure(widths?.[index]),
      height: figure(heights?.[index]),
    }))
    .filter(({ kind }, index) => kind !== '' && !removed.has(index));
  const read = PlanValues.safeParse({
    columns: figure(textOf(form, 'kolom')),
    rows: figure(textOf(form, 'baris')),
    items,
  });
  return read.success ? read.data : undefined;
}
