-- A new occasion; the next night plans the contacts for it.
insert into occasion (kind, title, starts_on, ends_on, audience, buyers, first_access, created_by, created_at)
values (:kind, :title, :starts, :ends, :audience, :buyers, :first, :member, :now)
returning id
