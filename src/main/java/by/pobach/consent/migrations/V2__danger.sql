-- A child's page opened because of a danger, by somebody whose work the child was not. Never changed; the reason is sealed under
-- the child's key. Row-level security does not stand around these: whoever looks at an opening afterwards does not see the child.
create table consent.opening (
    id uuid primary key,
    child_id uuid not null references families.child,
    staff_id uuid not null references people.staff,
    reason bytea not null,
    from_home boolean not null,
    at timestamptz not null default clock_timestamp(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
create index opening_of_child on consent.opening (child_id) where from_home;

-- Looked at afterwards, by an officer who did not open it.
create table consent.review (
    opening_id uuid primary key references consent.opening,
    words bytea not null,
    at timestamptz not null default clock_timestamp(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);

-- When a family hears of an opening whose danger may come from home, and why then. The newest counts.
create table consent.telling (
    id uuid primary key,
    opening_id uuid not null references consent.opening,
    tell_at timestamptz not null,
    reason bytea not null,
    at timestamptz not null default clock_timestamp(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
create index telling_of_opening on consent.telling (opening_id, id desc);

revoke all on consent.opening, consent.review, consent.telling from pobach_app;
grant select, insert on consent.opening, consent.review, consent.telling to pobach_app;
