-- queue: what the trail says of one number, for its holder and for its agency, who may not read the trail itself. Neither who
-- asked the program nor the names of officers come with it.
create function trail_of_ticket(mall uuid, ticket uuid)
returns table (at timestamptz, actor_kind text, operation text, facts jsonb)
language sql stable security definer set search_path = public as $$
  select l.at, l.actor_kind, l.operation, l.facts from audit_line l
  where l.mall_id = mall and l.subject_kind = 'ticket' and l.subject_id = ticket::text
  order by l.at, l.id limit 200
$$;
