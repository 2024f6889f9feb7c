-- The table is no longer empty: the whole batch goes the usual way.
truncate pending_{fact}, told_{fact}
