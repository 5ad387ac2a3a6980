-- agreements: what agencies promised: parties, numbers, days and hours, services, people, term.
create table agreement (
  mall_id uuid not null references mall,
  id uuid not null,
  version integer not null default 1,
  kind text not null check (kind in ('pks', 'kesepakatan-bersama', 'nota-kesepakatan', 'penempatan', 'adendum')),
  title text not null check (length(title) between 3 and 200),
  state text not null check (state in ('draft', 'review', 'agreed', 'signed', 'ended')),
  -- The agreement that an addendum changes, and the one that this one goes on from.
  amends_id uuid,
  renews_id uuid,
  begins_on date,
  -- Null: without an end.
  ends_on date,
  extension_notice_days smallint not null default 90 check (extension_notice_days between 0 and 730),
  signed_on date,
  signed_at text check (length(signed_at) between 3 and 160),
  ended_on date,
  ended_reason text check (length(ended_reason) between 3 and 400),
  hand_over text check (length(hand_over) between 3 and 2000),
  -- What is agreed in words, by subject.
  terms jsonb not null,
  created_at timestamptz not null,
  primary key (mall_id, id),
  check (begins_on <= ends_on),
  check ((kind = 'adendum') = (amends_id is not null)),
  check ((state in ('signed', 'ended')) = (signed_on is not null)),
  check (state not in ('signed', 'ended') or begins_on is not null),
  check ((state = 'ended') = (ended_on is not null and ended_reason is not null)),
  check (ended_on >= begins_on),
  foreign key (mall_id, amends_id) references agreement,
  foreign key (mall_id, renews_id) references agreement
);
create table agreement_party (
  mall_id uuid not null,
  agreement_id uuid not null,
  place smallint not null check (place between 1 and 20),
  -- Null: no agency of the mall, such as the region itself.
  agency_id uuid,
  name text not null check (length(name) between 3 and 160),
  signatory text check (length(signatory) between 3 and 120),
  position text check (length(position) between 3 and 160),
  -- What the signatory's right to sign rests on.
  authority text check (length(authority) between 3 and 300),
  -- True: signs for somebody else, by a power of attorney.
  delegated boolean not null default false,
  power_of_attorney text check (length(power_of_attorney) between 3 and 200),
  number text check (length(number) between 3 and 80),
  data_role text not null check (data_role in ('controller', 'processor', 'joint', 'none')),
  contact_name text check (length(contact_name) between 2 and 120),
  contact_phone text check (length(contact_phone) between 6 and 30),
  contact_email text check (length(contact_email) between 5 and 120),
  primary key (mall_id, agreement_id, place),
  foreign key (mall_id, agreement_id) references agreement on delete cascade,
  foreign key (mall_id, agency_id) references agency
);
create unique index agreement_party_agency on agreement_party (mall_id, agreement_id, agency_id) where agency_id is not null;
-- A party uses each number once, in whatever letters it is written.
create unique index agreement_party_number
  on agreement_party (mall_id, coalesce(agency_id::text, lower(name)), lower(number)) where number is not null;
create table agreement_promise (
  mall_id uuid not null,
  agreement_id uuid not null,
  agency_id uuid not null,
  staff_count smallint not null check (staff_count between 0 and 200),
  backup_count smallint not null check (backup_count between 0 and 200),
  daily_quota integer check (daily_quota between 1 and 9999),
  primary key (mall_id, agreement_id, agency_id),
  foreign key (mall_id, agreement_id) references agreement on delete cascade,
  foreign key (mall_id, agency_id) references agency
);
create table agreement_hours (
  mall_id uuid not null,
  agreement_id uuid not null,
  agency_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  primary key (mall_id, agreement_id, agency_id, weekday, opens),
  check (opens < closes),
  foreign key (mall_id, agreement_id, agency_id) references agreement_promise on delete cascade
);
create table agreement_service (
  mall_id uuid not null,
  agreement_id uuid not null,
  agency_id uuid not null,
  service_id uuid not null,
  primary key (mall_id, agreement_id, service_id),
  foreign key (mall_id, agreement_id, agency_id) references agreement_promise on delete cascade,
  foreign key (mall_id, service_id) references service
);
-- The papers of an agreement: which are there, and their scans.
create table agreement_paper (
  mall_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null check (kind in ('draft', 'authority', 'power-of-attorney', 'services', 'staff', 'signed', 'other')),
  file_id uuid not null,
  added_at timestamptz not null,
  primary key (mall_id, id),
  foreign key (mall_id, agreement_id) references agreement on delete cascade,
  foreign key (mall_id, file_id) references stored_file
);
create index agreement_paper_by_agreement on agreement_paper (mall_id, agreement_id);

-- One place is promised once on a weekday. Signed agreements of a mall follow one another here, so that two that are
-- signed at the same moment see each other. An addendum belongs to what it changes.
create function refuse_overlapping_promises(the_mall uuid, the_agreement uuid) returns void language plpgsql as $$
declare clash record;
begin
  perform pg_advisory_xact_lock(hashtextextended('agreements ' || the_mall, 0));
  select o.id, h.weekday into clash
  from agreement a
    join agreement_hours h on h.mall_id = a.mall_id and h.agreement_id = a.id
    join booth b on b.mall_id = h.mall_id and b.agency_id = h.agency_id
    join agreement o on o.mall_id = a.mall_id and o.id <> a.id and o.state in ('signed', 'ended')
      and coalesce(o.amends_id, o.id) <> coalesce(a.amends_id, a.id)
    join agreement_hours oh on oh.mall_id = o.mall_id and oh.agreement_id = o.id and oh.weekday = h.weekday
    join booth ob on ob.mall_id = oh.mall_id and ob.agency_id = oh.agency_id
  where a.mall_id = the_mall and a.id = the_agreement and a.state in ('signed', 'ended')
    and coalesce((select s.place_id from booth_share s where s.mall_id = b.mall_id and s.booth_id = b.id limit 1), b.id)
      = coalesce((select s.place_id from booth_share s where s.mall_id = ob.mall_id and s.booth_id = ob.id limit 1), ob.id)
    and daterange(a.begins_on, least(a.ends_on, a.ended_on), '[]') && daterange(o.begins_on, least(o.ends_on, o.ended_on), '[]')
  limit 1;
  if found then
    raise exception 'promised twice' using errcode = 'exclusion_violation', constraint = 'promise_apart';
  end if;
end $$;
create function check_agreement_promises() returns trigger language plpgsql as $$
begin
  perform refuse_overlapping_promises(new.mall_id, new.id);
  return new;
end $$;
create trigger agreement_apart after insert or update of state, begins_on, ends_on, ended_on on agreement
  for each row when (new.state in ('signed', 'ended')) execute function check_agreement_promises();

-- What is signed is not written anew: an addendum says what changes.
create function keep_what_is_signed() returns trigger language plpgsql as $$
declare the_state text;
begin
  select state into the_state from agreement
    where mall_id = coalesce(new.mall_id, old.mall_id) and id = coalesce(new.agreement_id, old.agreement_id) for share;
  if the_state in ('signed', 'ended') then
    raise exception 'signed' using errcode = 'check_violation', constraint = 'agreement_signed';
  end if;
  return coalesce(new, old);
end $$;
create trigger agreement_promise_kept before insert or update or delete on agreement_promise
  for each row execute function keep_what_is_signed();
create trigger agreement_hours_kept before insert or update or delete on agreement_hours
  for each row execute function keep_what_is_signed();
create trigger agreement_service_kept before insert or update or delete on agreement_service
  for each row execute function keep_what_is_signed();

-- staff: who was there in a stretch of days is asked for whole years.
create index counter_session_by_opening on counter_session (mall_id, opened_at);
