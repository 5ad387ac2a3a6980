import { compareTickets, type WaitingTicket } from '../next-ticket.ts';
import { Heap } from './draw-and-heap.ts';

/** The lines of a made-up hall, and who stands in them. */
export const SERVICES = ['ktp', 'kk', 'paspor', 'skck', 'pajak', 'nib'] as const;

export interface Visitor extends WaitingTicket {
  readonly referenceAt: number;
  readonly headStartMinutes: number;
  readonly priority: boolean;
  readonly holds: number;
  /** When this line was joined, and what was waited in earlier ones. */
  readonly joinedAt: number;
  readonly waitedMinutes: number;
  /** From when the promise counts: a next stop is measured by its true beginning, without its credit. */
  readonly promisedFrom: number;
  called: boolean;
}

export interface Line {
  readonly serviceId: string;
  readonly inOrder: Heap<Visitor>;
  /** The same people by reference time: who has been here longest. Called ones are dropped when met. */
  readonly byArrival: Heap<Visitor>;
}

export function findLongestHere(line: Line): Visitor | undefined {
  while (line.byArrival.peek()?.called === true) line.byArrival.pop();
  return line.byArrival.peek();
}

export function openLines(): readonly Line[] {
  return SERVICES.map((serviceId) => ({
    serviceId,
    inOrder: new Heap<Visitor>(compareTickets),
    byArrival: new Heap<Visitor>((a, b) => a.referenceAt - b.referenceAt),
  }));
}

export function findLine(lines: readonly Line[], wanted: string): Line {
  return lines.find(({ serviceId }) => serviceId === wanted)!;
}

export function join(line: Line, visitor: Visitor): void {
  line.inOrder.push(visitor);
  line.byArrival.push(visitor);
}
