import type { AgreementLine } from '#areas/agreements/contract.ts';
import type { KeptPromise } from '#areas/reports/contract.ts';

export interface ListedAgreement extends AgreementLine {
  /** Of the agency that kept least; null where no promised day is over, or the agreement promises none. */
  readonly keptShare: number | null;
}

/** The register with what was kept: worst first, then those without a figure, each group in the order given. */
export function joinKept(
  agreements: readonly AgreementLine[],
  kept: readonly KeptPromise[],
): ListedAgreement[] {
  const shareOf = (id: string) =>
    kept
      .filter(({ agreementId, keptShare }) => agreementId === id && keptShare !== null)
      .reduce<number | null>((least, { keptShare }) => Math.min(least ?? 1, keptShare ?? 1), null);
  return agreements
    .map((agreement) => ({ ...agreement, keptShare: shareOf(agreement.id) }))
    .toSorted((a, b) => (a.keptShare ?? 2) - (b.keptShare ?? 2));
}
