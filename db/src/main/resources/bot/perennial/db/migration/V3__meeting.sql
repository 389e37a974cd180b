create table meeting (
  member_id bigint not null,
  meeting_id bigint not null,
  community_id bigint not null,
  person_id bigint not null,
  met_on date not null,
  how varchar(16) character set ascii collate ascii_bin null,
  place blob null,
  note mediumblob null,
  they_helped boolean not null,
  helped_them boolean not null,
  logged_at datetime(3) not null,
  log_id bigint not null,
  changed_by bigint not null,
  primary key (member_id, meeting_id),
  key met (member_id, person_id, met_on, logged_at, meeting_id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_520_ci;
