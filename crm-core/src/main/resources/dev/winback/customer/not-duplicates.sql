-- Nobody of them is another one of them, as many as they are now.
with cleared as (
  delete from duplicate_group where kind = :kind and mark = :mark returning kind, mark, members
)
insert into not_duplicate (kind, mark, members, member_id)
select kind, mark, members, :member from cleared
on conflict (kind, mark) do update set members = excluded.members, member_id = excluded.member_id
