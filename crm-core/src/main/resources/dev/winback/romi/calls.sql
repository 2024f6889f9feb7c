-- Calls that were made and not taken back.
select k.id, (k.called_at at time zone :zone)::date as day, k.lapse_id as lapse, cast(null as text) as kind, cast(:call as numeric) as amount
  from call k
 where k.undone_at is null
   and k.called_at >= cast(:from as date)::timestamp at time zone :zone and k.called_at < (cast(:to as date) + 1)::timestamp at time zone :zone
