-- Who changed what in the Centre's settings. A thing is named by its form: centre, week, room/…, staff/…, service/…
create schema if not exists settings;

-- Locked by whoever keeps a form, so that the second of two notices the first.
create table settings.thing (
    thing             text primary key,
    revision          integer not null default 0
);

create table settings.change (
    id                uuid primary key,
    thing             text not null,
    field             text not null,
    before            text not null,
    after             text not null,
    at                timestamptz not null default clock_timestamp(),
    by_actor          text not null default current_setting('pobach.actor')
);
create index change_of_thing on settings.change (thing, id);
