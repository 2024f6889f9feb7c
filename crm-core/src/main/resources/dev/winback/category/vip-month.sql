-- The head of a month; the same night again writes nothing. What a list says is left alone where it is not made anew.
insert into vip_month as v
  (month, complete, setting_id, currency, payers, vips, bills, paid, used, vip_bills, vip_paid, vip_used, members_hash,
   listed, joined, dropped, moves_hash, settled_on)
values (:month, :complete, :setting, :currency, :payers, :vips, :bills, :paid, :used, :vip_bills, :vip_paid, :vip_used,
        :members_hash, :listed, :joined, :dropped, :moves_hash, :day)
on conflict (month) do update
set complete = excluded.complete, setting_id = excluded.setting_id, currency = excluded.currency,
    payers = excluded.payers, vips = excluded.vips, bills = excluded.bills, paid = excluded.paid, used = excluded.used,
    vip_bills = excluded.vip_bills, vip_paid = excluded.vip_paid, vip_used = excluded.vip_used,
    members_hash = excluded.members_hash, settled_on = excluded.settled_on,
    listed = coalesce(excluded.listed, v.listed), joined = coalesce(excluded.joined, v.joined),
    dropped = coalesce(excluded.dropped, v.dropped), moves_hash = coalesce(excluded.moves_hash, v.moves_hash)
where (v.complete, v.setting_id, v.currency, v.payers, v.vips, v.bills, v.paid, v.used, v.members_hash,
       v.listed, v.moves_hash)
      is distinct from
      (excluded.complete, excluded.setting_id, excluded.currency, excluded.payers, excluded.vips, excluded.bills,
       excluded.paid, excluded.used, excluded.members_hash,
       coalesce(excluded.listed, v.listed), coalesce(excluded.moves_hash, v.moves_hash))
