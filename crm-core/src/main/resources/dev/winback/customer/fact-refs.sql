select distinct customer from pending_{fact} where slice = :slice
