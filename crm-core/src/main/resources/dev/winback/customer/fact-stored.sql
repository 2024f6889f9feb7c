-- Facts of a slice that somebody else stored since the batch was settled stay as they are: the next import corrects them.
delete from pending_{fact} s
using {fact} f
where s.slice = :slice and not s.known and f.source = s.source and f.external_id = s.external_id
