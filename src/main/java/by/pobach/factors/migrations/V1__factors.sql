create schema if not exists factors;

-- The secret of an app (RFC 6238), sealed; pending: shown, and not yet answered with a number.
create table factors.totp (
    staff_id uuid primary key,
    secret bytea,
    pending bytea,
    last_step bigint not null default 0,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);

-- Numbers of a time to come that somebody typed too early: they were said to be good later, so they must not be.
create table factors.burned (
    staff_id uuid not null references factors.totp on delete cascade,
    step bigint not null,
    primary key (staff_id, step)
);

-- Spare codes: a keyed hash of each; a used one goes.
create table factors.spare (
    staff_id uuid not null,
    hash bytea not null,
    primary key (staff_id, hash)
);

-- Passkeys of both hats. Nothing here is a secret: the secret never leaves the device.
create table factors.passkey (
    credential_id bytea primary key,
    owner text not null check (owner ~ '^(staff|person):'),
    attestation bytea not null,
    client_data bytea not null,
    public_key bytea not null,
    transports text not null,
    signatures bigint not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    label text not null check (length(label) between 1 and 100),
    made_at timestamptz not null default now(),
    used_on date,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
create index passkey_of_owner on factors.passkey (owner);

-- A question to a device, good for one answer within five minutes.
create table factors.challenge (
    id uuid primary key,
    bytes bytea not null,
    owner text not null,
    expires_at timestamptz not null
);
