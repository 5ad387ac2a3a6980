import { refused } from '#platform/contract/procedure.ts';
import type { DeviceActor, DeviceKind, StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId, newPairingCode } from '#platform/random/ids.ts';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';
import { refuse } from '#platform/values/refusal.ts';
import {
  confirmPairingRow,
  deleteExpiredPairings,
  insertDevice,
  insertPairing,
  lockPairing,
  markPairingClaimed,
  revokeDeviceRow,
  setHelpAsked,
  zoneExists,
} from './device-store.ts';

const CODE_MINUTES = 15;
const LINK_HOURS = 24;
const CODE_TRIES_MAX = 5;
/** After the claim the same device may ask again for a while: its first answer may have been lost. */
const CLAIM_AGAIN_MINUTES = 5;

/** A device that is not paired yet gets a code to show and a token with which it asks again. */
export async function requestPairing(tx: Tx, tokens: SignedTokens, kind: DeviceKind) {
  await deleteExpiredPairings(tx);
  const expiresAt = new Date(tx.now.getTime() + CODE_MINUTES * 60_000);
  for (let attempt = 0; attempt < CODE_TRIES_MAX; attempt += 1) {
    const id = newId();
    const code = newPairingCode();
    if (!(await insertPairing(tx, { id, kind, code, expiresAt }))) continue;
    return { token: tokens.sign('pairing', id), code, expiresAt: expiresAt.toISOString() };
  }
  throw new Error('no free pairing code in five draws');
}

/** Makes a one-time link's token, already confirmed: for the demonstration and for installers. */
export async function makePairingLink(
  tx: Tx,
  tokens: SignedTokens,
  link: { kind: DeviceKind; mallId: string; zoneId: string; name: string },
): Promise<string> {
  const id = newId();
  const expiresAt = new Date(tx.now.getTime() + LINK_HOURS * 3_600_000);
  await insertPairing(tx, { id, kind: link.kind, code: null, expiresAt });
  await confirmPairingRow(tx, {
    id,
    mallId: link.mallId,
    zoneId: link.zoneId,
    name: link.name,
    by: tx.actor.id,
  });
  return tokens.sign('pairing', id);
}

/** Refusals: PAIRING_UNKNOWN, PAIRING_EXPIRED, ZONE_UNKNOWN. */
export async function confirmPairing(
  tx: Tx,
  actor: StaffActor,
  input: { code: string; name: string; zoneId: string },
) {
  const pairing = await lockPairing(tx, { code: normaliseCode(input.code) });
  if (!pairing) refused(refuse('PAIRING_UNKNOWN'));
  if (pairing.expires_at <= tx.now) refused(refuse('PAIRING_EXPIRED'));
  if (!(await zoneExists(tx, actor.mallId, input.zoneId))) refused(refuse('ZONE_UNKNOWN'));
  await confirmPairingRow(tx, {
    id: pairing.id,
    mallId: actor.mallId,
    zoneId: input.zoneId,
    name: input.name,
    by: actor.id,
  });
  tx.record({
    subjectKind: 'device',
    subjectId: pairing.id,
    facts: { name: input.name, kind: pairing.kind },
  });
  return { kind: pairing.kind as DeviceKind, name: input.name };
}

/** People type small letters, spaces or no hyphen. */
function normaliseCode(text: string): string {
  const signs = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}

export type ClaimedPairing =
  | { readonly confirmed: false; readonly kind: DeviceKind }
  | { readonly confirmed: true; readonly kind: DeviceKind; readonly deviceToken: string };

/**
 * Whether the pairing behind a token was confirmed; with the yes comes the device's own token. The device keeps the
 * pairing's id, so that a claim whose answer was lost gives the same device once more within five minutes.
 * Refusals: PAIRING_UNKNOWN (also when used up), PAIRING_EXPIRED.
 */
export async function claimPairing(tx: Tx, tokens: SignedTokens, token: string): Promise<ClaimedPairing> {
  const id = tokens.read('pairing', token) ?? refused(refuse('PAIRING_UNKNOWN'));
  const pairing = await lockPairing(tx, { id });
  if (!pairing) refused(refuse('PAIRING_UNKNOWN'));
  const kind = pairing.kind as DeviceKind;
  if (pairing.claimed_at !== null) {
    const ageMs = tx.now.getTime() - pairing.claimed_at.getTime();
    if (ageMs > CLAIM_AGAIN_MINUTES * 60_000) refused(refuse('PAIRING_UNKNOWN'));
    return { confirmed: true, kind, deviceToken: tokens.sign('device', id) };
  }
  if (pairing.expires_at <= tx.now) refused(refuse('PAIRING_EXPIRED'));
  const { mall_id: mallId, zone_id: zoneId, name } = pairing;
  if (mallId === null || zoneId === null || name === null) return { confirmed: false, kind };
  await insertDevice(tx, { mallId, id, kind, name, zoneId });
  await markPairingClaimed(tx, id);
  tx.record({ mallId, subjectKind: 'device', subjectId: id, facts: { name, kind } });
  return { confirmed: true, kind, deviceToken: tokens.sign('device', id) };
}

/** Refusals: DEVICE_UNKNOWN (also when revoked before). */
export async function revokeDevice(tx: Tx, actor: StaffActor, deviceId: string) {
  if (!(await revokeDeviceRow(tx, actor.mallId, deviceId))) refused(refuse('DEVICE_UNKNOWN'));
  tx.record({ subjectKind: 'device', subjectId: deviceId });
  return { revokedAt: tx.now.toISOString() };
}

/** Says on the boards of the kiosk's zone that somebody there needs an officer, or that it is over. */
export async function askHelp(tx: Tx, { mallId, id, zoneId }: DeviceActor, wanted: boolean) {
  const askedAt = wanted ? tx.now : null;
  await setHelpAsked(tx, mallId, id, askedAt);
  tx.emit({ mallId, kind: 'help-asked', topics: [`zone:${zoneId}`, `mall:${mallId}`], payload: { wanted } });
  tx.record({ subjectKind: 'device', subjectId: id, facts: { wanted } });
  return { askedAt: askedAt?.toISOString() ?? null };
}
