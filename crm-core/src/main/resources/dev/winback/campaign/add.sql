-- A new campaign begins as a draft.
insert into campaign (title, lead_id, lead_post, starts_on, ends_on, offers, most_percent, budget, bonus_percent, incentive, control,
                      created_by, created_at)
values (:title, :lead, :post, :starts, :ends, :offers, :most, :budget, :bonus, :incentive, :control, :member, :now)
returning id
