-- True while nothing can be known, corrected or older, so that all of a file is stored at once. Not when refunds wait for
-- their purchases: the event of each slice spreads them, and a kill between two of them would forget the rest.
select not exists (select from {fact}) and not exists (select from refund)
