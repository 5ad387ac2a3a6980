/** What of an agency's line can differ from service to service. */
interface Line<Wait> {
  readonly countersOpen: number;
  readonly wait: Wait;
  readonly byService: readonly {
    readonly serviceId: string;
    readonly countersOpen: number;
    readonly wait: Wait;
  }[];
}

/** An agency's line as it is for one service: where counters differ in what they can give, its own counters and wait. */
export function queueOfService<Queue extends Line<unknown>>(queue: Queue, serviceId: string): Queue {
  const own = queue.byService.find((each) => each.serviceId === serviceId);
  return own === undefined ? queue : { ...queue, countersOpen: own.countersOpen, wait: own.wait };
}
