-- What the desk notes for itself.
alter table visits.task drop constraint task_kind_check;
alter table visits.task add constraint task_kind_check
    check (kind in ('interpreter', 'wish', 'rush', 'call', 'away', 'note'));
