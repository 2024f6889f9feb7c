-- Alarms, the newest first, keyset-paged by number; the loss is that of the alarm, else the open one of the customer.
select a.id, a.fact, a.raised_at, c.ref, c.display_name as customer,
       coalesce(a.lapse_id, (select l.id from lapse l where l.customer_id = c.id
                               and l.stage in (/*open stages*/))) as lapse,
       a.severity, a.satisfaction,
       case when :notes then coalesce((select k.text from complaint k where a.fact = 'complaint' and k.customer_id = a.customer_id and k.id = a.fact_id),
                                      (select string_agg(s.answer, chr(10) order by s.question_id) from survey_answer s
                                         join survey_question q on q.id = s.question_id
                                        where a.fact = 'answer' and s.invitation_id = a.fact_id and q.kind in ('words', 'wish', 'text')),
                                      (select coalesce(f.words, f.wish) from finding f where f.lapse_id = a.lapse_id and f.current)) end as words,
       (select m.name from member m where m.id = c.owner_id) as owner,
       (select m.name from lapse l join member m on m.id = l.assignee
         where l.customer_id = c.id and l.stage in (/*open stages*/)) as assignee,
       array (select m.name from alarm_seen s join member m on m.id = s.member_id where s.alarm_id = a.id order by s.seen_at, m.id) as seen_by,
       array (select s.seen_at from alarm_seen s join member m on m.id = s.member_id where s.alarm_id = a.id order by s.seen_at, m.id) as seen_at,
       exists (select from alarm_seen s where s.alarm_id = a.id and s.member_id = :member) as seen,
       a.taken_back_at, a.note
/*where*/
  and a.id < :before
order by a.id desc
limit :limit
