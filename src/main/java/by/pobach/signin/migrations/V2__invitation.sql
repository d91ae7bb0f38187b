-- One link for somebody of the staff to set the own password; only its hash is kept, a new one ends the older.
create table signin.invitation (
    staff_id uuid primary key,
    hash bytea not null unique,
    expires_at timestamptz not null,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
