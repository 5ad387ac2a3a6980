-- files: films, for the boards.
alter table stored_file drop constraint stored_file_media_type_check;
alter table stored_file add constraint stored_file_media_type_check check (media_type in
  ('image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/csv', 'text/plain', 'video/mp4', 'video/webm'));
-- boards: pictures and films beside the calls, in the order of their places.
create table board_media (
  mall_id uuid not null references mall,
  id uuid not null,
  -- Null: on every board of the mall.
  device_id uuid,
  file_id uuid not null,
  place integer not null,
  -- How long a picture stays; a film plays to its end.
  seconds smallint not null check (seconds between 5 and 120),
  from_day date not null,
  until_day date not null,
  primary key (mall_id, id),
  unique (mall_id, place) deferrable initially deferred,
  check (from_day <= until_day),
  foreign key (mall_id, device_id) references device,
  foreign key (mall_id, file_id) references stored_file
);
