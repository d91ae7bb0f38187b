-- A family whose specialist is away has to be called.
alter table visits.task drop constraint task_kind_check;
alter table visits.task add constraint task_kind_check
    check (kind in ('interpreter', 'wish', 'rush', 'call', 'away'));
create index task_of_visit_away on visits.task (visit_id) where kind = 'away' and done_at is null;
