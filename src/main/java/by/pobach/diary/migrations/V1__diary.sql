create schema if not exists diary;

-- Whatever can be taken by one visit at a time. The id is the id of the person, room or item itself.
create table diary.resource (
    id uuid primary key,
    kind text not null check (kind in ('specialist', 'room', 'device', 'interpreter', 'channel'))
);

-- Weekly working hours, Centre time. A resource without any follows the Centre's opening hours.
create table diary.shift (
    resource_id uuid not null references diary.resource,
    weekday smallint not null check (weekday between 1 and 7),
    starts time not null,
    ends time not null,
    valid daterange not null default daterange(null, null),
    check (starts < ends)
);
create index shift_of_resource on diary.shift (resource_id);

-- One date that differs from the weekly hours: these hours instead; a row without hours means none at all.
create table diary.special_day (
    resource_id uuid not null references diary.resource,
    day date not null,
    starts time,
    ends time,
    check ((starts is null) = (ends is null)),
    check (starts < ends)
);
create index special_day_of_resource on diary.special_day (resource_id, day);

create table diary.absence (
    id uuid primary key,
    resource_id uuid not null references diary.resource,
    during tstzrange not null check (not isempty(during)),
    by_actor text not null default current_setting('pobach.actor'),
    at timestamptz not null default now()
);
create index absence_of_resource on diary.absence using gist (resource_id, during);

-- The promise: no two unreleased holds of one resource overlap, whoever writes them.
create table diary.hold (
    id uuid primary key,
    held_for uuid not null,
    kind text not null,
    resource_id uuid not null references diary.resource,
    during tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
    expires_at timestamptz,
    released_at timestamptz,
    changed xid8 not null default pg_current_xact_id(),
    constraint one_at_a_time exclude using gist (resource_id with =, during with &&) where (released_at is null)
);
create index hold_held_for on diary.hold (held_for);
create index hold_changed on diary.hold (changed);
create index hold_expires on diary.hold (expires_at) where released_at is null and expires_at is not null;
