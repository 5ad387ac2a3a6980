-- staff: a seat is offered to a colleague by its officer, or released by whoever leads the agency or keeps the mall.
-- It stays the officer's until a colleague takes it over.
alter table counter_session
  add column offered_at timestamptz,
  add column offered_by uuid,
  add constraint counter_session_offer check ((offered_at is null) = (offered_by is null)),
  add foreign key (mall_id, offered_by) references staff_member;
