import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Hall } from './support.ts';

/** An operation asked for by whoever is signed in (or paired) in this page's browser, without a screen. */
export async function ask<T>(page: Page, operation: string, input: unknown = {}, as = 'person'): Promise<T> {
  const response = await page.request.post(`/rpc/${operation}`, {
    data: { json: input },
    headers: {
      'sec-fetch-site': 'same-origin',
      'idempotency-key': randomUUID(),
      'x-balairung-as': as,
    },
  });
  const { json } = (await response.json()) as { json: T };
  if (!response.ok()) throw new Error(`${operation}: ${JSON.stringify(json)}`);
  return json;
}

export interface DeskOfficer {
  call(): Promise<string>;
  recall(): Promise<void>;
  /** Serves whoever was called and finishes. */
  serve(): Promise<void>;
  readonly page: Page;
}

/** Sits a member of staff down at a free counter of the own agency. */
export async function seatOfficer(hall: Hall, email: string): Promise<DeskOfficer> {
  const page = await hall.newPage('desktop', { signedInAs: email });
  const desk = await ask<{ counters: { id: string; takenBy: string | null }[] }>(page, 'queue/getDesk');
  const free = desk.counters.find((counter) => counter.takenBy === null);
  if (!free) throw new Error(`no counter is free for ${email}`);
  await ask(page, 'queue/openCounter', { counterId: free.id });
  let ticketId = '';
  return {
    page,
    async call() {
      const { called } = await ask<{ called: { ticketId: string; code: string } }>(page, 'queue/callNext');
      ticketId = called.ticketId;
      return called.code;
    },
    async recall() {
      await ask(page, 'queue/recall', { ticketId });
    },
    async serve() {
      await ask(page, 'queue/startServing', { ticketId });
      await ask(page, 'queue/finish', { ticketId, outcome: 'finished' });
    },
  };
}
