-- studies: the urgency study of a mall, its parts, and what people answered when asked what they need.
create table urgency_study (
  mall_id uuid primary key references mall,
  version integer not null default 0,
  -- Title, authors and every figure that is assumed; the shape is the contract's.
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  -- The days on which people may answer from home.
  survey_from date,
  survey_until date,
  -- Nothing is changed from this day on.
  concluded_on date,
  concluded_by text,
  check (survey_from <= survey_until),
  check ((survey_from is null) = (survey_until is null)),
  check ((concluded_on is null) = (concluded_by is null))
);
-- A study is a document: its parts are read together and written one by one, so each keeps its content whole.
create table study_part (
  mall_id uuid not null references urgency_study,
  id uuid not null,
  kind text not null check (kind in ('chapter', 'evidence', 'service', 'money', 'criterion', 'location')),
  -- The order in which parts were written.
  place integer not null,
  version integer not null default 1,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- Minutes, a list of those present, a scan.
  file_id uuid,
  primary key (mall_id, id),
  foreign key (mall_id, file_id) references stored_file,
  check (file_id is null or kind = 'evidence')
);
create unique index study_chapter_once on study_part (mall_id, (content ->> 'chapter')) where kind = 'chapter';
-- One answer to the survey of needs. No name, no number: nobody has to say who they are.
create table study_answer (
  mall_id uuid not null references urgency_study,
  id uuid not null,
  channel text not null check (channel in ('online', 'paper')),
  answered_on date not null,
  district text not null check (length(district) between 2 and 80),
  -- The service of the study that was asked for last; null: another.
  service_id uuid,
  visits smallint not null check (visits between 0 and 50),
  travel_minutes smallint not null check (travel_minutes between 0 and 2880),
  cost_rupiah integer not null check (cost_rupiah between 0 and 20000000),
  would_use smallint not null check (would_use between 1 and 4),
  obstacles text[] not null default '{}',
  wish text not null default '' check (length(wish) <= 500),
  primary key (mall_id, id),
  foreign key (mall_id, service_id) references study_part on delete set null (service_id)
);
