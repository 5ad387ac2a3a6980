/**
 * A figure as people write it here: `1.250.000`, `1,5`, `Rp30.000`; English `1.5` too. What is none of these is NaN, which
 * the contract refuses.
 */
export function readNumber(text: string): number {
  const bare = text.replace(/^Rp/i, '').replace(/\s/g, '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  return /^\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : NaN;
}
