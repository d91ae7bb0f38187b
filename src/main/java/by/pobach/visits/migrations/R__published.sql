-- What figures may read: no code, no note, no need, no child. Made anew whenever this text changes, after all versions; a
-- version that changes a column used here drops the view first.
drop view if exists visits.published_visit;
create view visits.published_visit as
select v.id, v.service_id, v.specialist_id, v.person_id, v.starts_at, v.ends_at, v.state, v.booked_at, v.cancelled_at,
    coalesce((select s.by_actor like 'staff:%' from visits.step s
              where s.visit_id = v.id and s.what = 'cancelled' order by s.at desc limit 1), false) as cancelled_by_staff
from visits.visit v;
comment on view visits.published_visit is
    'Every visit. cancelled_by_staff: whether whoever cancelled it last was signed in as staff.';

-- A look at bookings that came too fast (rush) is promised to nobody.
drop view if exists visits.published_task;
create view visits.published_task as
select t.id, t.kind, t.visit_id, t.person_id, t.made_at, t.due, t.done_at from visits.task t where t.kind <> 'rush';
comment on view visits.published_task is 'What was promised to somebody until a day (due, Centre time).';

revoke all on visits.published_visit, visits.published_task from pobach_app;
grant select on visits.published_visit, visits.published_task to pobach_app;

-- So that a week costs the same after ten years.
create index if not exists visit_cancelled on visits.visit (cancelled_at) where state = 'cancelled';
create index if not exists task_due on visits.task (due);
create index if not exists task_made on visits.task (made_at);
