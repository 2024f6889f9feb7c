-- Numbers that a list says are erased up to a moment, and the database says less.
select given.hash
from unnest(:hashes::text[], :untils::timestamptz[]) as given (hash, until)
left join erased_ref e on e.ref_hash = given.hash
where e.until is null or e.until < given.until
