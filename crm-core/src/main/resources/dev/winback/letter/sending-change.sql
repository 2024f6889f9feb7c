-- The rules of sending change unless somebody else has changed them since :version (0 returned), and what waited because of those before stands in line again: the claim judges it anew.
with changed as (
  update sending
     set daily_cap = :dailyCap, warm_since = :warmSince, contact_cap = :contactCap, weekdays = :weekdays,
         holidays = :holidays, trial = :trial, mailbox_gap = :mailboxGap, mailbox_letters = :mailboxLetters,
         mailbox_days = :mailboxDays, mailbox_same = :mailboxSame, version = version + 1,
         -- a save of other rules decides nothing that nobody has decided
         soft_opt_in = case when :softOptIn = soft_opt_in(:configured) then soft_opt_in else :softOptIn end
   where version = :version
  returning id
), woken as (
  update letter
     set state = 'PLANNED', hold_reason = null, hold_until = null, version = version + 1
   where state = 'HELD'
     and (hold_reason in ('DAY_CAP', 'CAP', 'CONTACT_CAP', 'OUTSIDE_HOURS', 'TRIAL')
          -- what the night holds so has not been compared with quotas and the control arm
          or hold_reason = 'SAME_MAILBOX' and hold_until is not null)
     and exists (select from changed)
)
select count(*) from changed
