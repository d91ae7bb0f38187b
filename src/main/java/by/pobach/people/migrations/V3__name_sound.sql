-- The words of a person's name as they sound (NameSound), so that the desk finds Елена by Алена. They hold nothing that the
-- name does not, and go with it. A change of NameSound empties this table: the house fills it again when it starts.
create table people.name_word (
    person_id uuid not null references people.person on delete cascade,
    word text collate "C" not null check (word ~ '^[a-z0-9]{1,60}$'),
    primary key (word, person_id)
);
create index name_word_of_person on people.name_word (person_id);

-- The last four digits are looked up in the number itself: no second copy of it is kept.
create index person_phone_end on people.person (right(phone, 4)) where phone is not null;
