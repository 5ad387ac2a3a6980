import { account } from './id/account.ts';
import { agreements } from './id/agreements.ts';
import { establishment } from './id/establishment.ts';
import { region } from './id/region.ts';
import { coordination } from './id/coordination.ts';
import { studies } from './id/studies.ts';
import { board } from './id/board.ts';
import { common } from './id/common.ts';
import { device } from './id/device.ts';
import { kiosk } from './id/kiosk.ts';
import { manager } from './id/manager.ts';
import { officer } from './id/officer.ts';
import { portal } from './id/portal.ts';
import { refusals } from './id/refusals.ts';
import { rotation } from './id/rotation.ts';
import { visit } from './id/visit.ts';
import { ticket } from './id/ticket.ts';
import { signIn } from './id/sign-in.ts';

/** All words in Indonesian, one catalogue per surface. For the server; a page loads only its own (load-words.ts). */
export const id = {
  common,
  refusals,
  portal,
  ticket,
  device,
  kiosk,
  board,
  officer,
  manager,
  rotation,
  visit,
  signIn,
  account,
  agreements,
  establishment,
  studies,
  coordination,
  region,
};

export type Words = typeof id;
