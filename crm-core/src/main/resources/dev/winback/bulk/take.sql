-- A job whose node has not been heard of is anybody's: killed, it goes on at its next row. By the database's clock.
update bulk_job
   set node = :node, lease_until = clock_timestamp() + interval '30 seconds'
 where id = (select id from bulk_job
              where state in ('running', 'undoing')
                and (lease_until is null or lease_until < clock_timestamp())
                and (cast(:job as bigint) is null or id = :job)
              order by id limit 1 for update skip locked)
returning id
