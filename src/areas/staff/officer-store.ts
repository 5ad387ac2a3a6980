import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';

/** No mall has more; the search narrows a longer list. */
const OFFICERS_MAX = 500;

export interface OfficerRow {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  readonly agency_id: string | null;
  readonly agency_short_name: string | null;
  readonly active: boolean;
  readonly ready: boolean;
  readonly has_password: boolean;
  readonly has_authenticator: boolean;
  /** The link that waits to be used, also when its time is over. */
  readonly link_id: string | null;
  readonly link_purpose: string | null;
  readonly link_expires_at: Date | null;
}

const OFFICERS = `select m.id, m.account_id, m.name, u.email, m.role, m.agency_id, a.short_name as agency_short_name,
    m.active, coalesce(u."twoFactorEnabled", false) as ready,
    exists (select from auth."account" p where p."userId" = m.account_id) as has_password,
    exists (select from auth."twoFactor" t where t."userId" = m.account_id) as has_authenticator,
    k.id as link_id, k.purpose as link_purpose, k.expires_at as link_expires_at
  from staff_member m
    left join auth."user" u on u.id = m.account_id
    left join agency a on a.mall_id = m.mall_id and a.id = m.agency_id
    left join staff_link k on k.mall_id = m.mall_id and k.staff_id = m.id and k.used_at is null
  where m.mall_id = $1 and not m.simulated`;

const LIST_OFFICERS: PreparedStatement = {
  name: 'officers-list',
  text: `${OFFICERS} and ($2::uuid is null or m.agency_id = $2)
    and strpos(lower(concat_ws(' ', m.name, u.email, a.name, a.short_name)), lower($3)) > 0
    order by m.active desc, m.name, m.id limit ${OFFICERS_MAX}`,
};

/** Staff of a mall by name, those who left at the end; of one agency where it is given. */
export function listOfficerRows(
  tx: Tx,
  mallId: string,
  choice: { agencyId: string | null; search: string },
): Promise<OfficerRow[]> {
  return tx.query<OfficerRow>(LIST_OFFICERS, [mallId, choice.agencyId, choice.search]);
}

const FIND_OFFICER: PreparedStatement = { name: 'officer-find', text: `${OFFICERS} and m.id = $2` };

export async function findOfficerRow(tx: Tx, mallId: string, id: string): Promise<OfficerRow | undefined> {
  const [row] = await tx.query<OfficerRow>(FIND_OFFICER, [mallId, id]);
  return row;
}

const LOCK_MALL: PreparedStatement = {
  name: 'staff-lock-mall',
  text: 'select id from mall where id = $1 for no key update',
};
const ADMINISTRATORS: PreparedStatement = {
  name: 'administrators-ready',
  text: `select m.id from staff_member m left join auth."user" u on u.id = m.account_id
         where m.mall_id = $1 and m.role = 'administrator' and m.active
           and (coalesce(u."twoFactorEnabled", false) or m.id::text = $2)`,
};

/** Changes to who may come in take turns within a mall, until the transaction ends. */
export async function lockStaff(tx: Tx, mallId: string): Promise<void> {
  await tx.query(LOCK_MALL, [mallId]);
}

/**
 * Administrators who can come in: those with password and authenticator, and the one who asks. Read under the lock: two
 * administrators who remove each other at the same moment would leave none.
 */
export async function lockAdministrators(tx: Tx, mallId: string): Promise<string[]> {
  await lockStaff(tx, mallId);
  const rows = await tx.query<{ id: string }>(ADMINISTRATORS, [mallId, tx.actor.id]);
  return rows.map(({ id }) => id);
}

export async function updateOfficer(
  tx: Tx,
  mallId: string,
  id: string,
  changed: { name?: string; role?: string; agency_id?: string | null; active?: boolean },
): Promise<void> {
  await tx.db
    .updateTable('staff_member')
    .set(changed)
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .execute();
}

/** Only for somebody who has never been in: nothing points at them but the trail, which holds the name. */
export async function deleteOfficer(tx: Tx, mallId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('staff_member').where('mall_id', '=', mallId).where('id', '=', id).execute();
}

export interface NewLinkRow {
  readonly mallId: string;
  readonly staffId: string;
  readonly id: string;
  readonly purpose: 'invitation' | 'reset';
  readonly expiresAt: Date;
}

/** A new link takes the place of the old one, which is void from now on. */
export async function replaceLink(tx: Tx, link: NewLinkRow): Promise<void> {
  const row = { id: link.id, purpose: link.purpose, expires_at: link.expiresAt, used_at: null };
  await tx.db
    .insertInto('staff_link')
    .values({ mall_id: link.mallId, staff_id: link.staffId, ...row })
    .onConflict((conflict) => conflict.columns(['mall_id', 'staff_id']).doUpdateSet(row))
    .execute();
}

export async function deleteLink(tx: Tx, mallId: string, staffId: string): Promise<void> {
  await tx.db
    .deleteFrom('staff_link')
    .where('mall_id', '=', mallId)
    .where('staff_id', '=', staffId)
    .execute();
}

export interface LinkHolderRow {
  readonly mall_id: string;
  readonly staff_id: string;
  readonly account_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly agency_short_name: string | null;
  readonly mall_short_name: string;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

const LINK_HOLDER: PreparedStatement = {
  name: 'staff-of-link',
  text: `select mall_id, staff_id, account_id, name, email, role, agency_short_name, mall_short_name, expires_at, used_at
         from staff_of_link($1)`,
};

export async function findLinkHolder(tx: Tx, linkId: string): Promise<LinkHolderRow | undefined> {
  const [row] = await tx.query<LinkHolderRow>(LINK_HOLDER, [linkId]);
  return row;
}

const SPEND_LINK: PreparedStatement = {
  name: 'staff-spend-link',
  text: 'select spend_staff_link($1, $2) as spent',
};

/** False when somebody else was faster, or its time ended meanwhile. */
export async function spendLink(tx: Tx, linkId: string): Promise<boolean> {
  const [row] = await tx.query<{ spent: boolean | null }>(SPEND_LINK, [linkId, tx.now]);
  return row?.spent === true;
}

const FIRST_ADMINISTRATOR: PreparedStatement = {
  name: 'staff-first-administrator',
  text: 'select add_first_administrator($1, $2, $3, $4)',
};

export async function insertFirstAdministrator(
  tx: Tx,
  person: { mallId: string; id: string; accountId: string; name: string },
): Promise<void> {
  await tx.query(FIRST_ADMINISTRATOR, [person.mallId, person.id, person.accountId, person.name]);
}
