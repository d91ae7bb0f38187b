-- When working hours, special days or absences last changed, for the sweep: a node whose notification was lost reads them
-- again. One row, since they change a few times a day; a trigger, so that no way of changing them can forget it.
create table diary.openings_change (
    only_row boolean primary key default true check (only_row),
    changed  xid8 not null default pg_current_xact_id()
);
insert into diary.openings_change default values;

create function diary.note_openings_change() returns trigger language plpgsql as $$
begin
    update diary.openings_change set changed = pg_current_xact_id();
    return null;
end
$$;

create trigger shift_changed after insert or update or delete on diary.shift
    for each statement execute function diary.note_openings_change();
create trigger special_day_changed after insert or update or delete on diary.special_day
    for each statement execute function diary.note_openings_change();
create trigger absence_changed after insert or update or delete on diary.absence
    for each statement execute function diary.note_openings_change();
