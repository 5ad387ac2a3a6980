do $$
begin
  if exists (select from pg_roles where rolname = 'balairung_app') then
    grant usage on schema public, auth to balairung_app;
    grant select, insert, update, delete on all tables in schema public to balairung_app;
    grant select, insert, update, delete on all tables in schema auth to balairung_app;
    -- Time is moved by tests and scenarios only, and the trail is added to, never rewritten.
    revoke insert, update, delete on clock_offset, schema_migration from balairung_app;
    revoke update, delete on audit_line from balairung_app;
  end if;
  if exists (select from pg_roles where rolname = 'balairung_reader') then
    grant usage on schema public to balairung_reader;
    grant select on all tables in schema public to balairung_reader;
  end if;
end $$;
