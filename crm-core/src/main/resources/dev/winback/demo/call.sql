-- A call of the past to a customer whose lapse is open: by somebody who has not lost him, or by who has.
insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, result, reached, agreed, note, lapse_id)
select c.id, 'winback', 'demo-call-' || c.ref || '-' || cast(:at as timestamptz)::date, :at, 'phone', 'out',
       case when :byLoser and l.lost_by is not null then l.lost_by
            else (select m.id from member m where m.role = 'REP' and m.id is distinct from l.lost_by order by (m.id + l.id) % 2 limit 1) end,
       case when :reached then 'thinking' else 'not_there' end, :reached, false, :note, l.id
  from customer c join lapse l on l.customer_id = c.id and l.stage in (/*open stages*/)
 where c.ref = :ref
