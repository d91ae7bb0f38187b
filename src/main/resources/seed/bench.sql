-- The measuring data set: 40 specialists each with a room of their own, 10 shared rooms, 10 devices, 5 interpreters and
-- 77,200 visits of half an hour, 180 days back and 90 ahead. Run once, by the owner, on an empty database, in one transaction.
-- pobach.bench_scale = 10 makes ten times the visits by going further back. What lies ahead is the same.
--
-- The grid: a day from 9:00 to 18:00 has 18 slots of half an hour. Specialist s on day d would rather work in slot x the
-- smaller rank = (7x + 5s + 11d) mod 18 is; 7 and 18 have no common divisor, so each rank comes once a day. Ranks 0 to 9 make
-- ten visits a day and leave eight slots free; rank 10 fills up, from the earliest day on, to the number wanted.
-- Visits are numbered by day, slot and specialist. At most 40 fall into one slot, so each 8th is one of at most 5 there,
-- each 10th of 4, each 20th of 2: counting shared rooms (10), devices (10) and interpreters (5) in turn, none comes twice.

select set_config('pobach.actor', 'seed:bench', true),
    set_config('synchronous_commit', 'off', true),
    set_config('maintenance_work_mem', '128MB', true),
    set_config('work_mem', '64MB', true);

create function pg_temp.bench(name text) returns uuid language sql immutable
    return md5('bench/' || name)::uuid;

-- An id as UUID version 7 makes it, so that the indexes grow as they would in life.
create function pg_temp.at(made timestamptz, name text) returns uuid language sql immutable
    return (lpad(to_hex((extract(epoch from made) * 1000)::bigint), 12, '0')
        || '7' || substr(md5(name), 1, 3) || '8' || substr(md5(name), 4, 15))::uuid;

insert into places.centre (zone, phones, email, languages,
    name_be, name_ru, name_en, address_be, address_ru, address_en, street_be, street_ru, street_en,
    cost_be, cost_ru, cost_en, getting_here_be, getting_here_ru, getting_here_en)
values ('Europe/Minsk', '{+375 17 000-00-00}', 'centre@pobach.example', '{be,ru,en,sgn-BY}',
    'Цэнтр для вымярэнняў', 'Центр для измерений', 'The measuring Centre',
    'Мінск, вул. Ф. Скарыны, 13', 'Минск, ул. Ф. Скорины, 13', '13 F. Skaryna Street, Minsk',
    'вул. Ф. Скарыны, 13', 'ул. Ф. Скорины, 13', '13 F. Skaryna Street',
    'Бясплатна.', 'Бесплатно.', 'Free of charge.',
    'Уваход з двара.', 'Вход со двора.', 'The entrance is from the yard.');

insert into places.opening (day, opens, closes)
select day, '09:00', '18:00' from generate_series(1, 5) day;

insert into places.room (id, name_be, name_ru, name_en, floor, buffer_minutes)
select pg_temp.bench('own/' || i), 'Кабінет ' || i, 'Кабинет ' || i, 'Room ' || i, i / 10, 0
from generate_series(0, 39) i order by i;
insert into places.room (id, name_be, name_ru, name_en, floor, buffer_minutes)
select pg_temp.bench('shared/' || i), 'Агульная зала ' || i, 'Общий зал ' || i, 'Shared room ' || i, 0, 0
from generate_series(0, 9) i order by i;
insert into places.room_feature (room, feature)
select pg_temp.bench('own/' || i), 'wheelchair' from generate_series(0, 39) i
union all
select pg_temp.bench('shared/' || i), feature
from generate_series(0, 9) i, unnest(array['consult', 'wheelchair', 'quiet']) feature;

insert into people.staff (id, name_be, name_ru, name_en, profession_be, profession_ru, profession_en, roles, languages, email)
select pg_temp.bench('specialist/' || i), 'Спецыяліст ' || i, 'Специалист ' || i, 'Specialist ' || i,
    'настаўнік-дэфектолаг', 'учитель-дефектолог', 'special education teacher',
    '{SPECIALIST}'::text[], '{be,ru}'::text[], 'specialist-' || i || '@pobach.example'
from generate_series(0, 39) i
union all
select pg_temp.bench('interpreter/' || i), 'Перакладчык ' || i, 'Переводчик ' || i, 'Interpreter ' || i,
    'перакладчык жэставай мовы', 'переводчик жестового языка', 'sign language interpreter',
    '{INTERPRETER}'::text[], '{be,ru,sgn-BY}'::text[], 'interpreter-' || i || '@pobach.example'
from generate_series(0, 4) i;

insert into equipment.model (id, kind, name_be, name_ru, name_en, buffer_minutes)
values (pg_temp.bench('model'), 'communicator', 'Камунікатар', 'Коммуникатор', 'Communicator', 0);
insert into equipment.item (id, model, number)
select pg_temp.bench('device/' || i), pg_temp.bench('model'), i + 1 from generate_series(0, 9) i;

insert into diary.resource (id, kind)
select pg_temp.bench('specialist/' || i), 'specialist' from generate_series(0, 39) i
union all select pg_temp.bench('own/' || i), 'room' from generate_series(0, 39) i
union all select pg_temp.bench('shared/' || i), 'room' from generate_series(0, 9) i
union all select pg_temp.bench('device/' || i), 'device' from generate_series(0, 9) i
union all select pg_temp.bench('interpreter/' || i), 'interpreter' from generate_series(0, 4) i;

insert into offers.service (id, position, kind, name, about, minutes, step, barriers, places, bring, room_features, device_kind)
select id, position, kind, jsonb_build_object('be', be, 'ru', ru, 'en', en),
    '{"be": "", "ru": "", "en": ""}'::jsonb, 30, 30,
    '{hear,see,move,speak,learn,together,eat,unknown,refused}'::text[], places, '{"be": "", "ru": "", "en": ""}'::jsonb, features, device
from (values
    ('consultation', 1, 'consultation', 'Кансультацыя', 'Консультация', 'Consultation', '{here,video,phone}'::text[], '{}'::text[], null),
    ('lesson', 2, 'lesson', 'Заняткі ў зале', 'Занятие в зале', 'Lesson in a shared room', '{here}', '{consult}', null),
    ('tryout', 3, 'demonstration', 'Прыклад прылады', 'Показ устройства', 'Device demonstration', '{here}', '{}', 'communicator')
) as service (id, position, kind, be, ru, en, places, features, device);
insert into offers.service_specialist (service_id, staff_id)
select s.id, pg_temp.bench('specialist/' || i) from offers.service s, generate_series(0, 39) i;
insert into offers.usual_room (staff_id, room_id)
select pg_temp.bench('specialist/' || i), pg_temp.bench('own/' || i) from generate_series(0, 39) i;

-- The visits, numbered. Fixed public holidays are left out; Radaunitsa is one day a year and disturbs no measurement.
create temporary table bench_visit on commit drop as
with scale as (
    select coalesce(nullif(current_setting('pobach.bench_scale', true), ''), '1')::int as factor,
        (now() at time zone 'Europe/Minsk')::date as today
), working_day as (
    select day::date, (day::date - date '2000-01-03') as d
    from scale, generate_series(today - 180 - 270 * (factor - 1), today + 89, interval '1 day') day
    where extract(isodow from day) < 6
        and to_char(day, 'MM-DD') not in ('01-01', '01-02', '01-07', '03-08', '05-01', '05-09', '07-03', '11-07', '12-25')
), wanted as (
    select day, slot, specialist, (7 * slot + 5 * specialist + 11 * d) % 18 as rank
    from working_day, generate_series(0, 17) slot, generate_series(0, 39) specialist
), chosen as (
    select day, slot, specialist from wanted where rank <= 11
    order by greatest(rank, 9), day, slot, specialist
    limit (select 77200 * factor from scale)
), timed as (
    select slot, specialist, (day + time '09:00' + slot * interval '30 minutes') at time zone 'Europe/Minsk' as starts_at,
        row_number() over (order by day, slot, specialist) as n
    from chosen
)
select n, starts_at, starts_at + interval '30 minutes' as ends_at,
    least(starts_at, now()) - interval '7 days' as booked_at,
    starts_at < now() - interval '30 days' as erased,
    specialist,
    case when n % 8 = 0 then 'shared/' || n / 8 % 10 else 'own/' || specialist end as room,
    case when n % 10 = 0 then 'device/' || n / 10 % 10 end as device,
    case when n % 20 = 0 then 'interpreter/' || n / 20 % 5 end as interpreter,
    pg_temp.at(least(starts_at, now()) - interval '7 days', 'visit/' || n) as id,
    pg_temp.at(least(starts_at, now()) - interval '7 days', 'person/' || n) as person
from timed;

insert into people.person (id, name, email, language, tell_by, kept_at, erased_at)
select person,
    case when not erased then 'Сям’я ' || n end,
    case when not erased then 'family-' || n || '@pobach.example' end,
    (array['be', 'ru', 'en'])[1 + n % 3],
    case when not erased then 'MAIL' end,
    booked_at,
    case when erased then ends_at + interval '30 days' end
from bench_visit order by n;

insert into visits.visit (id, service_id, place, starts_at, ends_at, specialist_id, room_id, interpreter_id, device_ids, needs,
    person_id, state, token_hash, code, contact_hash, consent_language, booked_at, erased_at)
select id,
    case when device is not null then 'tryout' when n % 8 = 0 then 'lesson' else 'consultation' end,
    'here', starts_at, ends_at, pg_temp.bench('specialist/' || specialist), pg_temp.bench(room),
    case when interpreter is not null then pg_temp.bench(interpreter) end,
    case when device is null then '{}' else array[pg_temp.bench(device)] end,
    case when interpreter is null then '{}' else '{sign-interpreter}'::text[] end,
    person,
    case when ends_at > now() then 'booked' else 'came' end,
    sha256(convert_to('token/' || n, 'UTF8')),
    translate(substr(md5('code/' || n), 1, 8), '0123456789abcdef', 'BCDFGHJKLMNPQRST'),
    sha256(convert_to('contact/' || n, 'UTF8')),
    (array['be', 'ru', 'en'])[1 + n % 3], booked_at,
    case when erased then ends_at + interval '30 days' end
from bench_visit order by n;

insert into visits.step (id, visit_id, what, at)
select pg_temp.at(booked_at, 'step/' || n), id, 'booked', booked_at from bench_visit order by n;

-- The constraint that promises time is built over the holds in one go, which checks every one of them.
create temporary table bench_constraint on commit drop as
select conname, pg_get_constraintdef(oid) as definition from pg_constraint
where conrelid = 'diary.hold'::regclass and contype = 'x';
do $$
declare promise record;
begin
    for promise in select * from bench_constraint loop
        execute format('alter table diary.hold drop constraint %I', promise.conname);
    end loop;
end $$;

insert into diary.hold (id, held_for, kind, resource_id, during)
select pg_temp.at(booked_at, what || n), id, 'visit', pg_temp.bench(what), tstzrange(starts_at, ends_at)
from bench_visit, unnest(array['specialist/' || specialist, room, device, interpreter]) what
where what is not null order by n;

do $$
declare promise record;
begin
    for promise in select * from bench_constraint loop
        execute format('alter table diary.hold add constraint %I %s', promise.conname, promise.definition);
    end loop;
end $$;

analyze;
