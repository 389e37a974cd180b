-- The communities in which one account keeps a notebook are looked up without naming one; what names one is found as before.
alter table member
  drop key account,
  add unique key account (platform, account, workspace);
