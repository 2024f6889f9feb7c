-- Whether who bought, and said neither yes nor no, may get letters: the firm decides it. Null: nobody has, so what the program was
-- started with holds (winback.mail.soft-opt-in).
alter table sending add column soft_opt_in boolean;

create function soft_opt_in(configured boolean) returns boolean stable parallel safe language sql return
  (select coalesce(s.soft_opt_in, configured) from sending s);
