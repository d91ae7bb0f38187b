-- By which contact a person who has an account is known. Only a keyed hash: the contact itself is the person's.
create table people.account (
    contact_hash bytea primary key,
    person_id uuid not null references people.person,
    opened_at timestamptz not null default now(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
create index account_of_person on people.account (person_id);
