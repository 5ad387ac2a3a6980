-- An officer takes back a call that was a slip. The stretch of that call is kept, as one in which the person waited on.
alter table stop_interval drop constraint stop_interval_kind_check;
alter table stop_interval add constraint stop_interval_kind_check
  check (kind in ('waiting', 'called', 'undone', 'serving', 'held', 'walking'));
-- How often somebody may be called again before the number is held or ends.
alter table mall add column recalls_max smallint not null default 2 check (recalls_max between 0 and 9);
