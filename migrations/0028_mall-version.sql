-- malls: the mall itself is kept in the browser too, and carries the version that was seen.
alter table mall add column version integer not null default 1;
