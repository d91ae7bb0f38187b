create schema if not exists account;

-- Which child a visit is for, said by the family afterwards; at most one child here, since a child’s page opens by it.
create table account.visit_child (
    visit_id uuid primary key references visits.visit,
    child_id uuid not null references families.child,
    at timestamptz not null default now(),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
create index visit_of_child on account.visit_child (child_id);
