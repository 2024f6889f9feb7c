-- Numbers that lead to another record than the one which has them, or lead there for some sources only.
select number from customer_alias
union
select ref from customer where merged_into is not null
