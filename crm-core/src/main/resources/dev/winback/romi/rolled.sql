-- The cases of a part that the night made.
select r.id, r.day, r.lapse_id as lapse, r.kind, r.amount from romi_case r where r.part = :part and r.day between :from and :to
