-- To whom nothing is ever said again, whoever posts it: they asked for it, or died. A hash is enough to recognise the address.
create table letters.hushed (
    recipient_hash bytea primary key,
    at timestamptz not null default now(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
