create schema if not exists journal;

-- Who did what with a child's data, and what for. Ids and words of a list, nothing that somebody typed: nothing to erase.
-- No foreign keys: an entry outlives whomever it tells of.
create table journal.entry (
    id uuid primary key,
    at timestamptz not null default clock_timestamp(),
    written xid8 not null default pg_current_xact_id(),
    actor text not null check (actor ~ '^[a-z]{1,20}(:[A-Za-z0-9-]{1,60})?$'),
    child uuid not null,
    what text not null check (what ~ '^[a-z-]{1,40}$'),
    purpose text not null check (purpose ~ '^[a-z-]{1,40}$'),
    about uuid
);
create index entry_of_child on journal.entry (child, at, id);

-- Add and read. Not when it was: a row can be neither dated back nor slipped in before what is sealed.
revoke all on journal.entry from pobach_app;
grant select on journal.entry to pobach_app;
grant insert (id, actor, child, what, purpose, about) on journal.entry to pobach_app;
