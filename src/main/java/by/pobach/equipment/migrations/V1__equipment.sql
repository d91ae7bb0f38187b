-- The Centre's devices: what is on the shelf, and which radio band it speaks on.
create schema if not exists equipment;

create table equipment.model (
    id                uuid primary key,
    kind              text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
    name_be           text not null,
    name_ru           text not null,
    name_en           text not null,
    band              text,
    buffer_minutes    integer not null check (buffer_minutes between 0 and 240),
    by_actor          text not null default current_setting('pobach.actor')
);
create index model_kind on equipment.model (kind);

create table equipment.item (
    id                uuid primary key,
    model             uuid not null references equipment.model,
    number            integer not null check (number > 0),
    in_service        boolean not null default true,
    by_actor          text not null default current_setting('pobach.actor'),
    unique (model, number)
);
