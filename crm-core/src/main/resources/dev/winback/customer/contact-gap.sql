-- How many customers there are and how many of them neither a call nor a letter reaches: no telephone number, no address that any relay takes,
-- and nobody at them who has one (as `unreachable` in stale-contact.sql). Everybody is read (0.3 s at a million), so it is counted by the night and
-- at the end of a large load, and pages read what was kept.
insert into report_kept as r (report, day, rows)
select 'contact-gap', :day, jsonb_build_array(jsonb_build_object('customers', count(*), 'unreachable', count(*) filter (where
         nullif(trim(c.phone), '') is null and not sendable(c.email)
         and not exists (select from person p
                          where p.customer_id = c.id and p.left_on is null
                            and (nullif(trim(p.phone), '') is not null or sendable(p.email))))))
  from customer c
 where c.status = 'active' and c.erased_at is null and c.merged_into is null
on conflict (report) do update set day = excluded.day, rows = excluded.rows
 where (r.day, r.rows) is distinct from (excluded.day, excluded.rows)
