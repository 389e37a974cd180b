-- What was done once, the answer it got, and what was there before; the last two for a day only.
create table gesture (
  member_id bigint not null,
  gesture_id bigint not null,
  community_id bigint not null,
  request binary(16) not null,
  made_at datetime(3) not null,
  kept_until datetime(3) not null,
  undone boolean not null,
  answer mediumblob null,
  previous mediumtext null,
  primary key (member_id, gesture_id),
  unique key request (member_id, request),
  key kept (kept_until)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_520_ci;
