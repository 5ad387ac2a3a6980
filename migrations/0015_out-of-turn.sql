-- Somebody was called before their turn: the call itself says why, so that no count of the order takes it for a break.
alter table stop_interval add column out_of_turn text check (length(out_of_turn) between 3 and 200);
alter table stop_interval add constraint stop_interval_out_of_turn
  check (out_of_turn is null or kind in ('called', 'undone'));
