-- What figures may read: when somebody ought to work. Times of day are the Centre's.
drop view if exists diary.published_shift;
create view diary.published_shift as
select resource_id, weekday, starts, ends, lower(valid) as valid_from, upper(valid) as valid_to from diary.shift;
comment on view diary.published_shift is 'Weekly hours; valid_to is excluded. A resource without any follows the Centre.';

drop view if exists diary.published_special_day;
create view diary.published_special_day as select resource_id, day, starts, ends from diary.special_day;
comment on view diary.published_special_day is 'These hours on that date instead; a row without hours means none.';

drop view if exists diary.published_absence;
create view diary.published_absence as select resource_id, during from diary.absence;
comment on view diary.published_absence is 'When somebody is away.';

revoke all on diary.published_shift, diary.published_special_day, diary.published_absence from pobach_app;
grant select on diary.published_shift, diary.published_special_day, diary.published_absence to pobach_app;

create index if not exists special_day_day on diary.special_day (day);
create index if not exists absence_during on diary.absence using gist (during);
