-- skills: services to which a counter or an officer is limited. Without a row all of the agency's services are given.
alter table service add constraint service_of_agency unique (mall_id, agency_id, id);
create table counter_service (
  mall_id uuid not null,
  counter_id uuid not null,
  agency_id uuid not null,
  service_id uuid not null,
  primary key (mall_id, counter_id, service_id),
  foreign key (mall_id, counter_id) references counter on delete cascade,
  foreign key (mall_id, agency_id, service_id) references service (mall_id, agency_id, id) on delete cascade
);
create table staff_service (
  mall_id uuid not null,
  staff_id uuid not null,
  agency_id uuid not null,
  service_id uuid not null,
  primary key (mall_id, staff_id, service_id),
  foreign key (mall_id, staff_id) references staff_member on delete cascade,
  foreign key (mall_id, agency_id, service_id) references service (mall_id, agency_id, id) on delete cascade
);

-- A counter that goes to another agency, and an officer who does, leave their limits behind.
create function forget_counter_services() returns trigger language plpgsql as $$
begin
  delete from counter_service where mall_id = new.mall_id and counter_id = new.id;
  return null;
end $$;
create trigger counter_moves after update of booth_id on counter
  for each row when (old.booth_id <> new.booth_id) execute function forget_counter_services();
create function forget_staff_services() returns trigger language plpgsql as $$
begin
  delete from staff_service where mall_id = new.mall_id and staff_id = new.id;
  return null;
end $$;
create trigger officer_moves after update of agency_id on staff_member
  for each row when (old.agency_id is distinct from new.agency_id) execute function forget_staff_services();
