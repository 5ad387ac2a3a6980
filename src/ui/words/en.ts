import { account } from './en/account.ts';
import { agreements } from './en/agreements.ts';
import { establishment } from './en/establishment.ts';
import { region } from './en/region.ts';
import { coordination } from './en/coordination.ts';
import { studies } from './en/studies.ts';
import { board } from './en/board.ts';
import { common } from './en/common.ts';
import { device } from './en/device.ts';
import { kiosk } from './en/kiosk.ts';
import { manager } from './en/manager.ts';
import { officer } from './en/officer.ts';
import { portal } from './en/portal.ts';
import { refusals } from './en/refusals.ts';
import { rotation } from './en/rotation.ts';
import { visit } from './en/visit.ts';
import { ticket } from './en/ticket.ts';
import { signIn } from './en/sign-in.ts';
import type { Words } from './id.ts';

/** All words in English; the same keys as Indonesian or it does not compile. */
export const en = {
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
} satisfies Words;
