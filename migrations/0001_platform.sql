-- The platform: clock, numbered events, audit trail, idempotency records, scheduled runs.
-- Roles: the migrator owns everything; balairung_app reads and writes rows; balairung_reader reads.

-- `now` of every transaction is the database's clock plus this offset. Only the owner (tests, scenarios) may write it.
create table clock_offset (
  only_row boolean primary key default true check (only_row),
  offset_by interval not null default interval '0'
);
insert into clock_offset default values;

create table event_counter (
  mall_id uuid primary key,
  last_number bigint not null default 0
);

create table event (
  mall_id uuid not null,
  id uuid not null,
  number bigint,
  kind text not null,
  topics text[] not null check (cardinality(topics) > 0),
  payload jsonb not null,
  at timestamptz not null,
  primary key (mall_id, id)
);
create unique index event_number on event (mall_id, number) where number is not null;
create index event_at on event (at);

-- Numbers are given at COMMIT: the counter's row lock is held until the commit is visible, so a reader
-- that has seen number n will never later meet a smaller one (a plain sequence loses slow transactions).
create function number_event() returns trigger language plpgsql as $$
declare given bigint;
begin
  insert into event_counter as c (mall_id, last_number) values (new.mall_id, 1)
    on conflict (mall_id) do update set last_number = c.last_number + 1
    returning c.last_number into given;
  update event set number = given where mall_id = new.mall_id and id = new.id;
  return null;
end $$;
create constraint trigger event_numbered after insert on event
  deferrable initially deferred for each row execute function number_event();

create table audit_line (
  id uuid primary key,
  mall_id uuid,
  agency_id uuid,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  operation text not null,
  subject_kind text not null,
  subject_id text not null,
  facts jsonb not null default '{}'
);
create index audit_line_by_mall on audit_line (mall_id, at desc, id desc);
create index audit_line_by_subject on audit_line (mall_id, subject_kind, subject_id, at);

create table idempotency (
  actor text not null,
  operation text not null,
  key text not null check (length(key) between 8 and 128),
  input_hash text not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (actor, operation, key)
);
create index idempotency_at on idempotency (at);

-- Runs that must happen once at a local time (day end of each mall): cron here would be UTC only.
create table scheduled_run (
  mall_id uuid not null,
  name text not null,
  run_at timestamptz not null,
  primary key (mall_id, name)
);

-- Row-level security reads who is asking from the settings that open_command leaves for this transaction.
create function current_mall() returns uuid language sql stable as
  $$ select nullif(current_setting('balairung.mall', true), '')::uuid $$;
create function current_agency() returns uuid language sql stable as
  $$ select nullif(current_setting('balairung.agency', true), '')::uuid $$;
create function current_role_name() returns text language sql stable as
  $$ select nullif(current_setting('balairung.role', true), '') $$;
create function current_actor() returns text language sql stable as
  $$ select nullif(current_setting('balairung.actor', true), '') $$;

alter table audit_line enable row level security;
create policy audit_written_by_all on audit_line for insert with check (true);
create policy audit_read_by_mall on audit_line for select using (
  current_role_name() = 'system'
  or (mall_id = current_mall() and current_role_name() in ('manager', 'administrator'))
  or (mall_id = current_mall() and current_role_name() = 'agency-head' and agency_id = current_agency())
);

-- The first trip of a transaction: who asks, what time it is, and for a command whether it was already done.
-- The lock makes a second copy of the same command wait for the first instead of running beside it.
create function open_command(
  actor text, actor_role text, mall uuid, agency uuid, operation_name text, command_key text
) returns table (now_at timestamptz, stored_hash text, stored_reply jsonb) language plpgsql volatile as $$
begin
  perform set_config('balairung.actor', coalesce(actor, ''), true),
          set_config('balairung.role', coalesce(actor_role, ''), true),
          set_config('balairung.mall', coalesce(mall::text, ''), true),
          set_config('balairung.agency', coalesce(agency::text, ''), true);
  if command_key is not null then
    perform pg_advisory_xact_lock(hashtextextended(actor || ' ' || operation_name || ' ' || command_key, 0));
    select i.input_hash, i.reply into stored_hash, stored_reply from idempotency i
      where i.actor = open_command.actor and i.operation = operation_name and i.key = command_key;
  end if;
  select clock_timestamp() + c.offset_by into now_at from clock_offset c;
  return next;
end $$;

-- The job tables belong to the migrator and hide their rows from others: jobs enter through this door alone.
create function enqueue_jobs(jobs jsonb) returns void language plpgsql volatile security definer set search_path = public as $$
begin
  perform graphile_worker.add_job(j.task, j.payload, run_at := j.run_at, job_key := j.job_key, max_attempts := 10)
    from jsonb_to_recordset(jobs) as j(task text, payload json, run_at timestamptz, job_key text);
end $$;

-- The last trip before COMMIT: events, audit lines, jobs and the reply kept for a repeated command.
create function close_command(done jsonb) returns void language plpgsql volatile as $$
begin
  insert into event (mall_id, id, kind, topics, payload, at)
    select e.mall_id, e.id, e.kind, array(select jsonb_array_elements_text(e.topics)), e.payload, e.at
    from jsonb_to_recordset(done->'events') as e(mall_id uuid, id uuid, kind text, topics jsonb, payload jsonb, at timestamptz);
  insert into audit_line (id, mall_id, agency_id, at, actor_kind, actor_id, operation, subject_kind, subject_id, facts)
    select a.id, a.mall_id, a.agency_id, a.at, a.actor_kind, a.actor_id, a.operation, a.subject_kind, a.subject_id, a.facts
    from jsonb_to_recordset(done->'audit') as a(id uuid, mall_id uuid, agency_id uuid, at timestamptz, actor_kind text,
      actor_id text, operation text, subject_kind text, subject_id text, facts jsonb);
  if jsonb_array_length(done->'jobs') > 0 then
    perform enqueue_jobs(done->'jobs');
  end if;
  if done->'command' <> 'null'::jsonb then
    insert into idempotency (actor, operation, key, input_hash, reply, at)
      select c.actor, c.operation, c.key, c.input_hash, c.reply, c.at
      from jsonb_to_record(done->'command') as c(actor text, operation text, key text, input_hash text, reply jsonb, at timestamptz);
  end if;
end $$;
