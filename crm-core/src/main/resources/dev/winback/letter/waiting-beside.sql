-- Letters beside the ladder that would leave if their kind went live: those that nothing about their customer holds and
-- nobody let go yet, and the readers of news that are still being carried, each counted once.
select (select count(*)
          from letter l
         where l.rung = :rung and l.resend_of is null and l.released_at is null
           and (l.state = 'PLANNED'
                or l.state = 'HELD' and (l.hold_reason in ('REVIEW', 'RUNG_OFF', 'RUNG_PAUSED') or l.hold_until is not null))
           and not exists (select from prompt t
                             join news n on n.id = t.news_id
                            where t.id = l.prompt_id and n.done_at is null and n.withdrawn_at is null))
     + (select coalesce(sum(n.readers), 0) from news n where n.rung = :rung and n.done_at is null and n.withdrawn_at is null)
