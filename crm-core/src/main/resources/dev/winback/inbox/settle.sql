-- A person has decided; the words stay as long as that can be taken back.
update arrival set state = :state, settled_by = :member, settled_at = :now where id = :id
