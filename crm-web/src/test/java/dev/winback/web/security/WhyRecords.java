package dev.winback.web.security;

import dev.winback.staff.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told, looked at, said and asked of a loss, all by its rep. */
class WhyRecords {

  private final JdbcClient jdbc;

  WhyRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long finding(long lapse, Actor rep) {
    return id(
        """
        insert into finding (lapse_id, customer_id, told_at, member_id, said, stated, said_by)
        select id, customer_id, opened_on, :rep, '{stated}', 'price', 'guess' from lapse where id = :lapse returning id
        """,
        lapse,
        rep);
  }

  long background(long lapse, Actor rep) {
    return id(
        """
        insert into background (lapse_id, customer_id, member_id, looked_at, purchases, staff, complaints)
        select id, customer_id, :rep, opened_on, true, true, true from lapse where id = :lapse returning id
        """,
        lapse,
        rep);
  }

  long statement(long lapse, Actor rep) {
    return id(
        """
        insert into statement (lapse_id, customer_id, member_id, words, said_at)
        select id, customer_id, :rep, 'x', opened_on from lapse where id = :lapse returning id
        """,
        lapse,
        rep);
  }

  long question(long lapse, Actor rep, boolean answered) {
    var answer = answered ? "'x', opened_on" : "null, null";
    return id(
        """
        insert into statement (lapse_id, customer_id, member_id, asked_by, asked_at, question, words, said_at)
        select id, customer_id, :rep, :rep, opened_on, 'What?', %s from lapse where id = :lapse returning id
        """
            .formatted(answer),
        lapse,
        rep);
  }

  long complaint(long customer, String source, int number) {
    return jdbc.sql(
            """
            insert into complaint (customer_id, source, external_id, complained_at, text)
            values (:customer, :source, 'c' || :number, '2026-05-01', 'late') returning id
            """)
        .param("customer", customer)
        .param("source", source)
        .param("number", number)
        .query(Long.class)
        .single();
  }

  /** The one that is shipped for departed customers. */
  long event() {
    return jdbc.sql(
            """
            insert into business_event (day, kind, title, created_at)
            values (date '2026-03-01', 'strike', 'Lorries stood still', clock_timestamp())
            returning id
            """)
        .query(Long.class)
        .single();
  }

  long survey() {
    return jdbc.sql("select min(id) from survey where kind = 'departed'")
        .query(Long.class)
        .single();
  }

  /** A survey and one of its questions. */
  String asked() {
    return jdbc.sql(
            "select survey_id || ' ' || min(id) from survey_question group by survey_id limit 1")
        .query(String.class)
        .single();
  }

  /** A survey and what the rep wrote down of a talk. */
  String phoned(long customer, Actor rep) {
    return jdbc.sql(
            """
            insert into survey_invitation (survey_id, customer_id, way, invited_by, invited_at, answered_at, answered_by)
            select id, :customer, 'phone', :rep, '2026-05-01', '2026-05-01', :rep from survey where kind = 'satisfaction'
            returning survey_id || ' ' || id
            """)
        .param("customer", customer)
        .param("rep", rep.member())
        .query(String.class)
        .single();
  }

  private long id(String sql, long lapse, Actor rep) {
    return jdbc.sql(sql)
        .param("lapse", lapse)
        .param("rep", rep.member())
        .query(Long.class)
        .single();
  }
}
