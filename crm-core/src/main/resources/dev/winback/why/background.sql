-- The step as it stands, with who did it.
select b.id, b.purchases, b.staff, b.complaints, b.done, b.note, m.name as member, b.looked_at
  from background_of(:lapse) b
  join member m on m.id = b.member_id
