-- The answer was taken back, and its alarm with it.
update alarm a
   set taken_back_at = :now, note = 'gone'
  from survey_invitation i
 where a.fact = 'answer' and a.fact_id = :invitation and i.id = a.fact_id and i.answered_at is null
   and a.taken_back_at is null
