-- The table is no longer empty: the batch goes the usual way.
drop view pending_{fact};
alter table kept_{fact} rename to pending_{fact};
truncate repeated_{fact}, refused_{fact}
