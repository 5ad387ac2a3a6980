-- A stop that goes on at another service leads to one stop of the same visit, and says why.
alter table stop add column transferred_from uuid;
alter table stop add column transfer_reason text check (transfer_reason in ('desk-error', 'next-stop'));
alter table stop add constraint stop_transfer check ((transferred_from is null) = (transfer_reason is null));
alter table stop add constraint stop_transferred_from foreign key (mall_id, transferred_from) references stop;
create unique index stop_transferred_once on stop (mall_id, transferred_from) where transferred_from is not null;
create index stop_of_visit on stop (mall_id, visit_id);
