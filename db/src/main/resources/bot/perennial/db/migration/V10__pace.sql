-- How fast requests leave on one line of a platform, shared by every process; no community's own.
create table pace (
  line varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  next_at datetime(6) not null,
  queued_at datetime(6) not null,
  closed_until datetime(6) not null,
  apart_micros int not null,
  primary key (line)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_520_ci;
