-- The keys begin with what is open, which is little, so that what was kept long ago is never read.
create table promise (
  member_id bigint not null,
  promise_id bigint not null,
  community_id bigint not null,
  person_id bigint not null,
  due_on date not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  about mediumblob null,
  made_on date not null,
  closed_on date null,
  changed_by bigint not null,
  primary key (member_id, promise_id),
  key due (member_id, closed_on, due_on, person_id, promise_id),
  key about_whom (member_id, person_id, closed_on)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_520_ci;
