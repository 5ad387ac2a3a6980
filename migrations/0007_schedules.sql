-- agencies: a closure is asked for, decided and can be lifted; only an approved one shuts the door.
alter table booth_closure
  add column state text not null default 'approved' check (state in ('asked', 'approved', 'rejected', 'lifted')),
  add column asked_by uuid,
  add column asked_at timestamptz,
  add column decided_by uuid,
  add column decided_at timestamptz;
create index booth_closure_by_state on booth_closure (mall_id, state, ends_at);
