create schema if not exists links;

-- A link that was asked for. Of its secret only the hash; the contact it was sent to goes when the link is used or over.
create table links.link (
    id uuid primary key,
    hash bytea not null unique,
    contact text,
    language text not null check (language in ('be', 'ru', 'en')),
    next text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    check (used_at is null or contact is null)
);
create index link_expires on links.link (expires_at);

-- A card from the desk: one at a time for a person, of its code only the hash.
create table links.card (
    person_id uuid primary key,
    hash bytea not null unique,
    issued_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
