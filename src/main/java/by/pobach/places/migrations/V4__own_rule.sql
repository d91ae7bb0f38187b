-- Numbers of the Centre's own in place of those the installation came with; what a name means, its module knows.
create table places.own_rule (
    name              text primary key check (name ~ '^[a-z]+(\.[a-z-]+)+$'),
    number            integer not null,
    by_actor          text not null default current_setting('pobach.actor'),
    at                timestamptz not null default now()
);
