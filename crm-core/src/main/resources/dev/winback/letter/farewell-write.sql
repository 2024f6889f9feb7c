-- One farewell for each lapse that ended for good and whose customer may still be written to: never for one who forbade it,
-- whom we refuse, or who is gone. The unique key makes a second run write nothing. It does not leave as long as the no can be taken back.
insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, next_attempt_at)
select l.id, l.customer_id, r.number, 'PLANNED', 0, r.template_id, :day, clock_timestamp() + make_interval(secs => :wait)
  from lapse l
  join customer c on c.id = l.customer_id
  join rung r on r.number = /*rung FAREWELL*/
 where l.id = any (:lapses::bigint[]) and l.stage in ('NOT_WANTED', 'REFUSED') and c.status = 'active' and r.mode <> 'off'
   and (:asked or l.close_kind is null)
 order by l.id
on conflict do nothing
returning id
