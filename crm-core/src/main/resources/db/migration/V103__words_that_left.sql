-- The version in the customer's language that a letter was claimed with; null: that of everybody. A letter that comes back
-- takes the one that its rung has by then.
alter table letter add column written_with bigint references template;
