-- What was planned for a lapse ends with it (house.md, "A purchase arrives"), and so does what another record of the same
-- customer brought along. A thank-you stays when the lapse returned: the customer ordered, and nobody has thanked him yet. What
-- was promised to a customer is kept also when his loss became part of another one that is open, by who works on that one.
with ended as (
  select t.id, promised_kind(t.kind) and coalesce(w.stage in (/*open stages*/), false) as kept,
         w.assignee as heir
    from task t
    join lapse l on l.id = t.lapse_id
    left join lapse w on w.id = l.merged_with
   where (l.id in (:lapses) or l.merged_with in (:lapses))
     and t.state = 'open'
     and not (t.kind = 'thank_you' and coalesce(w.stage, l.stage) = 'RETURNED')
)
update task t
   set state = case when e.kept then t.state else 'cancelled' end,
       closed_at = case when e.kept then null else :now::timestamptz end,
       ended_with_lapse = not e.kept,
       member_before = case when e.kept and e.heir <> t.member_id then t.member_id else t.member_before end,
       member_id = case when e.kept then coalesce(e.heir, t.member_id) else t.member_id end,
       version = t.version + 1
  from ended e
 where t.id = e.id and not (e.kept and coalesce(e.heir, t.member_id) = t.member_id)
