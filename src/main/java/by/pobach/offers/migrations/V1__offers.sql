create schema if not exists offers;

-- What families and teachers can sign up for. Names and prose are {"be": …, "ru": …, "en": …}.
create table offers.service (
    id text primary key,
    position int not null,
    kind text not null check (kind in ('consultation', 'lesson', 'demonstration', 'group')),
    name jsonb not null,
    about jsonb not null,
    minutes int not null check (minutes > 0 and minutes % 5 = 0),
    step int not null default 30 check (step > 0 and step % 5 = 0),
    barriers text[] not null,
    places text[] not null,
    cost jsonb,
    bring jsonb not null,
    room_features text[] not null default '{}',
    device_kind text,
    buffer_before int not null default 0,
    buffer_after int not null default 0,
    retired_at timestamptz
);

create table offers.service_specialist (
    service_id text not null references offers.service,
    staff_id uuid not null references people.staff,
    primary key (service_id, staff_id)
);

-- The room a specialist works in unless the service needs another.
create table offers.usual_room (
    staff_id uuid primary key references people.staff,
    room_id uuid not null references places.room
);

-- Next dates of a group service; seats come with meetings.
create table offers.group_date (
    service_id text not null references offers.service,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    primary key (service_id, starts_at)
);
