-- One row more: what is known from now on, with the names of what is new in it. The row that was current is no longer.
insert into finding (lapse_id, customer_id, told_at, member_id, call_id, said, stated, real_reason, problem, said_by,
                     severity, human, words, wish, blame_us, blame_customer, competitor, advantage, prices, answers,
                     personality, whys)
values (:lapse, :customer, :now, :member, :call, :said, :stated, :real_reason, :problem, :said_by,
        :severity::integer, :human::boolean, :words, :wish, :blame_us, :blame_customer, :competitor, :advantage,
        :prices, :answers, :personality, :whys)
