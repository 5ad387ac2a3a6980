import type { Api } from '#server/page-door.ts';
import type { Visit } from '#areas/queue/visit-contract.ts';
import { refusalFrom } from '../../server/refusal-from.ts';

export interface FoundVisit {
  readonly code: string;
  /** As it was asked for, or today. */
  readonly day: string;
  readonly visit: Visit | undefined;
  /** A code that was asked for and is none, or is unknown that day. */
  readonly problem: 'unreadable' | 'unknown' | undefined;
}

/** What the address asks for: `?kode=A-012&hari=2026-11-24`. */
export async function readVisit(api: Api, url: URL, today: string): Promise<FoundVisit> {
  const code = (url.searchParams.get('kode') ?? '').trim().toUpperCase().slice(0, 8);
  const asked = url.searchParams.get('hari') ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today;
  if (code === '') return { code, day, visit: undefined, problem: undefined };
  try {
    return { code, day, visit: await api.queue.findVisit({ code, day }), problem: undefined };
  } catch (error) {
    const { refused } = refusalFrom(error);
    return { code, day, visit: undefined, problem: refused === 'TICKET_UNKNOWN' ? 'unknown' : 'unreadable' };
  }
}
