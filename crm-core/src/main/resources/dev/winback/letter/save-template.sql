-- A template is never changed: saving adds a version, so that a letter that left can be traced to its words. Letters
-- still waiting take the new words.
with saved as (
  insert into template (rung, version, subject, preheader, greeting, greeting_fallback, body, button_text, button_url,
                        signature, fallbacks, asks_reply, language, created_by)
  select :rung, coalesce(max(t.version), 0) + 1, :subject, :preheader, :greeting, :greetingFallback, :body, :buttonText,
         :buttonUrl, :signature, :fallbacks::jsonb, :asksReply, :language, :member
    from template t
   where t.rung = :rung
  returning id)
select id from saved
