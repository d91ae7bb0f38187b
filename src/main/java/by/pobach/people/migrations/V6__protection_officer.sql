-- Whoever looks afterwards at each child's page that was opened in danger.
alter table people.staff drop constraint staff_roles_check;
alter table people.staff add constraint staff_roles_check check (
    cardinality(roles) > 0
    and roles <@ array['DIRECTOR', 'COORDINATOR', 'METHODOLOGIST', 'SPECIALIST', 'INTERPRETER', 'VIDEO_INTERPRETER',
        'PROTECTION_OFFICER']);
