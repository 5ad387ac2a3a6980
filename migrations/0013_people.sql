-- set-up: an installation without a mall is set up through a link that only its own terminal has shown. One is good at
-- a time: the next start puts its own in the place of the last.
create table set_up_link (
  only_row boolean primary key default true check (only_row),
  id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- staff: the link by which somebody sets the own password and authenticator. What is stored is no secret: the address
-- carries a signature over the id.
create table staff_link (
  mall_id uuid not null,
  staff_id uuid not null,
  id uuid not null unique,
  -- An invitation is for somebody who has never been in, a reset for somebody who has.
  purpose text not null check (purpose in ('invitation', 'reset')),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (mall_id, staff_id),
  foreign key (mall_id, staff_id) references staff_member on delete cascade
);
alter table staff_link enable row level security;
create policy staff_link_written_by_administrator on staff_link for all using (
  current_role_name() = 'system' or (mall_id = current_mall() and current_role_name() = 'administrator')
);
-- Whoever may see somebody may see that they were invited.
create policy staff_link_read on staff_link for select using (
  exists (select from staff_member m where m.mall_id = staff_link.mall_id and m.id = staff_link.staff_id)
);

-- A link is opened before anybody is known, so its door is of its own, like that of a session.
create function staff_of_link(link uuid) returns table (
  mall_id uuid, staff_id uuid, account_id text, name text, email text, role text,
  agency_short_name text, mall_short_name text, expires_at timestamptz, used_at timestamptz
) language sql stable security definer set search_path = public as $$
  select m.mall_id, m.id, m.account_id, m.name, u.email, m.role, a.short_name, l.short_name, k.expires_at, k.used_at
  from staff_link k
    join staff_member m on m.mall_id = k.mall_id and m.id = k.staff_id
    join mall l on l.id = m.mall_id
    join auth."user" u on u.id = m.account_id
    left join agency a on a.mall_id = m.mall_id and a.id = m.agency_id
  where k.id = link and m.active
$$;
-- Of two who open one link the second waits here for the first and gets nothing.
create function spend_staff_link(link uuid, at timestamptz) returns boolean
language sql volatile security definer set search_path = public as $$
  update staff_link set used_at = at where id = link and used_at is null and expires_at > at returning true
$$;

-- Staff is added by administrators alone, so the first one needs a door of its own. It opens for an empty mall only.
create function add_first_administrator(mall uuid, staff uuid, account text, staff_name text) returns void
language plpgsql security definer set search_path = public as $$
begin
  if exists (select from staff_member where mall_id = mall) then
    raise exception 'mall % has staff already', mall;
  end if;
  insert into staff_member (mall_id, id, account_id, name, role) values (mall, staff, account, staff_name, 'administrator');
end $$;

-- A mall that has an administrator keeps one: without any nobody could be let in again.
create function keep_an_administrator() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.role <> 'administrator' or not old.active then return null; end if;
  if tg_op = 'UPDATE' and new.role = 'administrator' and new.active then return null; end if;
  -- Two administrators who remove each other take turns, and the second sees what the first has done.
  perform from mall where id = old.mall_id for no key update;
  if not exists (select from staff_member where mall_id = old.mall_id and role = 'administrator' and active) then
    raise exception 'mall % would be left without an administrator', old.mall_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger staff_keeps_administrator after update of role, active or delete on staff_member
  for each row execute function keep_an_administrator();
