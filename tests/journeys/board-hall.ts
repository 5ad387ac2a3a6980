import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ask, seatOfficer, type DeskOfficer } from './operations.ts';
import { openHall, type Hall } from './support.ts';

/** All of zone A, which the hall's one-time link shows. */
const OFFICERS = ['mahfuzah', 'saidillah', 'norlaila', 'rizkan', 'raudatul'];

export interface BoardHall {
  readonly hall: Hall;
  readonly board: Page;
  readonly officers: readonly DeskOfficer[];
  /** Numbers of the events that were given to the voice, in order, over all reloads. */
  readonly announced: number[];
  /** Gives a number of zone A. */
  issue(service: string): Promise<unknown>;
  /** Waits until this number is the huge one. */
  shows(code: string): Promise<void>;
}

/** A hall whose zone A has a board, a kiosk and five officers at their counters. */
export async function openBoardHall(): Promise<BoardHall> {
  const hall = await openHall();
  try {
    return await furnish(hall);
  } catch (error) {
    await hall.stop();
    throw error;
  }
}

async function furnish(hall: Hall): Promise<BoardHall> {
  const kiosk = await hall.newPage('kiosk');
  await ask(kiosk, 'staff/claimPairing', { token: new URL(hall.kioskLink).searchParams.get('pasang') });
  const board = await hall.newPage('board');
  const announced = await noteAnnouncements(board);
  await board.goto(hall.boardLink);
  await board.getByRole('heading', { name: /Zona A/ }).waitFor();
  assert.equal(new URL(board.url()).search, '', 'the one-time link stays nowhere');
  const officers: DeskOfficer[] = [];
  for (const name of OFFICERS) officers.push(await seatOfficer(hall, `${name}@balangan.contoh`));
  return {
    hall,
    board,
    officers,
    announced,
    issue: (service) => ask(kiosk, 'queue/issueTicket', { service }, 'device'),
    shows: (code) => board.locator('.first .no').getByText(code, { exact: true }).waitFor(),
  };
}

/** Numbers of the events that a board gives to its voice from now on, in order, over all its reloads. */
export async function noteAnnouncements(board: Page): Promise<number[]> {
  const announced: number[] = [];
  await board.exposeFunction('noteAnnouncement', (number: number) => announced.push(number));
  await board.addInitScript(() => {
    addEventListener('balairung:announced', (event) => {
      const { eventNumber } = (event as CustomEvent<{ eventNumber: number }>).detail;
      const { noteAnnouncement } = globalThis as unknown as {
        noteAnnouncement(number: number): Promise<void>;
      };
      void noteAnnouncement(eventNumber);
    });
  });
  return announced;
}
