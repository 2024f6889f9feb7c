-- The customer list, keyset-paged.
select /*columns*/
/*where*/
  and /*only*/
  and /*after*/
order by /*order*/
limit :limit
