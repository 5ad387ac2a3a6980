import { implement } from '@orpc/server';
import { operationDoor, refused, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import type { DeviceActor, Role } from '#platform/contract/access.ts';
import { refuse } from '#platform/values/refusal.ts';
import { getOfficer, inviteOfficer, renewAccess, withdrawLink } from './access/access-links.ts';
import {
  changeOwnPassword,
  getOwnAccount,
  offerAuthenticator,
  renewOwnAuthenticator,
  renewOwnRecoveryCodes,
} from './access/own-account.ts';
import { acceptInvitation, getInvitation } from './access/use-link.ts';
import { staffContract } from './contract.ts';
import { listDeviceRows } from './device-store.ts';
import { askHelp, claimPairing, confirmPairing, requestPairing, revokeDevice } from './devices.ts';
import { changeOfficer, deactivateOfficer, listOfficers, reactivateOfficer } from './officers.ts';
import { isHelpWanted } from './rules/help.ts';
import { findStaff } from './store.ts';

const os = implement(staffContract).$context<CallContext>().use(operationDoor);

export const staffProcedures = os.router({
  getMe: os.getMe.handler(async ({ context: { tx } }) => {
    const actor = staffActor(tx);
    const row = (await findStaff(tx, actor.mallId, actor.id)) ?? refused(refuse('SIGN_IN_NEEDED'));
    return {
      id: row.id,
      name: row.name,
      role: row.role as Role,
      agencyId: row.agency_id,
      agencyShortName: row.agency_short_name,
      mallSlug: row.mall_slug,
    };
  }),

  requestPairing: os.requestPairing.handler(({ context, input }) =>
    requestPairing(context.tx, context.tokens, input.kind),
  ),

  claimPairing: os.claimPairing.handler(async ({ context, input }) => {
    const claimed = await claimPairing(context.tx, context.tokens, input.token);
    if (claimed.confirmed) context.setDeviceCookie(claimed.deviceToken);
    return { confirmed: claimed.confirmed, kind: claimed.kind };
  }),

  confirmPairing: os.confirmPairing.handler(({ context: { tx }, input }) =>
    confirmPairing(tx, staffActor(tx), input),
  ),

  listDevices: os.listDevices.handler(async ({ context: { tx } }) => {
    const rows = await listDeviceRows(tx, staffActor(tx).mallId);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind as DeviceActor['deviceKind'],
      name: row.name,
      zoneId: row.zone_id,
      zoneName: row.zone_name,
      pairedAt: row.paired_at.toISOString(),
      revokedAt: row.revoked_at?.toISOString() ?? null,
      helpAskedAt:
        row.help_asked_at !== null && isHelpWanted(row.help_asked_at.getTime(), tx.now.getTime())
          ? row.help_asked_at.toISOString()
          : null,
    }));
  }),

  revokeDevice: os.revokeDevice.handler(({ context: { tx }, input }) =>
    revokeDevice(tx, staffActor(tx), input.deviceId),
  ),

  askHelp: os.askHelp.handler(({ context: { tx }, input }) => {
    if (tx.actor.kind !== 'device') refused(refuse('FORBIDDEN'));
    return askHelp(tx, tx.actor, input.wanted);
  }),

  getMyDevice: os.getMyDevice.handler(async ({ context: { tx, publicUrl } }) => {
    const { id, mallId } = tx.actor;
    const rows = mallId === null ? [] : await listDeviceRows(tx, mallId);
    const row = rows.find((device) => device.id === id) ?? refused(refuse('SIGN_IN_NEEDED'));
    return {
      id: row.id,
      kind: row.kind as DeviceActor['deviceKind'],
      name: row.name,
      zoneId: row.zone_id,
      zoneName: row.zone_name,
      publicUrl,
    };
  }),

  listOfficers: os.listOfficers.handler(({ context: { tx }, input }) =>
    listOfficers(tx, staffActor(tx), input.search),
  ),
  getOfficer: os.getOfficer.handler(({ context, input }) =>
    getOfficer(context.tx, context, input.officerId, staffActor(context.tx)),
  ),
  inviteOfficer: os.inviteOfficer.handler(({ context: { tx }, input }) =>
    inviteOfficer(tx, staffActor(tx), input),
  ),
  changeOfficer: os.changeOfficer.handler(({ context: { tx }, input }) =>
    changeOfficer(tx, staffActor(tx), input),
  ),
  renewAccess: os.renewAccess.handler(({ context: { tx }, input }) => renewAccess(tx, staffActor(tx), input)),
  withdrawLink: os.withdrawLink.handler(({ context: { tx }, input }) =>
    withdrawLink(tx, staffActor(tx), input.officerId),
  ),
  deactivateOfficer: os.deactivateOfficer.handler(({ context: { tx }, input }) =>
    deactivateOfficer(tx, staffActor(tx), input.officerId),
  ),
  reactivateOfficer: os.reactivateOfficer.handler(({ context: { tx }, input }) =>
    reactivateOfficer(tx, staffActor(tx), input.officerId),
  ),
  getInvitation: os.getInvitation.handler(({ context, input }) =>
    getInvitation(context.tx, context, input.token),
  ),
  acceptInvitation: os.acceptInvitation.handler(({ context, input }) =>
    acceptInvitation(context.tx, context, input),
  ),

  getOwnAccount: os.getOwnAccount.handler(({ context }) =>
    getOwnAccount(context.tx, context, staffActor(context.tx)),
  ),
  changeOwnPassword: os.changeOwnPassword.handler(({ context, input }) =>
    changeOwnPassword(context.tx, context, staffActor(context.tx), input),
  ),
  offerAuthenticator: os.offerAuthenticator.handler(({ context, input }) =>
    offerAuthenticator(context.tx, context.tokens, staffActor(context.tx), input.token),
  ),
  renewOwnAuthenticator: os.renewOwnAuthenticator.handler(({ context, input }) =>
    renewOwnAuthenticator(context.tx, context, staffActor(context.tx), input),
  ),
  renewOwnRecoveryCodes: os.renewOwnRecoveryCodes.handler(({ context, input }) =>
    renewOwnRecoveryCodes(context.tx, context, staffActor(context.tx), input.password),
  ),
});
