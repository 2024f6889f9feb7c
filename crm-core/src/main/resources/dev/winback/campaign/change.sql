-- Changed by who has seen this version; somebody else's change in between is not written over.
update campaign
set title = :title, lead_id = :lead, lead_post = :post, starts_on = :starts, ends_on = :ends, offers = :offers,
    most_percent = :most, budget = :budget, bonus_percent = :bonus, incentive = :incentive, control = :control, version = version + 1
where id = :id and version = :version
