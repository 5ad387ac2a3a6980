-- queue: a number that we did not serve leads to one in front on the next open day. The index on transferred_from lets it
-- lead to one only, however often and wherever it is asked for.
alter table stop drop constraint stop_transfer_reason_check;
alter table stop add constraint stop_transfer_reason_check
  check (transfer_reason in ('desk-error', 'next-stop', 'carried'));
