import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Hall } from './support.ts';

/** An operation asked for as our own screens do, with the cookies of this page. */
async function ask<Reply>(page: Page, operation: string, input: object, headers = {}): Promise<Reply> {
  const response = await page.request.post(`/rpc/${operation}`, {
    data: { json: input },
    headers: { 'sec-fetch-site': 'same-origin', 'idempotency-key': randomUUID(), ...headers },
  });
  assert.equal(response.status(), 200, `${operation}: ${await response.text()}`);
  return ((await response.json()) as { json: Reply }).json;
}

export interface GivenTicket {
  readonly token: string;
  readonly code: string;
}

/** A paired kiosk that gives numbers without anybody touching its screen. */
export async function openKiosk(hall: Hall) {
  const page = await hall.newPage('kiosk');
  const token = new URL(hall.kioskLink).searchParams.get('pasang');
  await ask(page, 'staff/claimPairing', { token });
  return {
    issue: (service: string, priority = false) =>
      ask<GivenTicket>(page, 'queue/issueTicket', { service, priority }, { 'x-balairung-as': 'device' }),
  };
}

/** An officer at a counter of the own agency who calls and serves without a console. */
export async function openOfficer(hall: Hall, email: string) {
  const page = await hall.newPage('desktop', { signedInAs: email });
  interface Desk {
    readonly counters: readonly { readonly id: string; readonly number: number }[];
    readonly current: { readonly id: string } | null;
  }
  const desk = () => ask<Desk>(page, 'queue/getDesk', {});
  const ticketId = async () => {
    const { current } = await desk();
    assert.ok(current, 'nobody is at the counter');
    return current.id;
  };
  const counter = (await desk()).counters[0];
  assert.ok(counter, 'the agency has a counter');
  await ask(page, 'queue/openCounter', { counterId: counter.id });
  return {
    counterNumber: counter.number,
    call: () => ask<{ called: { code: string } | null }>(page, 'queue/callNext', {}),
    recall: async () => ask(page, 'queue/recall', { ticketId: await ticketId() }),
    hold: async () => ask(page, 'queue/hold', { ticketId: await ticketId() }),
    start: async () => ask(page, 'queue/startServing', { ticketId: await ticketId() }),
    markAbsent: async () => ask(page, 'queue/markAbsent', { ticketId: await ticketId() }),
    finish: async (outcome: string, reason?: string) =>
      ask(page, 'queue/finish', { ticketId: await ticketId(), outcome, ...(reason ? { reason } : {}) }),
  };
}

/** Nothing may be reached only by scrolling sideways. */
export async function assertReflows(page: Page, where: string): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(beyond <= 0, `${where} is ${beyond} px wider than the screen`);
}
