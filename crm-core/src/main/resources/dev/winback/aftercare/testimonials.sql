-- One line for each, told last first.
select t.id, t.lapse_id as lapse, c.ref, c.display_name as name, c.city, t.state, t.words, t.signature, t.publish_until,
       p.published, m.name as member, t.told_at
/*where*/
  and t.id < :before
order by t.id desc
limit :limit
