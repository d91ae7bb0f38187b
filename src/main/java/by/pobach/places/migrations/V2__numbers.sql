-- Numbers beside the Centre's own: where help is when somebody is in danger, and where one can write in place of calling.
create table places.number (
    position          integer primary key check (position >= 0),
    kind              text not null check (kind in ('danger', 'text')),
    dialled           text not null check (dialled ~ '^\+?[0-9][0-9 ()-]{1,29}$'),
    who_be            text not null,
    who_ru            text not null,
    who_en            text not null,
    by_actor          text not null default current_setting('pobach.actor')
);
