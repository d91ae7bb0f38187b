create schema if not exists vault;

-- The master keys that were ever used, by their numbers; the keys themselves lie in a file outside the database.
create table vault.master (
    id bigint primary key,
    made_at timestamptz not null default now(),
    dropped_at timestamptz
);

-- One key an owner, wrapped by a master key. Deleting the row erases whatever it sealed.
create table vault.key (
    owner uuid primary key,
    wrapped bytea not null,
    master bigint not null references vault.master,
    made_at timestamptz not null
);
create index key_master on vault.key (master);
