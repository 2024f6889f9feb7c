-- Whether a letter that may still leave has a file in its words, those of an earlier version too: one that is sent again
-- keeps the words it was planned with. All of them are few versions, so each version is looked at once.
select exists (
  select from template t
   where t.id = any (array (
           select distinct e.template_id from letter e
            where e.state in ('PLANNED', 'HELD', 'CLAIMED', 'ANNOUNCED', 'IN_DOUBT')))
     and (position('](picture:' || :name || ')' in t.body) > 0 or position('](file:' || :name || ')' in t.body) > 0))
