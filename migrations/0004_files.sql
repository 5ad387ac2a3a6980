-- files: which mall keeps which content under which name. The content lies on the disk by its SHA-256, once.
create table stored_file (
  mall_id uuid not null references mall,
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  media_type text not null check (media_type in
    ('image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/csv', 'text/plain')),
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null,
  created_by text not null,
  primary key (mall_id, id)
);
create index stored_file_by_content on stored_file (sha256);
