-- Numbers that lead to another record than the one which has them, or lead there for some sources only; and those of
-- whoever came back after he was erased, whose facts of before are refused.
select number from customer_alias
union
select ref from customer where merged_into is not null
union
select c.ref from erased_ref e join customer c on c.id = e.back_id
