-- The Centre as a place. Times of day are the Centre's own; a weekday is 1 (Monday) to 7 (Sunday).
create schema if not exists places;

create table places.centre (
    only_row          boolean primary key default true check (only_row),
    name_be           text not null,
    name_ru           text not null,
    name_en           text not null,
    address_be        text not null,
    address_ru        text not null,
    address_en        text not null,
    street_be         text not null,
    street_ru         text not null,
    street_en         text not null,
    zone              text not null,
    phones            text[] not null check (cardinality(phones) > 0),
    email             text not null,
    languages         text[] not null check (cardinality(languages) > 0),
    cost_be           text not null,
    cost_ru           text not null,
    cost_en           text not null,
    getting_here_be   text not null,
    getting_here_ru   text not null,
    getting_here_en   text not null,
    by_actor          text not null default current_setting('pobach.actor')
);

create table places.room (
    id                uuid primary key,
    name_be           text not null,
    name_ru           text not null,
    name_en           text not null,
    floor             integer not null check (floor between -5 and 50),
    buffer_minutes    integer not null check (buffer_minutes between 0 and 120),
    place_in_house    integer generated always as identity,
    in_use            boolean not null default true,
    by_actor          text not null default current_setting('pobach.actor')
);

create table places.room_feature (
    room              uuid not null references places.room on delete cascade,
    feature           text not null check (feature ~ '^[a-z][a-z-]{0,39}$'),
    primary key (room, feature)
);

-- Rooms close enough to hear each other's radio; each pair once.
create table places.room_neighbour (
    room              uuid not null references places.room on delete cascade,
    neighbour         uuid not null references places.room on delete cascade,
    primary key (room, neighbour),
    check (room < neighbour)
);
create index room_neighbour_back on places.room_neighbour (neighbour);

-- A break at noon is two rows of one day.
create table places.opening (
    day               smallint not null check (day between 1 and 7),
    opens             time not null,
    closes            time not null,
    by_actor          text not null default current_setting('pobach.actor'),
    primary key (day, opens),
    check (opens < closes)
);

-- The Centre's own exceptions from its week and from the public calendar; works_as is null when it is closed.
create table places.calendar_day (
    date              date primary key,
    works_as          smallint check (works_as between 1 and 7),
    name_be           text not null,
    name_ru           text not null,
    name_en           text not null,
    by_actor          text not null default current_setting('pobach.actor')
);
