-- A service may be prepared before families see it; retired_at is the instant from which they no longer do.
alter table offers.service add shown_from timestamptz;
