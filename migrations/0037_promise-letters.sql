-- reports: letters that remind an agency of what it promised, with the figures as they were told, and its answer.
create table promise_letter (
  mall_id uuid not null references mall,
  id uuid not null,
  agency_id uuid not null,
  number text check (length(number) between 2 and 80),
  first_day date not null,
  last_day date not null,
  -- The figures and days that the letter told.
  told jsonb not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  reply text check (length(reply) between 3 and 2000),
  replied_at timestamptz,
  replied_by uuid,
  primary key (mall_id, id),
  check (first_day <= last_day),
  check ((reply is null) = (replied_at is null) and (reply is null) = (replied_by is null)),
  foreign key (mall_id, agency_id) references agency,
  foreign key (mall_id, sent_by) references staff_member,
  foreign key (mall_id, replied_by) references staff_member
);
create index promise_letter_by_agency on promise_letter (mall_id, agency_id, sent_at desc);
