-- What can only be a telephone number of six digits and more: by its last six digits in a row, in the number, in what was typed where that says
-- something else, and in names that could hold one; then what was found is looked at (18 buffers for the trigrams of the last two before). A name
-- has the word as it was typed, whose last digits are other ones where a zero in brackets was left out. In a select of their own the runs are not
-- looked into when a plan is made: else each word gets a plan of its own, which takes ten times what it finds in.
/*known*/
union all
select n.id from customer n
 where number_runs(n.phone, n.phone_e164, n.display_name) && (select array[cast(:q_run as text), cast(:q_typed_run as text)])
   and (position(:q_digits in n.phone_e164) > 0
        or phone_differs(n.phone, n.phone_e164) and position(:q_digits in regexp_replace(n.phone, '\D', '', 'g')) > 0
        or position(:q in lower(n.display_name)) > 0)
