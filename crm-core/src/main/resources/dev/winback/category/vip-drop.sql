-- Who is no VIP of the month any more: a late fact put others before him.
delete from vip_member v
where v.month = :month and not exists (select from settled_vip s where s.customer_id = v.customer_id)
