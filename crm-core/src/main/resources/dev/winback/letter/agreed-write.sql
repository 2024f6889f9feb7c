-- The words of a confirmation in the name of who writes it, or that nobody needs it, which leaves the words as they are.
insert into confirmation (call_id, lapse_id, customer_id, member_id, subject, body, written_at, dropped_at)
select k.id, k.lapse_id, k.customer_id, :member, :subject, :body, :now, case when :dropped then :now::timestamptz end
  from call k
 where k.id = :call
on conflict (call_id) do update
  set subject = case when :dropped then confirmation.subject else excluded.subject end,
      body = case when :dropped then confirmation.body else excluded.body end,
      member_id = excluded.member_id, written_at = excluded.written_at, dropped_at = excluded.dropped_at
