-- Another telling of the same loss; the newest counts.
insert into testimonial (lapse_id, customer_id, state, words, signature, publish_until, member_id, told_at)
select l.id, l.customer_id, :state, :words, :signature, :until, :member, :now
from lapse l
where l.id = :lapse
returning id
