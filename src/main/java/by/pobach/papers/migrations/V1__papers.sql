create schema if not exists papers;

-- The last number given out in a year. Its row is locked while a number is given, so numbers have no gaps.
create table papers.numbering (
    year int primary key,
    last int not null
);

-- One certificate a visit, however often it is printed. No name: that stands on the paper only.
create table papers.paper (
    visit_id uuid primary key references visits.visit,
    year int not null,
    number int not null,
    issued_at timestamptz not null,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    unique (year, number)
);

-- Failed questions about a paper, per address (a keyed hash) and minute; losing them in a crash harms nobody.
create unlogged table papers.attempt (
    who bytea not null,
    minute timestamptz not null,
    times int not null default 1,
    primary key (who, minute)
);
