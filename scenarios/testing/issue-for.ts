import { queueProcedures } from '#areas/queue/procedures.ts';
import type { TestMall } from './test-mall.ts';

/** Gives a number at a kiosk, for a test of what happens to those who wait; tells the stop's id. */
export async function issueFor(mall: TestMall, service: string): Promise<string> {
  const { token } = await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service });
  const [stop] = await mall.sql<{ id: string }>('select id from stop where token = $1', [token]);
  return stop!.id;
}
