create schema if not exists consent;

-- What somebody agreed to, for one purpose and one recipient. Never changed: the app may add and read. The words are sealed under
-- the child's key; the index finds the same recipient again and says nothing else.
create table consent.consent (
    id uuid primary key,
    child_id uuid not null references families.child,
    purpose text not null check (purpose in ('referral', 'sharing', 'photo', 'story', 'study')),
    what bytea not null,
    recipient bytea not null,
    recipient_index bytea not null check (length(recipient_index) = 32),
    since timestamptz not null,
    until timestamptz not null,
    given_by uuid not null references people.person,
    bond text not null,
    assent text not null check (assent in ('yes', 'not-asked', 'no')),
    because bytea,
    text_version text not null check (text_version ~ '^[0-9]{4}-[0-9]{2}$'),
    language text not null check (language in ('be', 'ru', 'en')),
    paper_signed date,
    paper_taken_by uuid references people.staff,
    paper_scan uuid,
    at timestamptz not null default clock_timestamp(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    check (until > since),
    check ((assent = 'not-asked') = (because is not null)),
    check ((paper_signed is null) = (paper_taken_by is null) and (paper_scan is null or paper_signed is not null))
);
create index consent_of_child on consent.consent (child_id, purpose, recipient_index, id desc);

-- Taken back, once.
create table consent.withdrawal (
    consent_id uuid primary key references consent.consent,
    at timestamptz not null default clock_timestamp(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);

-- Each time something was done on the strength of a consent: what can no longer be called back.
create table consent.used (
    id uuid primary key,
    consent_id uuid not null references consent.consent,
    at timestamptz not null default clock_timestamp(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
create index used_of_consent on consent.used (consent_id, at);

revoke all on consent.consent, consent.withdrawal, consent.used from pobach_app;
grant select, insert on consent.consent, consent.withdrawal, consent.used to pobach_app;

-- The second wall, as around the child's other rows.
alter table consent.consent enable row level security;
create policy consent_is_seen on consent.consent using (families.sees(child_id));
