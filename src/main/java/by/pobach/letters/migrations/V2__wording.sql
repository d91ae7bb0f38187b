-- Words of the Centre's own in place of those a module came with; the key is the module's.
create table letters.wording (
    key text not null,
    language text not null check (language in ('be', 'ru', 'en')),
    words text not null,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    at timestamptz not null default now(),
    primary key (key, language)
);
