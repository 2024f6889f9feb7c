-- By which step (lapse_event) a loss was given to the team last, so that the undo of the sharing takes back that one alone.
alter table campaign_lapse add given_step bigint;
-- Until when somebody shares it out, by the database's clock.
alter table campaign add share_until timestamptz;
-- What was shared before: the last thing that anybody did by hand since.
update campaign_lapse x
   set given_step = (select max(e.id) from lapse_event e where e.lapse_id = x.lapse_id and e.kind = 'assigned'
                       and e.member_id is not null and e.at >= k.shared_at)
  from campaign k
 where k.id = x.campaign_id and k.shared_at is not null;
