create schema if not exists cover;

-- Somebody is away, and what becomes of those who were to meet them. The id is that of the absence in the diary. Nothing
-- about health: a reason is one of four words, or none.
create table cover.absence (
    id uuid primary key,
    who uuid not null references people.staff,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (starts_at <= ends_at),
    why text check (why in ('centre', 'learning', 'leave', 'own')),
    opened_at timestamptz not null default now(),
    opened_by text not null default current_setting('pobach.actor'),
    closed_at timestamptz,
    closed_by text,
    check ((closed_at is null) = (closed_by is null)),
    -- Two who note the same absence at once make one case.
    constraint one_open_case exclude using gist (who with =, tstzrange(starts_at, ends_at) with &&)
        where (closed_at is null)
);
create index absence_opened on cover.absence (opened_at);

-- A visit that the absence hits, as it was when it was hit, and what was decided for it.
create table cover.hit (
    absence_id uuid not null references cover.absence,
    visit_id uuid not null references visits.visit,
    revision int not null,
    starts_at timestamptz not null,
    specialist_id uuid not null references people.staff,
    decision text check (decision in ('substitute', 'time', 'call', 'back')),
    decided_at timestamptz,
    decided_by text,
    -- The revision of the visit that somebody was told of: another change makes them untold again.
    told_revision int,
    told_at timestamptz,
    told_by text,
    primary key (absence_id, visit_id)
);
create index hit_of_visit on cover.hit (visit_id);
