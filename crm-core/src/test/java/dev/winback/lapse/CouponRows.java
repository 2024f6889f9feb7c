package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sent letter with its coupon, as the ladder would have left them. */
final class CouponRows {

  private CouponRows() {}

  static void give(
      JdbcClient jdbc, CustomerId customer, LapseId lapse, String code, LocalDate until) {
    jdbc.sql(
            """
            with shipped as (
              insert into template (rung, version, subject, greeting, greeting_fallback, body, button_text, button_url)
              select 9, coalesce(max(version), 0) + 1, 's', 'g', 'g', 'b', 'b', 'u' from template where rung = 9
              returning id
            ), sent as (
              insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, sent_at)
              select :lapse, :customer, 9, 'SENT', 10, id, date '2020-01-01', timestamptz '2020-01-01 12:00:00Z'
              from shipped returning id
            )
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until)
            select :code, id, :customer, :lapse, 10, :until from sent
            """)
        .param("lapse", lapse.value())
        .param("customer", customer.value())
        .param("code", code)
        .param("until", until)
        .update();
  }
}
