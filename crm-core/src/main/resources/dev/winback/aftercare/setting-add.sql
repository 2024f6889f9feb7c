-- The settings as somebody wants them from now on; what was before stays for the history.
insert into aftercare_setting (delivery_days, second_days, first_month, last_month, testimonial_days, low_percent, low_days,
                               late_share, contacts, member_id, changed_at)
values (:delivery, :second, :first, :last, :testimonial, :low, :lowDays, :share, :contacts, :member, :now)
returning id
