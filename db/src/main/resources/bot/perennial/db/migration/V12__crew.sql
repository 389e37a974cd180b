-- The processes that are there to share a task, and until when; no community's own.
create table crew (
  task varchar(40) character set ascii collate ascii_bin not null,
  process varchar(40) character set ascii collate ascii_bin not null,
  present_until datetime(6) not null,
  primary key (task, process)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_520_ci;
