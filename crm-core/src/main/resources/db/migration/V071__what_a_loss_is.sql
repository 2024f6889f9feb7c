-- What counts as a loss: late is not lost.

-- The limits in force for a kind of customer: its own, else the general ones, else null (as shipped).
create function limits_in_force(kind text) returns jsonb stable parallel safe language sql return
  coalesce((select c.limits from limits_change c where c.kind = limits_in_force.kind order by c.id desc limit 1),
           (select c.limits from limits_change c where c.kind = '' order by c.id desc limit 1));

-- Days of silence from which a customer of this kind is lost, and from which his silence has its first class. The shipped numbers are those of Limits.DEFAULT
-- (ProfilesTest). Over many customers ask once for each kind.
create function lost_limit(kind text) returns integer stable parallel safe language sql return
  coalesce((limits_in_force(kind) ->> 'lostClass')::integer, 180);
create function first_class(kind text) returns integer stable parallel safe language sql return
  coalesce((limits_in_force(kind) -> 'classes' ->> 0)::integer, 90);

-- The same for the few kinds that may have limits of their own, to be joined to many customers: offset 0, or it would be asked for each of them.
create view limit_of_kind as
  select k.kind, lost_limit(k.kind) as lost_limit, first_class(k.kind) as first_class
    from (select distinct c.kind from limits_change c where c.kind <> '') k
  offset 0;

-- The day of a loss, null while he is only late: the night that found him lost, or the day on which his silence reached the limit if that was before it
-- (the first night finds the losses of years); who is let go, or is late for the second time after we won him back, is lost by that.
create function lost_day(stage text, stage_before text, opened_on date, silent_since date, lost_on date, lost_limit integer, closed_on date)
  returns date immutable parallel safe language sql return
  case when stage not in ('FALSE_ALARM', 'MERGED') then
    least(lost_on, case when lost_on is not null then silent_since + lost_limit end, closed_on,
          case when 'TWICE_LOST' in (stage, stage_before) then opened_on end) end;

-- the limit of his kind, as of the last night
alter table lapse add column lost_limit integer not null default 180;
-- his season, or what a person said of his silence, lets him be silent for longer: then the limit is his own
alter table lapse add column patient boolean not null default false;
alter table lapse add column lost_day date
  generated always as (lost_day(stage, stage_before, opened_on, silent_since, lost_on, lost_limit, closed_on)) stored;
drop index lapse_loss_day;
-- with what a member's losses are counted of
create index lapse_loss_day on lapse (lost_day, customer_id) include (lost_by, inherited, close_kind, owner_key) where lost_day is not null;

-- The tally counts losses and returns of them alone, and the open ones by whether they are late. Counted anew by the next night.
drop index lapse_uncounted;
alter table lapse drop column uncounted;
alter table lapse drop column counted;
alter table lapse add column counted text;
delete from lapse_tally where kind not in ('past-loss', 'past-return');
drop function lapse_counts(text, bpchar, numeric, date, date, date, text, text, boolean, bigint);
drop function tally_of(text);

-- What is counted of a lapse: its stage, the months of its loss and of the return of a loss (years * 12 + months), its currency, what it is worth a year,
-- whether its reason is a guess, the reason, who lost it, the month of its opening, whether it ended because we changed our direction.
create function lapse_counts(stage text, currency bpchar, value_year numeric, opened_on date, lost_day date, returned_on date,
    close_kind text, known_reason text, known_guess boolean, lost_by bigint)
  returns text immutable parallel safe language sql return
  stage
  || '|' || coalesce((extract(year from lost_day) * 12 + extract(month from lost_day))::int::text, '')
  || '|' || case when lost_day is not null and returned_on is not null
                 then (extract(year from returned_on) * 12 + extract(month from returned_on))::int::text else '' end
  || '|' || currency || '|' || value_year || case when known_guess then '|t|' else '|f|' end || coalesce(known_reason, 'unknown')
  || '|' || coalesce(lost_by::text, 'none') || '|' || (extract(year from opened_on) * 12 + extract(month from opened_on))::int
  || case when close_kind = 'direction-changed' then '|t' else '|f' end;

-- The same as rows of the tally. The keys of reasons, members and months of opening begin with stage, direction and guess.
create function tally_of(counts text) returns table (kind text, key text, currency text, month int, n int, money numeric)
  immutable strict parallel safe language sql as $$
  select k.kind, k.key, p[4], k.month, 1, k.money
    from string_to_array(counts, '|') p
   cross join lateral (values
      (case when p[1] in ('LATE', 'LOST', 'DECIDED', 'WORKING') then 'open' end, case p[1] when 'LATE' then 'late' else '' end, 0, p[5]::numeric),
      (case when p[1] in ('RETURNED', 'RESTORED', 'SAFE') then 'won' end, '', 0, 0),
      (case when p[2] <> '' then 'loss' end, '', nullif(p[2], '')::int, p[5]::numeric),
      (case when p[3] <> '' then 'return' end, '', nullif(p[3], '')::int, p[5]::numeric),
      ('reason', concat_ws('|', p[1], p[10], p[6], p[7]), 0, p[5]::numeric),
      ('member', concat_ws('|', p[1], p[10], p[6], p[8]), 0, p[5]::numeric),
      ('month', concat_ws('|', p[1], p[10], p[6], p[9]), 0, p[5]::numeric)) k (kind, key, month, money)
   where k.kind is not null
$$;

alter table lapse add column uncounted boolean not null
  generated always as (counted is distinct from lapse_counts(stage, currency, value_year, opened_on,
                         lost_day(stage, stage_before, opened_on, silent_since, lost_on, lost_limit, closed_on), returned_on, close_kind,
                         known_reason, known_guess, lost_by)) stored;
create index lapse_uncounted on lapse (id) where uncounted;
