-- What Today reads anew after each outcome, by indexes: what a member has done today went through all tasks ever, and whose
-- contact data are stale through all his customers.
create index task_done on task (member_id, closed_at) where state = 'done';

-- Whose customer it is of whom the contact data are stale; of other signals null, for which no key is looked up. Kept by the key
-- like the owner of a loss, whoever changes him.
alter table signal add column stale_owner bigint;
update signal s set stale_owner = c.owner_key from customer c where c.id = s.customer_id and s.kind = 'stale-contact';
alter table signal
  add constraint signal_stale_owner_told check ((kind = 'stale-contact') = (stale_owner is not null)),
  add constraint signal_stale_owner foreign key (customer_id, stale_owner) references customer (id, owner_key) on update cascade;
create index signal_stale on signal (stale_owner) where stale_owner is not null;
