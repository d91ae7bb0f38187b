-- Who left both an address and a number finds the visit by either. The second is the number; limits go by the first alone.
alter table visits.visit add column other_contact_hash bytea;
create index visit_other_contact on visits.visit (other_contact_hash, starts_at) where other_contact_hash is not null;
