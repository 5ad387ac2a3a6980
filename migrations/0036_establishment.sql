-- establishment: how a mall comes to be: stages, what they wait for, decrees and letters, when each booth opened.
create table establishment_stage (
  mall_id uuid not null references mall,
  kind text not null check (kind in ('team', 'study-visit', 'study', 'proposal', 'reply', 'commitment', 'preparation', 'trial', 'launch', 'evaluation')),
  -- The year of a yearly evaluation; 0 for the stages that come once.
  year smallint not null default 0 check (year = 0 or year between 2000 and 2200),
  version integer not null default 1,
  responsible text check (length(responsible) between 3 and 160),
  place text check (length(place) between 3 and 160),
  notes text not null default '' check (length(notes) <= 2000),
  planned_from date,
  planned_until date,
  actual_from date,
  actual_until date,
  -- Of a launch: how many other malls were launched on the same day.
  together_with smallint check (together_with between 0 and 500),
  -- Ended without its papers: why, and who said so.
  overruled_reason text check (length(overruled_reason) between 3 and 400),
  overruled_by text,
  primary key (mall_id, kind, year),
  check ((kind = 'evaluation') = (year > 0)),
  check (planned_from <= planned_until),
  check (actual_from <= actual_until),
  check (actual_until is null or actual_from is not null),
  check ((overruled_reason is null) = (overruled_by is null)),
  check (together_with is null or kind = 'launch')
);
create table stage_blocker (
  mall_id uuid not null,
  id uuid not null,
  kind text not null,
  year smallint not null,
  what text not null check (length(what) between 3 and 300),
  owner text not null check (length(owner) between 2 and 120),
  since date not null,
  solved_on date,
  primary key (mall_id, id),
  check (since <= solved_on),
  foreign key (mall_id, kind, year) references establishment_stage on delete cascade
);
-- Decrees and letters of the mall, each under its issuer's number.
create table register_letter (
  mall_id uuid not null references mall,
  id uuid not null,
  version integer not null default 1,
  kind text not null check (kind in ('decree', 'letter-out', 'letter-in', 'study', 'minutes', 'commitment', 'report', 'other')),
  number text check (length(number) between 2 and 80),
  day date not null,
  title text not null check (length(title) between 3 and 200),
  issuer text not null check (length(issuer) between 3 and 160),
  stage_kind text,
  stage_year smallint,
  file_id uuid,
  primary key (mall_id, id),
  check ((stage_kind is null) = (stage_year is null)),
  foreign key (mall_id, stage_kind, stage_year) references establishment_stage (mall_id, kind, year),
  foreign key (mall_id, file_id) references stored_file
);
create unique index register_letter_number on register_letter (mall_id, lower(issuer), lower(number)) where number is not null;
-- Booths do not open on one day: eight in February, thirteen at the launch.
create table booth_opening (
  mall_id uuid not null,
  agency_id uuid not null,
  planned_on date,
  opened_on date,
  primary key (mall_id, agency_id),
  foreign key (mall_id, agency_id) references agency on delete cascade
);
