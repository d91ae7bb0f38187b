-- The house before its modules: what every schema relies on.
-- "during" of two holds may not overlap for one resource: an exclusion constraint over uuid and tstzrange needs this.
create extension if not exists btree_gist schema public;

-- Whatever the owner makes from now on, in any schema, the pool's role may use and never own.
alter default privileges grant usage on schemas to pobach_app;
alter default privileges grant select, insert, update, delete on tables to pobach_app;
alter default privileges grant usage, select, update on sequences to pobach_app;
alter default privileges grant execute on functions to pobach_app;
alter default privileges grant usage on types to pobach_app;

-- The clock work: each job runs on one node at a time (table of db-scheduler 16).
create schema jobs;
create table jobs.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on jobs.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on jobs.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on jobs.scheduled_tasks (priority desc, execution_time asc);
