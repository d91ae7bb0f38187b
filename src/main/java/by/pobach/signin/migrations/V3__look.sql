-- How pages look for somebody of the staff, as the cookie of the browser holds it; empty is the house’s own look. It is
-- theirs alone: nobody else is shown it, and no other table has it.
create table signin.look (
    staff_id uuid primary key references people.staff,
    look text not null check (length(look) <= 200),
    by_actor text not null default current_setting('pobach.actor') check (by_actor <> '')
);
