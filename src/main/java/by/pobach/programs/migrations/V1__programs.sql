create schema if not exists programs;

-- A token of another program; of its secret only the hash. Of its use only the day.
create table programs.token (
    id uuid primary key,
    hash bytea not null unique,
    name text not null check (length(name) between 1 and 100),
    scopes text[] not null check (cardinality(scopes) > 0),
    issued_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    used_on date,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    check (expires_at <= issued_at + interval '365 days')
);
