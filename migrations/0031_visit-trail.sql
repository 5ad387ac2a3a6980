-- queue: the same for staff, with who did it: the operation that asks decides who may read the names.
create function trail_of_ticket_with_names(mall uuid, ticket uuid)
returns table (at timestamptz, actor_kind text, operation text, facts jsonb, who text)
language sql stable security definer set search_path = public as $$
  select l.at, l.actor_kind, l.operation, l.facts, m.name from audit_line l
    left join staff_member m on m.mall_id = l.mall_id and l.actor_kind = 'staff' and m.id::text = l.actor_id
  where l.mall_id = mall and l.subject_kind = 'ticket' and l.subject_id = ticket::text
  order by l.at, l.id limit 200
$$;
