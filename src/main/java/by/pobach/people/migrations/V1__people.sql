-- Who is here: those who work at the Centre, and the person who books. No child's record lives here.
create schema if not exists people;

create table people.staff (
    id                uuid primary key,
    name_be           text not null,
    name_ru           text not null,
    name_en           text not null,
    profession_be     text not null,
    profession_ru     text not null,
    profession_en     text not null,
    roles             text[] not null check (
        cardinality(roles) > 0
        and roles <@ array['DIRECTOR', 'COORDINATOR', 'METHODOLOGIST', 'SPECIALIST', 'INTERPRETER']),
    languages         text[] not null,
    email             text not null,
    employed_until    timestamptz,
    by_actor          text not null default current_setting('pobach.actor')
);
create unique index staff_email on people.staff (lower(email));

create table people.person (
    id                uuid primary key,
    name              text check (length(name) between 1 and 200),
    email             text check (length(email) <= 254),
    phone             text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
    language          text not null check (language in ('be', 'ru', 'en')),
    tell_by           text check (tell_by in ('MAIL', 'SMS', 'CALL')),
    kept_at           timestamptz not null default now(),
    erased_at         timestamptz,
    by_actor          text not null default current_setting('pobach.actor'),
    -- Known: a name, a way to be told and at least one contact. Erased: none of them.
    check (case when erased_at is null
        then name is not null and tell_by is not null and (email is not null or phone is not null)
        else name is null and tell_by is null and email is null and phone is null end)
);
