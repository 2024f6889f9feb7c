-- What lets reports over a million losses open at once.

-- The tally of lapses counts them by reason, by who lost them and by month of opening, too; its keys are words split by "|". All lapses
-- are counted anew by the next night, until then each when it is asked.
drop index lapse_uncounted;
alter table lapse drop column uncounted;
-- faster than to empty it
alter table lapse drop column counted;
alter table lapse add column counted text;
delete from lapse_tally where kind in ('open', 'won', 'loss', 'return');
alter table lapse_tally add column key text not null default '';
alter table lapse_tally drop constraint lapse_tally_pkey;
alter table lapse_tally add primary key (kind, key, currency, month);
alter table lapse_tally drop constraint lapse_tally_kind_check;
alter table lapse_tally add check (kind in ('open', 'won', 'loss', 'return', 'past-loss', 'past-return', 'reason', 'member', 'month'));
drop function lapse_counts(text, bpchar, numeric, date, date, date);
drop function tally_of(text);

-- What is counted of a lapse: its stage, the months of its loss and of its return (years * 12 + months; a loss is dated by the 90th day of
-- silence, or by an earlier opening), its currency, what it is worth a year, whether its reason is a guess, the reason, who lost it, the
-- month of its opening, whether it ended because we changed our direction.
create function lapse_counts(stage text, currency bpchar, value_year numeric, opened_on date, silent_since date, returned_on date,
    close_kind text, known_reason text, known_guess boolean, lost_by bigint)
  returns text immutable parallel safe language sql return
  stage
  || '|' || (extract(year from least(opened_on, silent_since + 90)) * 12 + extract(month from least(opened_on, silent_since + 90)))::int
  || '|' || coalesce((extract(year from returned_on) * 12 + extract(month from returned_on))::int::text, '')
  || '|' || currency || '|' || value_year || case when known_guess then '|t|' else '|f|' end || coalesce(known_reason, 'unknown')
  || '|' || coalesce(lost_by::text, 'none') || '|' || (extract(year from opened_on) * 12 + extract(month from opened_on))::int
  || case when close_kind = 'direction-changed' then '|t' else '|f' end;

-- The same as rows of the tally. The keys of reasons, members and months of opening begin with stage, direction and guess.
create function tally_of(counts text) returns table (kind text, key text, currency text, month int, n int, money numeric)
  immutable strict parallel safe language sql as $$
  select k.kind, k.key, p[4], k.month, 1, k.money
    from string_to_array(counts, '|') p
   cross join lateral (values
      (case when p[1] in ('LATE', 'LOST', 'DECIDED', 'WORKING') then 'open' end, '', 0, p[5]::numeric),
      (case when p[1] in ('RETURNED', 'RESTORED', 'SAFE') then 'won' end, '', 0, 0),
      (case when p[1] not in ('FALSE_ALARM', 'MERGED') then 'loss' end, '', p[2]::int, p[5]::numeric),
      (case when p[3] <> '' then 'return' end, '', nullif(p[3], '')::int, p[5]::numeric),
      ('reason', concat_ws('|', p[1], p[10], p[6], p[7]), 0, p[5]::numeric),
      ('member', concat_ws('|', p[1], p[10], p[6], p[8]), 0, p[5]::numeric),
      ('month', concat_ws('|', p[1], p[10], p[6], p[9]), 0, p[5]::numeric)) k (kind, key, month, money)
   where k.kind is not null
$$;

alter table lapse add column uncounted boolean not null
  generated always as (counted is distinct from lapse_counts(stage, currency, value_year, opened_on, silent_since, returned_on, close_kind,
                                                            known_reason, known_guess, lost_by)) stored;
create index lapse_uncounted on lapse (id) where uncounted;

-- Who lost customers, who talked and who came back in a period: the indexes that find the days hold what is counted, so that
-- reports read no losses and calls themselves.
drop index lapse_opened;
create index lapse_opened on lapse (opened_on, id) include (customer_id, stage, lost_by, inherited, close_kind, owner_key);
drop index lapse_returned;
create index lapse_returned on lapse (returned_on, customer_id)
  include (id, number, stage, currency, restored_on, year_on, credit_member, return_purchase_id, owner_key) where returned_on is not null;
drop index lapse_silent;
create index lapse_silent on lapse (silent_since, id) include (customer_id, stage, value_year, currency, owner_key);
drop index call_called;
create index call_called on call (called_at) include (member_id, result, customer_id, undone_at);

-- Reports over everybody that take a large firm seconds, as the night counted them: their rows as they are shown.
create table report_kept (
  report text primary key,
  day    date not null,
  rows   jsonb not null
);

-- Of what a customer's months were made: the night makes only those anew of whom it has changed. Null: not known yet.
alter table buying_months add column mark numeric;
