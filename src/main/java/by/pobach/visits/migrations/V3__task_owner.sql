-- Who has taken a task. Whose owner has left is everybody's again: the desk asks who is here now.
alter table visits.task add column owner_id uuid references people.staff;
alter table visits.task drop constraint task_kind_check;
alter table visits.task add constraint task_kind_check check (kind in ('interpreter', 'wish', 'rush', 'call'));

create index visit_of_person on visits.visit (person_id);
