-- In the transaction that gives a loss: by which step, so that the undo takes back no later one, and when this sharing began. A sharing that
-- gives nothing is none: the one before it can still be taken back.
with step as (
  update campaign_lapse set given_step = :step
   where campaign_id = :campaign and lapse_id in (select parts_of(:lapse))
)
update campaign set shared_at = :began where id = :campaign
