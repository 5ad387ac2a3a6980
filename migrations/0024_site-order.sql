-- malls: sites stand in the order in which they were added. The first is the mall's address; a stand that is added for
-- a week does not take its place by coming earlier in the alphabet.
alter table site add column place smallint not null default 1 check (place between 1 and 999);
update site s set place = ranked.place
  from (select mall_id, id, row_number() over (partition by mall_id order by slug) as place from site) ranked
  where ranked.mall_id = s.mall_id and ranked.id = s.id;
