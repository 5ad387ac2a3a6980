-- floor-plans: the floors of the sites as an administrator drew them: what stands where, on a grid.
create table floor_plan (
  mall_id uuid not null,
  site_id uuid not null,
  floor smallint not null,
  version integer not null default 1,
  grid_columns smallint not null check (grid_columns between 4 and 60),
  grid_rows smallint not null check (grid_rows between 4 and 60),
  items jsonb not null,
  primary key (mall_id, site_id, floor),
  foreign key (mall_id, site_id) references site
);
