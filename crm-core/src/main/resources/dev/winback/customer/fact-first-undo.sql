-- The table is no longer empty: what was settled for it is settled anew, or stored already.
truncate pending_{fact}, told_{fact}
