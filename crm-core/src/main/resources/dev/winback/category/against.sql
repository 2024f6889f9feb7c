-- Whether customer c meets a criterion not to be returned (rules.md, "Categories"; DEC-19): a person says so of one of his
-- losses, or he pays badly, by the flag or by more than two weeks late on average, and nobody says that he does not. The newest
-- word of a person on a criterion counts. Whoever changes one of these calls PriorityGroups.look for the customers.
(exists (select from (select distinct on (k.criterion) k.criterion, k.holds from criterion_mark k
                       where k.customer_id = c.id order by k.criterion, k.id desc) said
          where said.holds and said.criterion in
           ('low-margin', 'pays-badly', 'rare-and-little', 'too-demanding', 'rude', 'no-loyalty'))
 or (c.pays_badly
     or coalesce(/*days late*/ > /*limit*/, false))
    and coalesce((select k.holds from criterion_mark k where k.customer_id = c.id and k.criterion = 'pays-badly'
                   order by k.id desc limit 1), true))
