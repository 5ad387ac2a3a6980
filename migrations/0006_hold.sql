-- A person who was called and is not there, or has to fetch something, keeps the number for a while.
alter table stop drop constraint stop_state_check;
alter table stop add constraint stop_state_check check (state in ('waiting', 'called', 'held', 'serving', 'done'));
alter table stop add column hold_count smallint not null default 0 check (hold_count between 0 and 2);
alter table stop add column held_until timestamptz;
alter table stop add constraint stop_held_until check ((state = 'held') = (held_until is not null));
create index stop_held on stop (mall_id, agency_id, service_day) where state = 'held';
