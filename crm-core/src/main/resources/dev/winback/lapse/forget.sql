-- The person of these lapses is erased: reasons stay where they are a code that reports count, words of people go.
with words as (
  update lapse_event e
     set detail = case when e.detail ->> 'reason' ~ '^[a-z]+([_-][a-z]+)*$' then e.detail else e.detail - 'reason' end
                  - 'was_override'
    from lapse l
   where l.customer_id = :customer and e.lapse_id = l.id
     and (e.detail ->> 'reason' !~ '^[a-z]+([_-][a-z]+)*$' or e.detail -> 'was_override' is not null)
), merged as (
  -- what a merge remembers of its lapses, with the words of who assigned and closed them
  update lapse_merge m set was = '{}', became = '{}'
   where m.lapse_id in (select id from lapse where customer_id = :customer)
      or m.merge_id in (select id from customer_merge where into_id = :customer or merged_id = :customer)
)
update lapse
   set close_reason = case when close_reason ~ '^[a-z]+([_-][a-z]+)*$' then close_reason end,
       override_reason = null, version = version + 1
 where customer_id = :customer
