-- printing: the receipt printers of kiosks, and what they were asked to print.
create table printer (
  mall_id uuid not null,
  device_id uuid not null,
  -- The rule (rules/local-address.ts) says this first; here it also holds for whoever writes by hand. A program in the
  -- hall that could be told to speak to any address would be a way into other networks.
  host inet not null check (
    masklen(host) = 32
    and (host <<= '10.0.0.0/8' or host <<= '172.16.0.0/12' or host <<= '192.168.0.0/16' or host <<= '127.0.0.0/8')
  ),
  port integer not null check (port between 9100 and 9199),
  paper_mm smallint not null check (paper_mm in (58, 80)),
  primary key (mall_id, device_id),
  foreign key (mall_id, device_id) references device
);
create table print_order (
  mall_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  -- Null: a trial by an administrator.
  stop_id uuid,
  language text not null check (language in ('id', 'en')),
  address_start text not null,
  state text not null default 'waiting' check (state in ('waiting', 'printed', 'failed')),
  because text,
  paper_low boolean not null default false,
  requested_at timestamptz not null,
  ended_at timestamptz,
  primary key (mall_id, id),
  check ((state = 'waiting') = (ended_at is null)),
  check ((state = 'failed') = (because is not null)),
  foreign key (mall_id, device_id) references printer on delete cascade,
  foreign key (mall_id, stop_id) references stop
);
create index print_order_of_device on print_order (mall_id, device_id, requested_at);
create index print_order_of_stop on print_order (mall_id, stop_id);

-- staff: a visitor at a kiosk asks for an officer; null when nobody does.
alter table device add column help_asked_at timestamptz;
