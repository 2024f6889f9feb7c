-- The versions of a rung's template, the newest first; or some of them (:ids), without the bodies of all others.
select t.id, t.rung, t.version, t.subject, t.preheader, t.greeting, t.greeting_fallback, t.body, t.button_text,
       t.button_url, t.signature, t.fallbacks::text as fallbacks, t.asks_reply, t.language, m.name as by_name, t.created_at
  from template t
  left join member m on m.id = t.created_by
 where t.rung = :rung
-- if ids
   and t.id = any (:ids)
-- end
 order by t.version desc
