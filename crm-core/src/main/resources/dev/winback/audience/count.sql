-- How many are in the audience, at most one more than are counted.
select count(*)
  from (select c.id
/*members*/
 limit :limit) capped
