-- Pictures and downloads of letters (LET-16, LET-20): each was looked into and, where it can be, written anew before it
-- came here. What an address shows never changes, so a name and an address are given once, also to what was removed.
create table letter_file (
  id         bigint generated always as identity primary key,
  -- by which the words of a letter name it
  name       text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- what is read where the picture is not seen; of a download what it is
  words      text not null check (words <> '' and length(words) <= 200),
  kind       text not null check (kind in ('png', 'jpg', 'gif', 'webp', 'pdf')),
  width      integer check (width > 0),
  height     integer check (height > 0),
  content    bytea not null,
  -- hash of the content: nobody finds it who was not given it, and it says nothing about who asks
  address    text not null unique check (address ~ '^[A-Za-z0-9_-]{22}$'),
  added_by   bigint references member,
  added_at   timestamptz not null,
  removed_at timestamptz,
  check ((kind = 'pdf') = (width is null) and (width is null) = (height is null))
);
-- it is compressed by its own kind
alter table letter_file alter column content set storage external;
