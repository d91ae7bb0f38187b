-- An interpreter may come to the Centre, or interpret by video from wherever they are.
alter table people.staff drop constraint staff_roles_check;
alter table people.staff add constraint staff_roles_check check (
    cardinality(roles) > 0
    and roles <@ array['DIRECTOR', 'COORDINATOR', 'METHODOLOGIST', 'SPECIALIST', 'INTERPRETER', 'VIDEO_INTERPRETER']);
