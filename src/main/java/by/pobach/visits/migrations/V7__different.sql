-- What is different this time, in the desk's own words to the family: another entrance, something to bring.
alter table visits.visit add column different text check (length(different) between 1 and 500);
