lateral (
    -- few rows beside a large table: each is looked up, whatever the planner believes of pages far away
    select * from {fact} where external_id = s.external_id and source = s.source offset 0) f on true
