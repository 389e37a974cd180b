-- Where direct messages to a member go, once their platform has told: opening it anew each time is limited.
alter table member
  add column direct_channel varchar(32) character set utf8mb4 collate utf8mb4_bin null;
