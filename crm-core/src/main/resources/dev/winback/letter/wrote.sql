-- Whether this member wrote words that would leave, in whichever language, or chose whom letters that wait are to reach.
select exists (select from template t
                where t.created_by = :member
                  and t.id in (select template_id from rung where number = :rung
                               union all
                               select template_id from rung_variant where rung = :rung))
    or exists (select from letter l
                 join prompt t on t.id = l.prompt_id
                 join news n on n.id = t.news_id
                where l.rung = :rung and l.prompt_id is not null and l.state in ('PLANNED', 'HELD') and n.published_by = :member)
    or exists (select from letter l
                 join survey_invitation i on i.id = l.invitation_id
                where l.rung = :rung and l.state in ('PLANNED', 'HELD') and i.invited_by = :member
                  -- of another rung all letters that wait would be read to find that nobody was invited by them
                  and :rung in (/*rung DEPARTED*/, /*rung LOYAL*/, /*rung SATISFACTION*/))
