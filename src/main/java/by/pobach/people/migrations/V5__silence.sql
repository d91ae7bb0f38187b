-- To whom nothing is said any more: they asked for it, or died. The post room knows the addresses, this table the person.
create table people.silence (
    person_id uuid primary key references people.person,
    why text not null check (why in ('ASKED', 'DIED')),
    at timestamptz not null default now(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
