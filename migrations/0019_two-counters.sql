-- staff: an officer of a small agency may hold two counters at once, and no third. Each place is held once.
alter table counter_session add column place smallint not null default 1 check (place in (1, 2));
drop index counter_session_of_staff;
create unique index counter_session_of_staff on counter_session (mall_id, staff_id, place) where closed_at is null;
