-- A demo firm whose loading was interrupted: half of it is worth nothing, so it begins again. The shipped rungs and
-- templates stay; members cannot be truncated, because the templates name them. Facts and derived rows name their customer
-- without a foreign key, so each of their tables is named.
set local winback.audit_ends = 'yes';
truncate customer, handover, audit, audit_link, audit_check, import_run, night, mail_address, mailbox_letter, business_event, occasion, good_contact, vip_owed,
  care_plan, campaign, purchase, refund, refund_part, request, complaint, contact, cart, payment, referral,
  customer_category, category_limit, duplicate_group, vip_member, vip_month, vip_move, lapse_worth, win_back_fit, buying_model,
  buying_months, buying_tally, report_kept, payment_habit, letter_outcome, letter_tells, letter_day, letter_file, order_cap, ladder_start, romi_case, lapse_far, funnel_day,
  lapse_tally, past_move, past_moves, second_life, turnover_month,
  weekly_letter, lost_row, customer_row cascade;
update audit_head set first = default, first_hash = default, place = default, hash = default;
update programme set owner_id = null, version = version + 1;
update cost_setting set call_minutes = 20 where member_id is null;
update reason set repair_since = null, repaired_on = null, version = version + 1;
delete from member
