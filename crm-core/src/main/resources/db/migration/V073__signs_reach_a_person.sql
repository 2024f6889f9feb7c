-- DET-15, DET-16: a sign that means no loss yet is a contact with a customer who is not lost; its mark is the kind of the signal, and
-- gets the day on which the signal was gone, so that the same kind may ring again when it comes anew.
alter table good_contact drop constraint good_contact_kind_check;
alter table good_contact add constraint good_contact_kind_check check (kind in ('sign', 'vip', 'birthday', 'occasion'));
-- what the contact is for, as whoever makes it puts it; null: the words of its kind
alter table good_contact add column aim text check (length(aim) between 1 and 500);
-- calls that found nobody
alter table good_contact add column tried integer not null default 0;

-- CAL-32: the VIPs to whom nobody has talked or written in the month of the day, and whom nobody has left out of it; a call that found nobody
-- was no talk. Who is lost is worked on as a loss, whom we let go is left alone. By who owns them, null: nobody.
create function vip_waiting(day date, zone text) returns table (customer_id bigint, owner_id bigint) language sql stable
as $$
  select c.id, c.owner_id
  from customer_category k
  join customer c on c.id = k.customer_id and c.status = 'active' and c.erased_at is null and c.merged_into is null
  where k.vip
    and not exists (select from lapse l where l.customer_id = c.id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING'))
    and not exists (select from contact t where t.customer_id = c.id
                      and (t.reached or t.direction = 'in' or t.channel <> 'phone')
                      and t.contacted_at >= date_trunc('month', day::timestamp) at time zone zone)
    and not exists (select from letter t where t.customer_id = c.id
                      and t.sent_at >= date_trunc('month', day::timestamp) at time zone zone)
    and not exists (select from good_contact g where g.customer_id = c.id and g.kind = 'vip' and g.state <> 'open'
                      and g.mark = to_char(day, 'YYYY-MM'))
    -- a sign that was talked about or left out was his call of the month
    and not exists (select from good_contact g where g.customer_id = c.id and g.kind = 'sign' and g.state <> 'open'
                      and g.closed_at >= date_trunc('month', day::timestamp) at time zone zone)
    and not exists (select from let_go(zone) t (customer_id) where t.customer_id = c.id)
$$;

-- How many of them wait for each owner (0: nobody), as of the last night: a page does not look at each VIP.
create table vip_owed (
  owner_key bigint primary key,
  waiting   bigint not null
);
