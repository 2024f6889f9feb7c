-- a campaign keeps him back to compare with: nothing plans a call to him for the 60 days of the comparison
l.id not in (select coalesce(o.merged_with, o.id)
                        from campaign_lapse k
                        join campaign g on g.id = k.campaign_id and g.removed_at is null
                        join lapse o on o.id = k.lapse_id
                       where k.arm = 'control' and k.drawn_on + 60 >= cast(:day as date)
                         -- a loss that the merge of records made of two counts as worked on when one of them was (states.sql)
                         and not exists (select from campaign_lapse w
                                          where w.campaign_id = k.campaign_id and w.arm <> 'control'
                                            and w.lapse_id in (select parts_of(coalesce(o.merged_with, o.id)))))
