package dev.winback.web.security;

import dev.winback.staff.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** News that were published, and a letter of the director for the rep's customer. */
class PromptRecords {

  private final JdbcClient jdbc;

  PromptRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long news(Actor marketing) {
    return jdbc.sql(
            """
            insert into news (rung, template_id, audience, published_by, published_at, done_at)
            select -7, template_id, 'vip', :member, date '2026-06-01', date '2026-06-01'
              from rung where number = -7
            returning id
            """)
        .param("member", marketing.member())
        .query(Long.class)
        .single();
  }

  long file(int number) {
    return jdbc.sql(
            """
            insert into letter_file (name, words, kind, content, address)
            values ('a-' || :number, 'x', 'pdf', 'x', lpad(:number::text, 22, 'a')) returning id
            """)
        .param("number", number)
        .query(Long.class)
        .single();
  }

  long cartSetting() {
    return jdbc.sql(
            "insert into cart_setting (idle_minutes, next_hours, last_days) values (30, 24, 6) returning id")
        .query(Long.class)
        .single();
  }

  long directorLetter(long lapse, Actor rep) {
    return jdbc.sql(
            """
            insert into director_letter (lapse_id, customer_id, envelope, body, asked_by, asked_at)
            select id, customer_id, 'Guilty', 'Dear', :rep, opened_on from lapse where id = :lapse
            returning id
            """)
        .param("rep", rep.member())
        .param("lapse", lapse)
        .query(Long.class)
        .single();
  }
}
