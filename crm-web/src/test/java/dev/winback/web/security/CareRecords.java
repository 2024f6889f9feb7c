package dev.winback.web.security;

import dev.winback.staff.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What belongs to the time after a return, and a campaign in whose team the rep is. */
class CareRecords {

  private final JdbcClient jdbc;

  CareRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long campaign(long lapse, Actor rep) {
    return jdbc.sql(
            """
            with c as (
              insert into campaign (title, lead_id, starts_on, ends_on, created_by, created_at)
              select 'Spring', m.id, date '2026-06-01', date '2026-06-30', m.id, date '2026-06-01'
              from member m where m.login = 'manager'
              returning id
            ), t as (
              insert into campaign_member (campaign_id, member_id) select id, :rep from c
            ), l as (
              insert into campaign_lapse (campaign_id, lapse_id, customer_id, added_at)
              select c.id, l.id, l.customer_id, l.opened_on from c, lapse l where l.id = :lapse
            )
            select id from c
            """)
        .param("rep", rep.member())
        .param("lapse", lapse)
        .query(Long.class)
        .single();
  }

  long testimonial(long lapse, Actor rep) {
    return jdbc.sql(
            """
            insert into testimonial (lapse_id, customer_id, state, member_id, told_at)
            select id, customer_id, 'asked', :rep, opened_on from lapse where id = :lapse returning id
            """)
        .param("rep", rep.member())
        .param("lapse", lapse)
        .query(Long.class)
        .single();
  }

  long goodContact(long customer, Actor rep) {
    return jdbc.sql(
            """
            insert into good_contact (customer_id, kind, mark, due_on, member_id, weight)
            values (:customer, 'vip', '2026-06', date '2026-06-30', :rep, 1) returning id
            """)
        .param("rep", rep.member())
        .param("customer", customer)
        .query(Long.class)
        .single();
  }

  long occasion() {
    return jdbc.sql(
            """
            insert into occasion (kind, title, starts_on, ends_on, audience, created_by, created_at)
            select 'fair', 'Spring fair', date '2026-06-01', date '2026-06-30', 'vip', id, date '2026-06-01'
            from member where login = 'manager' returning id
            """)
        .query(Long.class)
        .single();
  }
}
