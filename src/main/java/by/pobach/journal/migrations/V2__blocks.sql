-- Committed entries, chained: whoever changes, removes, adds or reorders one later breaks the chain (bin/verify-audit).
-- hash = SHA-256 over previous, number, sealed_at, entries, and each entry in order as record_send gives it.
-- The signature (Ed25519, key outside the database) is over the text "pobach journal <number> <hash in hex>".
create table journal.block (
    number bigint primary key,
    previous bytea not null check (length(previous) = 32),
    hash bytea not null check (length(hash) = 32),
    entries int not null check (entries > 0),
    sealed_at timestamptz not null,
    signature bytea not null,
    -- Where the next block goes on, and the server whose transaction numbers these are: a backup may move to another.
    upto xid8 not null,
    upto_id uuid not null,
    server bigint not null
);

-- Which entry lies where. The sum (of the entry alone) names the entry when a block's hash is wrong; it proves nothing.
create table journal.sealed (
    block bigint not null,
    position int not null,
    entry_id uuid not null unique,
    sum bytea not null,
    primary key (block, position)
);

-- The sealer goes on from here, so that its work does not grow with history.
create index entry_written on journal.entry (written, id);

revoke all on journal.block, journal.sealed from pobach_app;
grant select, insert on journal.block, journal.sealed to pobach_app;
