-- The versions of a rung's template, the newest first.
select t.id, t.rung, t.version, t.subject, t.preheader, t.greeting, t.greeting_fallback, t.body, t.button_text,
       t.button_url, t.signature, t.fallbacks::text as fallbacks, t.asks_reply, t.language, m.name as by_name, t.created_at
  from template t
  left join member m on m.id = t.created_by
 where t.rung = :rung
 order by t.version desc
