-- How many cases a part's list has.
/*cases*/
select count(*) from spent where part = :part
