create schema if not exists signin;

create table signin.password (
    staff_id uuid primary key,
    hash text not null,
    changed_at timestamptz not null default now(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);

-- Wrong guesses of the running window, counted before the password is looked at and given back when it was right.
-- subject: hash of an account, of an address, or of both together; no address is kept in clear.
create table signin.guesses (
    subject bytea primary key,
    counted int not null,
    since timestamptz not null
);
create index guesses_since on signin.guesses (since);

-- Addresses from which an account was signed in before: a stranger's guessing does not lock these out.
create table signin.familiar (
    subject bytea primary key,
    last_at timestamptz not null
);

-- One link for the first administrator of a new installation; only its hash is kept.
create table signin.set_up_link (
    hash bytea primary key,
    expires_at timestamptz not null
);

-- The tables of Spring Session, under our schema.
create table signin.session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index session_expiry on signin.session (expiry_time);
create index session_principal on signin.session (principal_name);

create table signin.session_attributes (
    session_primary_id char(36) not null references signin.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
