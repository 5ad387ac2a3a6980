import { z } from 'zod';
import { DEVICE_KINDS, ROLES } from '#platform/contract/access.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Id, Instant, line } from '#platform/contract/shapes.ts';

export const StaffMember = z.object({
  id: Id,
  name: z.string(),
  role: z.enum(ROLES),
  agencyId: Id.nullable(),
  agencyShortName: z.string().nullable(),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const Device = z.object({
  id: Id,
  kind: z.enum(DEVICE_KINDS),
  name: z.string(),
  zoneName: z.string(),
  pairedAt: Instant,
  revokedAt: Instant.nullable(),
  /** Since when a visitor at this kiosk waits for an officer. */
  helpAskedAt: Instant.nullable(),
});
export type Device = z.infer<typeof Device>;

/** What a device that is not paired yet shows, and keeps to ask again. */
export const Pairing = z.object({ token: z.string(), code: z.string(), expiresAt: Instant });

const anyStaff = { roles: [...ROLES] };

export const staffContract = {
  getMe: read({ access: anyStaff, summary: 'Who is signed in' }).output(
    StaffMember.extend({ mallSlug: z.string() }),
  ),
  requestPairing: command({ access: { public: true }, summary: 'A new kiosk or board asks for a short code' })
    .input(z.object({ kind: z.enum(DEVICE_KINDS) }))
    .output(Pairing),
  claimPairing: command({
    access: { public: true },
    keepsReply: false,
    summary:
      'The device asks whether its code was confirmed, or redeems a one-time link; its cookie comes with the yes',
  })
    .input(z.object({ token: z.string().min(20).max(400) }))
    .errors(refusals('PAIRING_UNKNOWN', 'PAIRING_EXPIRED'))
    .output(z.object({ confirmed: z.boolean(), kind: z.enum(DEVICE_KINDS) })),
  confirmPairing: command({
    access: { roles: ['administrator'] },
    summary: 'An administrator confirms the code that a device shows',
  })
    .input(z.object({ code: line(6, 9), name: line(2, 60), zoneId: Id }))
    .errors(refusals('PAIRING_UNKNOWN', 'PAIRING_EXPIRED', 'ZONE_UNKNOWN'))
    .output(z.object({ kind: z.enum(DEVICE_KINDS), name: z.string() })),
  listDevices: read({
    access: { roles: ['manager', 'administrator'] },
    summary: 'Paired kiosks and boards',
  }).output(z.array(Device)),
  revokeDevice: command({ access: { roles: ['administrator'] }, summary: 'A device may no longer act' })
    .input(z.object({ deviceId: Id }))
    .errors(refusals('DEVICE_UNKNOWN'))
    .output(z.object({ revokedAt: Instant })),
  askHelp: command({
    access: { devices: ['kiosk'] },
    path: '/device/help',
    summary: 'A visitor at this kiosk asks for an officer, or no longer does; the boards of its zone say so',
  })
    .input(z.object({ wanted: z.boolean() }))
    .output(z.object({ askedAt: Instant.nullable() })),
  getMyDevice: read({
    access: { devices: [...DEVICE_KINDS] },
    path: '/device',
    summary: 'What this paired device is called, which zone it serves and where people reach the mall',
  }).output(
    z.object({
      kind: z.enum(DEVICE_KINDS),
      name: z.string(),
      zoneId: Id,
      zoneName: z.string(),
      /** Start of the addresses that a kiosk draws as QR codes; null: the address by which the device came here. */
      publicUrl: z.string().nullable(),
    }),
  ),
};
