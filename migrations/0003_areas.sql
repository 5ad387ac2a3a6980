-- malls: one public service mall with its time zone; its sites and zones.
create table mall (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
  name text not null check (length(name) between 3 and 120),
  short_name text not null check (length(short_name) between 2 and 60),
  regency text not null,
  time_zone text not null check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  launched_on date,
  sample_data boolean not null default false
);
create table site (
  mall_id uuid not null references mall,
  id uuid not null,
  slug text not null,
  name text not null,
  address text not null,
  primary key (mall_id, id),
  unique (mall_id, slug)
);
create table zone (
  mall_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  slug text not null,
  name text not null,
  floor smallint not null,
  primary key (mall_id, id),
  unique (mall_id, slug),
  foreign key (mall_id, site_id) references site
);

-- agencies: who serves here, at which booth and counters, and when.
create table agency (
  mall_id uuid not null references mall,
  id uuid not null,
  slug text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  series text not null check (series ~ '^[A-HJ-NPR-Z]{1,2}$'),
  icon text not null,
  serves_holidays boolean not null default false,
  active boolean not null default true,
  primary key (mall_id, id),
  unique (mall_id, slug),
  unique (mall_id, series)
);
create table booth (
  mall_id uuid not null,
  id uuid not null,
  agency_id uuid not null,
  zone_id uuid not null,
  name text not null,
  last_intake_minutes smallint not null default 15 check (last_intake_minutes between 0 and 240),
  active boolean not null default true,
  primary key (mall_id, id),
  unique (mall_id, agency_id),
  foreign key (mall_id, agency_id) references agency,
  foreign key (mall_id, zone_id) references zone
);
create table counter (
  mall_id uuid not null,
  id uuid not null,
  booth_id uuid not null,
  number smallint not null check (number between 1 and 999),
  active boolean not null default true,
  primary key (mall_id, id),
  unique (mall_id, number),
  foreign key (mall_id, booth_id) references booth
);
create table booth_hours (
  mall_id uuid not null,
  booth_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  primary key (mall_id, booth_id, weekday, opens),
  check (opens < closes),
  foreign key (mall_id, booth_id) references booth
);
create table booth_closure (
  mall_id uuid not null,
  id uuid not null,
  booth_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null check (length(reason) between 3 and 200),
  primary key (mall_id, id),
  check (starts_at < ends_at),
  foreign key (mall_id, booth_id) references booth
);
create index booth_closure_by_time on booth_closure (mall_id, booth_id, ends_at);

-- services: what can be asked for.
create table service (
  mall_id uuid not null,
  id uuid not null,
  agency_id uuid not null,
  code text not null check (code ~ '^[A-Z0-9-]{2,20}$'),
  slug text not null,
  name text not null check (length(name) between 3 and 160),
  name_en text not null check (length(name_en) between 3 and 160),
  expected_minutes smallint not null check (expected_minutes between 1 and 480),
  fee jsonb not null,
  promised_time jsonb not null,
  requirements jsonb not null default '[]',
  confidence text not null,
  active boolean not null default true,
  primary key (mall_id, id),
  unique (mall_id, code),
  unique (mall_id, slug),
  foreign key (mall_id, agency_id) references agency
);
create index service_by_agency on service (mall_id, agency_id);

-- calendar: the joint decree's days. A year that was never imported is unknown, not ordinary.
create table holiday_year (
  year smallint primary key,
  imported_at timestamptz not null
);
create table holiday (
  day date primary key,
  kind text not null check (kind in ('holiday', 'joint-leave')),
  name text not null,
  decree text not null,
  confidence text not null check (confidence in ('seen', 'recalled'))
);

-- staff: officers, their counters of today, paired devices.
create table staff_member (
  mall_id uuid not null references mall,
  id uuid not null,
  account_id text not null unique,
  name text not null check (length(name) between 2 and 120),
  role text not null check (role in ('officer', 'agency-head', 'manager', 'administrator')),
  agency_id uuid,
  simulated boolean not null default false,
  active boolean not null default true,
  primary key (mall_id, id),
  check ((role in ('officer', 'agency-head')) = (agency_id is not null)),
  foreign key (mall_id, agency_id) references agency
);
create table counter_session (
  mall_id uuid not null,
  id uuid not null,
  counter_id uuid not null,
  staff_id uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (mall_id, id),
  check (closed_at >= opened_at),
  foreign key (mall_id, counter_id) references counter,
  foreign key (mall_id, staff_id) references staff_member
);
create unique index counter_session_open on counter_session (mall_id, counter_id) where closed_at is null;
create unique index counter_session_of_staff on counter_session (mall_id, staff_id) where closed_at is null;
create table device (
  mall_id uuid not null references mall,
  id uuid not null,
  kind text not null check (kind in ('kiosk', 'board')),
  name text not null check (length(name) between 2 and 60),
  zone_id uuid not null,
  simulated boolean not null default false,
  paired_at timestamptz not null,
  revoked_at timestamptz,
  primary key (mall_id, id),
  foreign key (mall_id, zone_id) references zone
);
-- A pairing waits under a short code until an administrator confirms it, or is made beforehand as a one-time link.
create table device_pairing (
  id uuid primary key,
  kind text not null check (kind in ('kiosk', 'board')),
  code text unique,
  expires_at timestamptz not null,
  mall_id uuid,
  zone_id uuid,
  name text,
  confirmed_by text,
  claimed_at timestamptz
);
create index device_pairing_expiry on device_pairing (expires_at);

alter table staff_member enable row level security;
create policy staff_read on staff_member for select using (
  current_role_name() = 'system'
  or (mall_id = current_mall() and current_role_name() in ('manager', 'administrator'))
  or (mall_id = current_mall() and current_role_name() in ('officer', 'agency-head') and agency_id = current_agency())
);
create policy staff_written_by_administrator on staff_member for all using (
  current_role_name() = 'system' or (mall_id = current_mall() and current_role_name() = 'administrator')
);

-- Reading a session happens before anybody is known, so it may not depend on the policies above.
create function staff_of_session(session_token text) returns table (
  staff_id uuid, mall_id uuid, time_zone text, role text, agency_id uuid, name text, simulated boolean
) language sql stable security definer set search_path = public as $$
  select m.id, m.mall_id, l.time_zone, m.role, m.agency_id, m.name, m.simulated
  from auth.session s
    join auth."user" u on u.id = s."userId"
    join staff_member m on m.account_id = u.id
    join mall l on l.id = m.mall_id
  -- A session made without the second factor opens nothing.
  where s.token = session_token and s."expiresAt" > now() and u."twoFactorEnabled" and m.active
$$;

-- capacity: the one quota ledger.
create table capacity_ledger (
  mall_id uuid not null,
  service_day date not null,
  service_id uuid not null,
  quota integer check (quota >= 0),
  -- Share of the quota kept for transfers and next stops.
  internal_share real not null default 0 check (internal_share between 0 and 1),
  taken integer not null default 0 check (taken >= 0),
  taken_internal integer not null default 0 check (taken_internal between 0 and taken),
  primary key (mall_id, service_day, service_id),
  foreign key (mall_id, service_id) references service
);

-- queue: one person's trip, one stop per agency, and the intervals from which every duration is derived.
create table queue_series (
  mall_id uuid not null,
  service_day date not null,
  series text not null,
  last_number smallint not null check (last_number between 0 and 999),
  primary key (mall_id, service_day, series)
);
create table visit (
  mall_id uuid not null,
  id uuid not null,
  service_day date not null,
  channel text not null,
  simulated boolean not null,
  created_at timestamptz not null,
  primary key (mall_id, id)
);
create table stop (
  mall_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  service_day date not null,
  agency_id uuid not null,
  booth_id uuid not null,
  service_id uuid not null,
  series text not null,
  number smallint not null check (number between 1 and 999),
  token text not null unique,
  state text not null check (state in ('waiting', 'called', 'serving', 'done')),
  reference_at timestamptz not null,
  head_start_minutes smallint not null check (head_start_minutes between 0 and 30),
  priority boolean not null,
  order_key timestamptz not null,
  counter_id uuid,
  staff_id uuid,
  call_count smallint not null default 0,
  outcome text check (outcome in ('finished', 'in-process', 'consultation', 'refused', 'left', 'absent', 'not-served')),
  outcome_reason text,
  channel text not null,
  simulated boolean not null,
  created_at timestamptz not null,
  primary key (mall_id, id),
  unique (mall_id, service_day, series, number),
  check ((state = 'done') = (outcome is not null)),
  check (outcome is distinct from 'refused' or length(outcome_reason) >= 3),
  check (state not in ('called', 'serving') or (counter_id is not null and staff_id is not null)),
  foreign key (mall_id, visit_id) references visit,
  foreign key (mall_id, service_id) references service,
  foreign key (mall_id, counter_id) references counter
);
-- No counter holds two people; the index that call-next walks.
create unique index stop_at_counter on stop (mall_id, counter_id) where state in ('called', 'serving');
create index stop_waiting on stop (mall_id, agency_id, service_day, order_key, id) where state = 'waiting';
create index stop_by_day on stop (mall_id, service_day, agency_id);
create table stop_interval (
  mall_id uuid not null,
  stop_id uuid not null,
  seq smallint not null,
  kind text not null check (kind in ('waiting', 'called', 'serving', 'held', 'walking')),
  started_at timestamptz not null,
  ended_at timestamptz,
  counter_id uuid,
  staff_id uuid,
  primary key (mall_id, stop_id, seq),
  check (ended_at >= started_at),
  foreign key (mall_id, stop_id) references stop
);
create unique index stop_interval_open on stop_interval (mall_id, stop_id) where ended_at is null;
