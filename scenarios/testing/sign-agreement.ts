import { agreementsProcedures } from '#areas/agreements/procedures.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { TestMall } from './test-mall.ts';

/** A manager signs with an agency what it does at the mall now, from that day on and without an end. */
export async function signAgreement(
  mall: TestMall,
  manager: StaffActor,
  {
    agencyId,
    signedOn,
    dailyQuota = null,
  }: { readonly agencyId: string; readonly signedOn: string; readonly dailyQuota?: number | null },
): Promise<void> {
  const agreements = mall.as(agreementsProcedures, manager);
  const wish = { kind: 'pks', agencyId, title: 'Perjanjian kerja sama' } as const;
  const { agreementId } = await agreements.draftAgreement(wish);
  const { parties } = await agreements.getAgreement({ agreementId });
  let version = 1;
  for (const { number: _number, ...party } of parties) {
    const signatory = { signatory: 'Rahmadi', position: 'Ketua', authority: 'SK 12/2025' };
    ({ version } = await agreements.saveParty({ agreementId, version, ...party, ...signatory }));
  }
  if (dailyQuota !== null) {
    const { promises } = await agreements.getAgreement({ agreementId });
    const { services, staff, backup, hours } = promises[0]!;
    const promise = { services: services.map(({ id }) => id), staff, backup, hours, dailyQuota };
    ({ version } = await agreements.savePromise({ agreementId, version, agencyId, ...promise }));
  }
  await agreements.signAgreement({ agreementId, version, signedOn, signedAt: 'Paringin' });
}
