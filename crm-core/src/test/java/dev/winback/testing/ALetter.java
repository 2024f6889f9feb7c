package dev.winback.testing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A planned letter that nothing holds, with its customer, lapse and coupon; told by what differs.
 */
public final class ALetter {

  private final JdbcClient jdbc;
  private String email = "anna@example.org";
  private String zone;
  private int rung = 1;
  private String name = "Anna Berg";
  private Boolean consent = true;

  private ALetter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public static ALetter in(JdbcClient jdbc) {
    return new ALetter(jdbc);
  }

  public ALetter to(String email) {
    this.email = email;
    return this;
  }

  public ALetter named(String name) {
    this.name = name;
    return this;
  }

  public ALetter inZone(String zone) {
    this.zone = zone;
    return this;
  }

  public ALetter ofRung(int rung) {
    this.rung = rung;
    return this;
  }

  public ALetter withConsent(Boolean consent) {
    this.consent = consent;
    return this;
  }

  /**
   * As {@link #planned}; its reader agreed to be told by clicks and opens, its rung has a pixel.
   */
  public long tracked() {
    jdbc.sql("update firm set website = 'https://shop.example'").update();
    jdbc.sql("insert into rung_pixel values (:rung)").param("rung", rung).update();
    long letter = planned();
    jdbc.sql(
            """
            insert into tracking_consent (customer_id, clicks, opens, said_at)
            select customer_id, true, true, '2026-01-01' from letter where id = :id
            """)
        .param("id", letter)
        .update();
    return letter;
  }

  /** The id of the letter; the rung is live afterwards. */
  public long planned() {
    jdbc.sql(
            "update rung set mode = 'live', since = '2026-01-01' where number = :rung and mode <> 'live'")
        .param("rung", rung)
        .update();
    long customer =
        jdbc.sql(
                """
                insert into customer (ref, name, first_name, last_name, email, email_consent, time_zone)
                values (gen_random_uuid()::text, :name, split_part(:name, ' ', 1), split_part(:name, ' ', 2),
                        :email, :consent, :zone)
                returning id
                """)
            .param("name", name)
            .param("email", email)
            .param("consent", consent)
            .param("zone", zone)
            .query(Long.class)
            .single();
    long letter =
        jdbc.sql(
                """
                with lapse as (
                  insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
                  values (:customer, 1, :stage, '2026-05-30', 'silent', :silent, 100, 'EUR')
                  returning id
                )
                insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on)
                select lapse.id, :customer, :rung, 'PLANNED', 10, rung.template_id, '2026-05-30'
                  from lapse, rung where rung.number = :rung
                returning id
                """)
            .param("customer", customer)
            .param("stage", rung == 0 ? "TWICE_LOST" : "LATE")
            .param("silent", LocalDate.of(2026, 3, 1))
            .param("rung", rung)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until)
            select lpad(id::text, 10, '0'), id, customer_id, lapse_id, 10, '2026-06-10' from letter where id = :id
            """)
        .param("id", letter)
        .update();
    return letter;
  }
}
