-- Its place, taken before anything is done: whoever brings the same thing finds it taken.
insert into arrival (own_id, kind, state, came_at)
values (:own, :kind, 'ignored', :at)
on conflict (own_id) do nothing
returning id
