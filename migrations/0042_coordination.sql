-- coordination: the meeting of the mall with its agencies: what was decided, who does it until when, and what is announced
-- to the booths.
create table meeting (
  mall_id uuid not null references mall,
  id uuid not null,
  version integer not null default 1,
  day date not null,
  title text not null check (length(title) between 3 and 160),
  place text check (length(place) between 2 and 160),
  notes text not null default '' check (length(notes) <= 5000),
  primary key (mall_id, id)
);
create table meeting_decision (
  mall_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  what text not null check (length(what) between 3 and 500),
  -- Who does it, in words; and the agency, where it is one of the mall's.
  owner text not null check (length(owner) between 2 and 120),
  agency_id uuid,
  due_on date,
  done_on date,
  outcome text check (length(outcome) between 2 and 500),
  primary key (mall_id, id),
  check ((done_on is null) = (outcome is null)),
  foreign key (mall_id, meeting_id) references meeting on delete cascade,
  foreign key (mall_id, agency_id) references agency
);
create index meeting_decision_open on meeting_decision (mall_id, due_on) where done_on is null;
-- Said to all booths until a day; each officer says once that it was read.
create table booth_notice (
  mall_id uuid not null references mall,
  id uuid not null,
  words text not null check (length(words) between 3 and 300),
  until_day date not null,
  sent_at timestamptz not null,
  sent_by text not null,
  primary key (mall_id, id)
);
create table booth_notice_read (
  mall_id uuid not null,
  notice_id uuid not null,
  staff_id uuid not null,
  read_at timestamptz not null,
  primary key (mall_id, notice_id, staff_id),
  foreign key (mall_id, notice_id) references booth_notice on delete cascade
);
