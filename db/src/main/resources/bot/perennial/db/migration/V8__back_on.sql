-- Since when a member is back from a pause: what came due meanwhile is spread over two weeks from then.
alter table member
  drop column coming_back,
  add column back_on date null after pace;
