create schema if not exists visits;

create table visits.visit (
    id uuid primary key,
    service_id text not null references offers.service,
    place text not null check (place in ('here', 'video', 'phone')),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    specialist_id uuid not null references people.staff,
    room_id uuid references places.room,
    interpreter_id uuid references people.staff,
    device_ids uuid[] not null default '{}',
    needs text[] not null default '{}',
    person_id uuid not null references people.person,
    note text,
    state text not null check (state in ('asked', 'booked', 'cancelled', 'lapsed', 'came', 'late', 'no-show')),
    revision int not null default 0,
    generation int not null default 0,
    token_hash bytea not null unique,
    code text not null,
    contact_hash bytea not null,
    consent_text text,
    consent_language text,
    booked_at timestamptz not null default now(),
    cancelled_at timestamptz,
    erased_at timestamptz
);
create index visit_starts on visits.visit (starts_at);
create index visit_by_specialist on visits.visit (specialist_id, starts_at);
create index visit_by_room on visits.visit (room_id, starts_at);
create index visit_code on visits.visit (code);
create index visit_contact on visits.visit (contact_hash, starts_at);
create index visit_booked on visits.visit (booked_at);
create index visit_to_erase on visits.visit (ends_at) where erased_at is null;

create table visits.child (
    visit_id uuid not null references visits.visit,
    position int not null,
    called_by text,
    age int,
    primary key (visit_id, position)
);

-- Each change of a visit: what, when, by whom.
create table visits.step (
    id uuid primary key,
    visit_id uuid not null references visits.visit,
    what text not null,
    reason text,
    at timestamptz not null default clock_timestamp(),
    by_actor text not null default current_setting('pobach.actor')
);
create index step_of_visit on visits.step (visit_id, at);

-- Only a success binds a key; both hashes are SHA-256.
create table visits.idempotency (
    key_hash bytea primary key,
    body_hash bytea not null,
    visit_id uuid not null,
    at timestamptz not null default now()
);
create index idempotency_at on visits.idempotency (at);

-- What the desk owes somebody, with a date.
create table visits.task (
    id uuid primary key,
    kind text not null check (kind in ('interpreter', 'wish', 'rush')),
    visit_id uuid references visits.visit,
    person_id uuid references people.person,
    words text,
    consent_text text,
    due date not null,
    made_at timestamptz not null default now(),
    done_at timestamptz,
    done_by text
);
create index task_open on visits.task (due) where done_at is null;

-- Counters of attempts; losing them in a crash harms nobody.
create unlogged table visits.attempt (
    who bytea not null,
    minute timestamptz not null,
    times int not null default 1,
    primary key (who, minute)
);
create index attempt_minute on visits.attempt (minute);
