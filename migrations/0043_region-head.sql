-- staff: the head of the region, who reads one page about the mall and changes nothing.
alter table staff_member drop constraint staff_member_role_check;
alter table staff_member add constraint staff_member_role_check
  check (role in ('officer', 'agency-head', 'manager', 'administrator', 'region-head'));
drop policy staff_read on staff_member;
create policy staff_read on staff_member for select using (
  current_role_name() = 'system'
  or (mall_id = current_mall() and current_role_name() in ('manager', 'administrator', 'region-head'))
  or (mall_id = current_mall() and current_role_name() in ('officer', 'agency-head') and agency_id = current_agency())
);
-- Who sat where is read for the figures; by which link somebody comes in is none of that.
drop policy staff_link_read on staff_link;
create policy staff_link_read on staff_link for select using (
  current_role_name() <> 'region-head'
  and exists (select from staff_member m where m.mall_id = staff_link.mall_id and m.id = staff_link.staff_id)
);
