-- What our people said of a loss and were asked about it; the words only for who may read notes.
select s.id, s.lapse_id as lapse, c.ref, c.display_name as customer, m.name as member, m.login, b.name as asked_by,
       s.asked_at, s.question, case when :notes then s.words end as words, s.said_at
  from statement s
  join customer c on c.id = s.customer_id
  join member m on m.id = s.member_id
  left join member b on b.id = s.asked_by
 where s.lapse_id in (select parts_of(:lapse))
   and s.undone_at is null
 order by s.id desc
