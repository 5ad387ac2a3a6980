import { oc, type ErrorMap } from '@orpc/contract';
import { z } from 'zod';
import type { Access } from './access.ts';

export interface OperationMeta {
  /** A read changes nothing and runs in a read-only transaction; a command carries an idempotency key. */
  readonly kind: 'read' | 'command';
  readonly access: Access;
  /** Offered to partners, devices and the public under /api/v1 and written into docs/openapi.json. */
  readonly api: boolean;
  /** False where a repeat must run again, since its reply says more than the kept one could: a cookie. */
  readonly keepsReply?: boolean;
}

const facts = z.record(z.string(), z.union([z.string(), z.number()]));

/** HTTP status by refusal code where it is not the ordinary 409 (the state of things forbids it). */
const STATUS: Readonly<Record<string, number>> = {
  SIGN_IN_NEEDED: 401,
  DEVICE_NOT_PAIRED: 401,
  FORBIDDEN: 403,
  OTHER_AGENCY: 403,
  MALL_UNKNOWN: 404,
  SERVICE_UNKNOWN: 404,
  AGENCY_UNKNOWN: 404,
  TICKET_UNKNOWN: 404,
  COUNTER_UNKNOWN: 404,
  ZONE_UNKNOWN: 404,
  PAIRING_UNKNOWN: 404,
  DEVICE_UNKNOWN: 404,
  CLOSURE_UNKNOWN: 404,
  SEASON_UNKNOWN: 404,
  DAY_UNKNOWN: 404,
  PRINTER_UNKNOWN: 404,
  PRINT_UNKNOWN: 404,
  SITE_UNKNOWN: 404,
  OFFICER_UNKNOWN: 404,
  LINK_UNKNOWN: 404,
  LINK_EXPIRED: 410,
  LINK_USED: 410,
  CODE_WRONG: 422,
  PASSWORD_WRONG: 422,
  PICTURE_EXPIRED: 410,
  ROLE_AGENCY: 422,
  MESSAGE_UNKNOWN: 404,
  MEDIA_UNKNOWN: 404,
  UPLOAD_UNKNOWN: 404,
  AGREEMENT_UNKNOWN: 404,
  PARTY_UNKNOWN: 404,
  PAPER_UNKNOWN: 404,
  BLOCKER_UNKNOWN: 404,
  LETTER_UNKNOWN: 404,
  PART_UNKNOWN: 404,
  SIGNING_UNKNOWN: 404,
  MEETING_UNKNOWN: 404,
  NOTICE_UNKNOWN: 404,
  CRITERION_UNKNOWN: 404,
  TICKET_EXPIRED: 410,
  PAIRING_EXPIRED: 410,
  REASON_NEEDED: 422,
  KEY_REUSED: 422,
};

/** Declares the refusals that an operation may give; each carries facts for the sentence on screen. */
export function refusals<const C extends string>(...codes: C[]) {
  const declared: ErrorMap = {};
  for (const code of codes) declared[code] = { status: STATUS[code] ?? 409, message: code, data: facts };
  return declared as { readonly [K in C]: { status: number; message: string; data: typeof facts } };
}

/** Refusals that every operation may give at the door. */
const DOOR_REFUSALS = refusals(
  'SIGN_IN_NEEDED',
  'DEVICE_NOT_PAIRED',
  'FORBIDDEN',
  'KEY_REUSED',
  'MALL_UNKNOWN',
);

const base = oc.$meta<OperationMeta>({ kind: 'read', access: {}, api: false }).errors(DOOR_REFUSALS);

interface OperationOptions {
  readonly access: Access;
  /** Path under /api/v1, e.g. `/tickets/{token}`. Without it the operation is for our own screens only. */
  readonly path?: `/${string}`;
  readonly summary: string;
  /** See OperationMeta; such a command must itself do no harm when it runs twice. */
  readonly keepsReply?: false;
}

/** Begins the contract of an operation that only reads. */
export function read(options: OperationOptions) {
  return base
    .meta({ kind: 'read', access: options.access, api: options.path !== undefined })
    .route({ method: 'GET', summary: options.summary, ...(options.path ? { path: options.path } : {}) });
}

/** Begins the contract of an operation that changes something. It can be sent twice under one idempotency key. */
export function command(options: OperationOptions) {
  return base
    .meta({
      kind: 'command',
      access: options.access,
      api: options.path !== undefined,
      keepsReply: options.keepsReply ?? true,
    })
    .route({ method: 'POST', summary: options.summary, ...(options.path ? { path: options.path } : {}) });
}
