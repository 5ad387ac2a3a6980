import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Hall } from './support.ts';

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
/** A key of the kiosk's own keyboard. */
export const key = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name });

const atHome = (kiosk: Page) => heading(kiosk, 'Anda mau ke mana?').waitFor();

/** A kiosk paired by the hall's one-time link, on its first screen. */
export async function openKiosk(hall: Hall): Promise<Page> {
  const kiosk = await hall.newPage('kiosk');
  await kiosk.goto(hall.kioskLink);
  await atHome(kiosk);
  assert.equal(new URL(kiosk.url()).search, '', 'the one-time link stays nowhere');
  return kiosk;
}

/** As a kiosk that was just switched on: it remembers no visitor. */
export async function goHome(kiosk: Page): Promise<void> {
  await kiosk.evaluate(() => sessionStorage.clear());
  await kiosk.goto('/kios');
  await atHome(kiosk);
}

export const openDisdukcapil = (kiosk: Page): Promise<void> => button(kiosk, /Disdukcapil/).click();

/** The number that the kiosk shows as the visitor's. */
export async function codeOnScreen(kiosk: Page): Promise<string> {
  const title = heading(kiosk, /Nomor Anda/);
  await title.waitFor();
  return /[A-Z]{1,2}-\d{3}/.exec(await title.innerText())![0];
}

export async function countStops(hall: Hall): Promise<number> {
  return Number((await hall.sql<{ n: string }>('select count(*)::text as n from stop'))[0]!.n);
}
