import { queueProcedures } from '#areas/queue/procedures.ts';
import type { OfficerOutcome } from '#areas/queue/rules/ticket-states.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { TestMall } from './test-mall.ts';

/** Sits an officer down at the first counter of the own agency that is free. */
export async function sitDown(mall: TestMall, officer: StaffActor): Promise<void> {
  const desk = mall.as(queueProcedures, officer);
  const { counters } = await desk.getDesk();
  const free = counters.find((counter) => counter.takenBy === null);
  if (free === undefined) throw new Error('every counter of the agency is taken');
  await desk.openCounter({ counterId: free.id });
}

export interface Visit {
  readonly service: string;
  /** `absent`: the visitor does not come when called. Refused with a reason of its own. */
  readonly outcome?: OfficerOutcome | 'absent';
  readonly simulated?: boolean;
}

/** One visitor from kiosk to end, through the operations, at an officer who sits and with whom nobody else waits. */
export async function serveVisitor(
  mall: TestMall,
  officer: StaffActor,
  { service, outcome = 'finished', simulated = false }: Visit,
): Promise<{ token: string; ticketId: string; code: string }> {
  const desk = mall.as(queueProcedures, officer);
  const { token, code } = await mall.as(queueProcedures, mall.kiosk({ simulated })).issueTicket({ service });
  const { called } = await desk.callNext({});
  if (called?.code !== code) throw new Error(`${called?.code} was called instead of ${code}`);
  const { ticketId } = called;
  if (outcome === 'absent') {
    await desk.markAbsent({ ticketId });
  } else {
    await desk.startServing({ ticketId });
    await desk.finish({
      ticketId,
      outcome,
      ...(outcome === 'refused' ? { reason: 'Berkas asli belum ada' } : {}),
    });
  }
  return { token, ticketId, code };
}
