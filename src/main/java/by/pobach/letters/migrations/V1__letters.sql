create schema if not exists letters;

-- One row for each thing said to somebody. States:
--   waiting  -> sending -> sent      by mail
--                       -> failed    the mail server refused for good: a person has to tell it
--                       -> unknown   the house fell down in the middle, and saying it twice would be worse
--   shown                            kept for the outbox page of an example installation
--   to_tell  -> told                 by a person, by phone or text message
--   withdrawn                        erased before anybody sent or said it
create table letters.letter (
    id uuid primary key,
    about uuid not null,
    revision int not null,
    kind text not null,
    channel text not null check (channel in ('MAIL', 'DESK')),
    recipient text,
    language text not null,
    subject text,
    words text,
    html text,
    ics text,
    ics_method text,
    message_id text not null,
    state text not null
        check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown', 'shown', 'to_tell', 'told', 'withdrawn')),
    posted_at timestamptz not null default now(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    due_at timestamptz not null default now(),
    sending_at timestamptz,
    attempts int not null default 0,
    repeatable boolean not null,
    problem text,
    done_at timestamptz,
    told_by text,
    unique (about, revision, kind, channel)
);

-- Each question asks an index that holds only what is still open, so a year of letters costs nothing.
create index letter_waiting on letters.letter (due_at) where state = 'waiting';
create index letter_sending on letters.letter (sending_at) where state = 'sending';
create index letter_to_tell on letters.letter (posted_at) where state in ('to_tell', 'failed', 'unknown');
create index letter_to_blank on letters.letter (posted_at) where recipient is not null;
-- Rows are rewritten two or three times in their first second: leave room for that beside them.
alter table letters.letter set (fillfactor = 80);
