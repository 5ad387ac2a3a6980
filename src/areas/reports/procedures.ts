import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, type CallContext } from '#platform/contract/procedure.ts';
import { issueStreamToken } from '#platform/events/stream-access.ts';
import { reportsContract } from './contract.ts';
import { getDayReport } from './day-report.ts';
import { getOverview } from './overview.ts';

const os = implement(reportsContract).$context<CallContext>().use(operationDoor);

export const reportsProcedures = os.router({
  getOverview: os.getOverview.handler(async ({ context: { tx, tokens } }) => {
    const mall = await getMallPlace(tx);
    const overview = await getOverview(tx, mall);
    const grant = { mallId: mall.id, subscriptions: [{ topic: `mall:${mall.id}` }] };
    return { ...overview, streamToken: issueStreamToken(tokens, grant) };
  }),
  getDayReport: os.getDayReport.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx);
    return getDayReport(tx, mall, input);
  }),
});
