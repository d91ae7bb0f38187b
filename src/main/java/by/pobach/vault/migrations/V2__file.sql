-- Files that were looked at and cleaned. The content lies sealed in POBACH_DATA/files under the same id.
create table vault.file (
    id uuid primary key,
    owner uuid not null,
    name bytea not null,
    type text not null check (type in ('image/jpeg', 'image/png', 'application/pdf', 'text/plain',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.oasis.opendocument.text')),
    bytes int not null check (bytes > 0),
    state text not null check (state in ('scanned', 'not-scanned')),
    kept_at timestamptz not null,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
create index file_owner on vault.file (owner);
