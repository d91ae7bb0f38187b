create schema if not exists families;

-- A child, or a young person. How the child is called is sealed under a key of the child's own. The month of birth is asked for
-- one reason only: from when a young person decides.
create table families.child (
    id uuid primary key,
    called_by bytea,
    born date check (extract(day from born) = 1),
    made_at timestamptz not null default now(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    died_at timestamptz,
    erased_at timestamptz,
    check (case when erased_at is null then called_by is not null else called_by is null and born is null end)
);

-- Who stands beside a child, from when until when, and what that opens. Never changed, only ended: a change is a new row.
create table families.bond (
    id uuid primary key,
    child_id uuid not null references families.child,
    person_id uuid not null references people.person,
    kind text not null check (kind in (
        'parent', 'foster-parent', 'legal-representative', 'institution', 'self', 'supporter', 'teacher')),
    opens text not null check (opens in ('nothing', 'times', 'all')),
    since timestamptz not null default now(),
    until timestamptz,
    ended_at timestamptz,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    check (until > since)
);
create unique index one_bond_at_a_time on families.bond (child_id, person_id) where ended_at is null;
create index bond_of_person on families.bond (person_id, child_id) where ended_at is null;

-- A court's order or a stated danger: whatever else is said, it opens nothing. Nobody learns of it by what we show.
create table families.bar (
    id uuid primary key,
    child_id uuid not null references families.child,
    person_id uuid not null references people.person,
    why text not null check (why in ('court', 'danger')),
    since timestamptz not null default now(),
    lifted_at timestamptz,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
create index bar_of_person on families.bar (person_id, child_id) where lifted_at is null;

-- Whose work a child is, for a time that ends by itself.
create table families.assignment (
    id uuid primary key,
    child_id uuid not null references families.child,
    staff_id uuid not null references people.staff,
    why text not null check (why in ('visit', 'coordination', 'danger')),
    about uuid,
    since timestamptz not null default now(),
    until timestamptz not null,
    ended_at timestamptz,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    check (until > since)
);
create index assignment_of_staff on families.assignment (staff_id, child_id, until) where ended_at is null;
create index assignment_of_child on families.assignment (child_id, since);

-- Somebody of the staff whose own relative the child is: as staff they open nothing, as a parent they keep every right.
create table families.relative (
    staff_id uuid not null references people.staff,
    child_id uuid not null references families.child,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    at timestamptz not null default now(),
    primary key (staff_id, child_id)
);

-- Two guardians do not agree: nothing new leaves the house until it is settled. Help already agreed goes on.
create table families.disagreement (
    id uuid primary key,
    child_id uuid not null references families.child,
    since timestamptz not null default now(),
    ended_at timestamptz,
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
create unique index one_disagreement_at_a_time on families.disagreement (child_id) where ended_at is null;

-- What the family told us once; the newest row of a part counts. The words are sealed under the child's key.
create table families.told (
    id uuid primary key,
    child_id uuid not null references families.child,
    part text not null check (part in ('story', 'likes', 'yes', 'no', 'stop', 'help', 'helps')),
    words bytea not null,
    at timestamptz not null default now(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
create index told_newest on families.told (child_id, part, id desc);

-- What a visit must have so that the child can take part. The search for a time goes by it.
create table families.need (
    child_id uuid not null references families.child,
    need text not null check (need ~ '^[a-z-]{1,40}$'),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> ''),
    primary key (child_id, need)
);

-- What is known of an actor (staff:…, person:…) and a child at this moment. It runs as the owner, so that the answer does not
-- hang on what the asker may see, and it says nothing but what the question decides.
create function families.facts(asker text, of_child uuid)
    returns table (known boolean, barred boolean, relative boolean, kind text, opens text, assigned text, decides boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select
        exists (select from families.child c where c.id = of_child and c.erased_at is null),
        exists (select from families.bar b
            where b.child_id = of_child and 'person:' || b.person_id = asker and b.lifted_at is null),
        exists (select from families.relative r where r.child_id = of_child and 'staff:' || r.staff_id = asker),
        bond.kind,
        bond.opens,
        (select a.why from families.assignment a
            where a.child_id = of_child and 'staff:' || a.staff_id = asker
                and a.since <= now() and a.until > now() and a.ended_at is null
            order by a.why = 'danger' limit 1),
        exists (select from families.bond own
            where own.child_id = of_child and own.kind = 'self' and own.ended_at is null)
    from (select) as one
    left join families.bond bond on bond.child_id = of_child and 'person:' || bond.person_id = asker
        and bond.since <= now() and bond.ended_at is null and (bond.until is null or bond.until > now())
$$;

-- The second wall. Whom a transaction that forgot to ask would show a child’s rows: those whom the question would let in at all.
-- Jobs of the house (retention, keys) see all; without an actor nobody sees anything.
create function families.sees(of_child uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select current_setting('pobach.actor', true) like 'job:%' or exists (
        select from families.facts(current_setting('pobach.actor', true), of_child) f
        where f.known and not f.barred and not f.relative
            and (f.assigned is not null or coalesce(f.opens, 'nothing') <> 'nothing'))
$$;

alter table families.child enable row level security;
create policy child_is_added on families.child for insert with check (true);
create policy child_is_seen on families.child for select using (families.sees(id));
create policy child_is_changed on families.child for update using (families.sees(id));

alter table families.told enable row level security;
create policy told_is_seen on families.told using (families.sees(child_id));

alter table families.need enable row level security;
create policy need_is_seen on families.need using (families.sees(child_id));

-- Whose children somebody may see, from the side of the relation: a count over all children would ask for each of them.
create function families.mine(asker text) returns setof uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select b.child_id from families.bond b
    where asker like 'person:%' and b.person_id = nullif(substr(asker, 8), '')::uuid and b.opens <> 'nothing'
        and b.since <= now() and b.ended_at is null and (b.until is null or b.until > now())
        and not exists (select from families.bar
            where bar.child_id = b.child_id and bar.person_id = b.person_id and bar.lifted_at is null)
    union
    select a.child_id from families.assignment a
    where asker like 'staff:%' and a.staff_id = nullif(substr(asker, 7), '')::uuid
        and a.since <= now() and a.until > now() and a.ended_at is null
        and not exists (select from families.relative r where r.child_id = a.child_id and r.staff_id = a.staff_id)
$$;
