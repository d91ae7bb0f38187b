-- What figures may read: what a person has yet to tell somebody; no address, no words. The states are those of the desk's list.
drop view if exists letters.published_untold;
create view letters.published_untold as
select l.about, min(l.posted_at) as since from letters.letter l
where l.state in ('to_tell', 'failed', 'unknown') group by l.about;
comment on view letters.published_untold is 'Each thing about which somebody still has to be told, and since when.';

revoke all on letters.published_untold from pobach_app;
grant select on letters.published_untold to pobach_app;
