import { createRouterClient } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import { capacityProcedures } from '#areas/capacity/procedures.ts';
import { queueProcedures } from '#areas/queue/procedures.ts';
import {
  startCrowd,
  type CrowdClient,
  type CrowdOptions,
  type RunningCrowd,
} from '#areas/rehearsal/crowd.ts';
import { surveyProcedures } from '#areas/survey/procedures.ts';
import type { CallContext } from '#platform/contract/procedure.ts';

const router = { capacity: capacityProcedures, queue: queueProcedures, survey: surveyProcedures };

/** What the crowd's operations need of the server in whose process they run. */
export type CrowdGround = Pick<CallContext, 'pool' | 'tokens' | 'accountSecrets' | 'onCommitted'>;

/** Operations in this process as a simulated visitor or officer; each command gets a key of its own. */
export function makeCrowdClients(ground: CrowdGround): (actor: CallContext['actor']) => CrowdClient {
  return (actor) =>
    createRouterClient(router, {
      context: (): CallContext => ({
        ...ground,
        actor,
        language: 'id',
        commandKey: randomUUID(),
        setDeviceCookie: () => {},
        publicUrl: null,
      }),
    });
}

/** Starts a scenario's crowd; off, paused or fast as the manager has set it. */
export function startDemoCrowd({
  mallId,
  log,
  demand,
  ...ground
}: CrowdGround & Pick<CrowdOptions, 'mallId' | 'log' | 'demand'>): Promise<RunningCrowd> {
  const { pool, tokens, accountSecrets, onCommitted } = ground;
  const clientFor = makeCrowdClients({ pool, tokens, accountSecrets, onCommitted });
  return startCrowd({ pool, mallId, log, clientFor, demand });
}
