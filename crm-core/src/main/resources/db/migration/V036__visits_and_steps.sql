-- CAL-29: one visit ahead of us for each loss; a second one would take the rep's meeting from the first.
create unique index visit_one on visit (lapse_id) where done_at is null and cancelled_at is null;

-- DEC-35: the steps of plans that went to somebody else when their member left, so that they go back with him.
create table handover_step (
  handover_id bigint not null references handover,
  step_id     bigint not null references plan_step,
  was         bigint not null references member,
  became      bigint not null references member,
  primary key (handover_id, step_id)
);
create index handover_step_step on handover_step (step_id);

-- The night of a volume is nobody's business: with it each row was written each night.
alter table second_life drop column as_of;
