-- Which process does which part of a task that several share, and until when; no community's own.
create table duty (
  task varchar(40) character set ascii collate ascii_bin not null,
  part int not null,
  parts int not null,
  process varchar(40) character set ascii collate ascii_bin not null,
  lease_until datetime(6) not null,
  primary key (task, part)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_520_ci;
