-- The absence never was: who took it back, and when. Its case lasts until everybody knows, over no time at all.
alter table cover.absence add column taken_back_at timestamptz;
alter table cover.absence add column taken_back_by text;
alter table cover.absence add constraint taken_back_by_somebody
    check ((taken_back_at is null) = (taken_back_by is null));
