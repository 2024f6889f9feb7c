package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.Named;
import dev.winback.customer.Suppressions;
import dev.winback.nightly.NightlyRun;
import dev.winback.privacy.Disclosure;
import dev.winback.privacy.Disclosures;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I12: erased is erased. A word is written into every column of words of every table that knows the
 * customer, by whatever way the map of the data finds him, so that no new table is forgotten;
 * afterwards it is nowhere.
 */
@CoreTest
class ErasureLeavesNothingTest {

  private static final String WORD = "zenobia quartermain";

  /**
   * Order numbers, goods without a name and evidence are figures, keys keep replays from counting
   * twice, codes are words of ours.
   */
  private static final Set<String> FIGURES =
      Set.of(
          "source",
          "external_id",
          "purchase.items",
          "purchase.coupon",
          "payment.purchase",
          "refund.purchase",
          "coupon.code",
          "letter.address_hash",
          "letter.message_id",
          "letter.node",
          "letter.gives",
          "coupon.gives",
          "letter.mail_group",
          "lapse.opened_by",
          "lapse.counted",
          "lapse.queue_reason",
          "erased_ref.ref_hash",
          "fact_history.fact",
          "call.before",
          "call.form",
          "signal.evidence",
          "signal.kind",
          "webhook_delivery.type",
          "webhook_delivery.message_id",
          "webhook_delivery.answer",
          "contact.result",
          "call.result",
          "refund_part.purchase",
          "signal_dismissal.kind",
          "lapse_event.kind",
          "finding.said",
          "decision_record.decision",
          "good_contact.mark",
          "bulk_row.why",
          "bulk_row.figures",
          "lapse_far.abc",
          "lapse_far.currency");

  /** In these stand codes, keys and hashes of ours alone. */
  private static final Set<String> CODES =
      Set.of(
          "aftercare_step",
          "alarm",
          "bulk_row",
          "campaign_lapse",
          "coupon",
          "criterion_mark",
          "duplicate_group",
          "full_mailbox",
          "lapse_far",
          "lapse_worth",
          "letter_hit",
          "mailbox_quiet",
          "not_duplicate",
          "past_move",
          "payment",
          "postponement",
          "prompt",
          "purchase",
          "romi_case",
          "signal",
          "suppression",
          "survey_invitation");

  /** Words found by a number or an address, for which tests of their own plant them. */
  private static final Set<String> ELSEWHERE =
      Set.of("arrival", "audit", "import_error", "letter_frame", "number_back", "shop_delivery");

  /** Copies for lists; a manager's words to a member about how he talks. */
  private static final Set<String> NOT_TOLD = Set.of("customer_row", "lost_row", "pin_note");

  @Autowired Customers customers;
  @Autowired Disclosures disclosures;
  @Autowired Suppressions suppressions;
  @Autowired Corrections corrections;
  @Autowired PersonCorrections persons;
  @Autowired Facts facts;
  @Autowired NightlyRun nightly;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor manager;
  private CustomerId customer;

  @BeforeEach
  void aCustomerWithFactsOfEveryKind() {
    manager = stories.manager();
    stories.rep("bob");
    customer = stories.aCustomer("K-77").silentFor(121).ownedBy(stories.rep("ann")).save();
    jdbc.sql("update rung set mode = 'live', backlog = true, since = '2020-01-01' where number > 0")
        .update();
    nightly.run(MovableClock.START);
    corrections.correct(
        "K-77", Map.of("note", "x", "aliases", "shopify=721; erp=4711"), null, manager);
    persons.add("K-77", Map.of("last_name", "Bee", "email", "bee@example.org"), manager);
    persons.add("K-77", Map.of("last_name", "Cee"), manager);
    tell(ImportType.CONTACTS, Map.of("channel", "phone"));
    tell(ImportType.REQUESTS, Map.of("subject", "price", "request", "r1"));
    tell(ImportType.REQUESTS, Map.of("subject", "stock", "request", "r1"));
    tell(ImportType.COMPLAINTS, Map.of("text", "late"));
    tell(ImportType.CARTS, Map.of("cart", "c1", "amount", "5"));
    tell(ImportType.PAYMENTS, Map.of("amount", "5"));
    tell(ImportType.REFERRALS, Map.of("referral", "f1"));
    tell(ImportType.REFUNDS, Map.of("amount", "5", "refund", "g1"));
    jdbc.sql(
            """
            insert into call (task_id, lapse_id, customer_id, member_id, result, note, before, called_at)
            select id, lapse_id, customer_id, member_id, 'talked', '', '{}', now() from task limit 1
            """)
        .update();
  }

  private void tell(ImportType type, Map<String, String> more) {
    var row = new java.util.HashMap<>(Map.of("customer", "K-77", "time", "2026-05-01"));
    row.putAll(more);
    facts.record(type, List.of(row), null, manager);
  }

  private List<String> traces() {
    var traces = new ArrayList<String>();
    for (var table :
        jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list()) {
      jdbc.sql(
              "select t::text from "
                  + table
                  + " t where lower(t::text) ~ (:word || '|' || encode(:word::bytea, 'hex'))")
          .param("word", WORD)
          .query(String.class)
          .list()
          .forEach(row -> traces.add(table + ": " + row));
    }
    return traces;
  }

  @Test
  void noColumnOfAnyTableKnowsTheWordAfterwards() {
    jdbc.sql(Sql.of(ErasureLeavesNothingTest.class, "one-of-each.sql"))
        .param("customer", customer.value())
        .param("member", manager.member())
        .update();
    var words = new PlantedWords(jdbc, WORD);
    var planted = new TreeSet<String>();
    for (var column : words.columns()) {
      boolean figure = FIGURES.contains(column.column()) || FIGURES.contains(column.name());
      if (!figure && words.planted(column, customer)) {
        planted.add(column.name());
      }
    }
    assertThat(words.without(planted))
        .as("tables without a word: a row in one-of-each.sql, or a reason here")
        .allMatch(table -> CODES.contains(table) || ELSEWHERE.contains(table));
    assertThat(planted).hasSizeGreaterThan(100);
    var ref =
        jdbc.sql("select ref from customer where id = :id")
            .param("id", customer.value())
            .query(String.class)
            .single();
    planted.removeIf(column -> NOT_TOLD.contains(column.substring(0, column.indexOf('.'))));
    assertThat(told(disclosures.of(ref, manager))).containsAll(planted);

    customers.erase(ref, manager);

    assertThat(traces()).isEmpty();
  }

  /** Columns in which a person who asks what is kept of him finds the word. */
  private static Set<String> told(Disclosure disclosure) {
    var told = new TreeSet<String>();
    for (var part : disclosure.parts()) {
      for (var row : part.rows()) {
        row.forEach(
            (column, value) -> {
              if (value.toString().contains(WORD)) {
                told.add(part.table() + "." + column);
              }
            });
      }
    }
    return told;
  }

  /** What was said of many customers at once: the words go with the first of them. */
  @Test
  void noActUponManyKeepsAReason() {
    jdbc.sql(
            """
            with job as (
              insert into bulk_job (member_id, action, parameters, state, started_at)
              values (:member, 'NOT_WANTED', jsonb_build_object('reason', :word, 'override', :word), 'done', now())
              returning id
            ), made as (
              insert into handover (kind, reason, member_id, made_at) values ('transfer', :word, :member, now())
              returning id
            ), row as (
              insert into bulk_row (job_id, position, lapse_id) select job.id, 1, l.id from job, lapse l
            )
            insert into handover_lapse (handover_id, lapse_id, override_was) select made.id, l.id, :word from made, lapse l
            """)
        .param("member", manager.member())
        .param("word", WORD)
        .update();
    assertThat(traces()).hasSize(3);

    customers.erase("K-77", manager);

    assertThat(traces()).isEmpty();
  }

  @Test
  void everyNumberOfThePersonIsKnownAsErased() {
    customers.erase("K-77", manager);
    var numbers = Stream.of("K-77", "shopify-721", "K-78").map(ref -> new Named(ref, null));
    assertThat(customers.erased(numbers.toList(), false)).containsExactlyInAnyOrder(0, 1);
    assertThat(suppressions.stopped("BEE@example.org")).isTrue();
  }

  @Test
  void whatAShopSentAboutThePersonGoes() {
    jdbc.sql(
            """
            insert into shop (system, address, source, hook_secret, connected_at) values ('shopify', 'https://s.example', 'shopify', 'x', now())
            """)
        .update();
    jdbc.sql(
            """
            insert into shop_delivery (shop_id, delivery, topic, body, state)
            select s.id, d.body, 'orders/create', convert_to(d.body, 'UTF8'), 'done'
            from shop s, (values ('{"email":"K-77@Example.org"}'), ('{"email":"bee@example.org"}'), ('{"email":"otto@example.org"}')) d (body)
            """)
        .update();

    customers.erase("K-77", manager);

    assertThat(
            jdbc.sql("select delivery from shop_delivery where body is not null")
                .query(String.class)
                .list())
        .containsExactly("{\"email\":\"otto@example.org\"}");
  }

  @Test
  void whatOthersRowsSayOfHimGoes() {
    stories.aCustomer("K-10").save();
    jdbc.sql("update customer_alias set number = :word where customer_id = :id and source = 'erp'")
        .param("word", WORD)
        .param("id", customer.value())
        .update();
    corrections.correct("K-77", Map.of("email", "zenobia@old.example"), null, manager);
    corrections.correct("K-77", Map.of("email", "k-77@new.example"), null, manager);
    refer("K-77");
    refer(WORD);
    refer("somebody else");
    jdbc.sql(
            """
            insert into arrival (own_id, kind, state, came_at, sender, subject, words)
            values ('m1', 'reply', 'unmatched', now(), 'Zenobia@old.example', 'zenobia quartermain', 'x')
            """)
        .update();
    jdbc.sql("update sending set trial = array['zenobia@old.example', 'other@x.example']").update();

    customers.erase("K-77", manager);

    for (var table : List.of("referral", "fact_history", "arrival", "sending")) {
      assertThat(
              jdbc.sql(
                      "select t::text from %s t where lower(t::text) ~ 'k-77|zenobia'"
                          .formatted(table))
                  .query(String.class)
                  .list())
          .as(table)
          .isEmpty();
    }
    assertThat(traces()).isEmpty();
    assertThat(
            jdbc.sql("select referred from referral where referred is not null")
                .query(String.class)
                .list())
        .containsExactly("somebody else");
    assertThat(jdbc.sql("select trial[1] from sending").query(String.class).single())
        .isEqualTo("other@x.example");
  }

  /** The same referral each time, so that each correction leaves what it was. */
  private void refer(String whom) {
    var row = Map.of("customer", "K-10", "time", "2026-05-01", "referral", "r1", "referred", whom);
    facts.record(ImportType.REFERRALS, List.of(row), null, manager);
  }

  @Test
  void whatAShopsRefusalQuotedGoes() {
    jdbc.sql("update customer set email = 'zenobia@old.example' where ref = 'K-77'").update();
    jdbc.sql(
            """
            insert into shop (system, address, source, hook_secret, connected_at) values ('shopify', 'https://s.example', 'shopify', 'x', now())
            """)
        .update();
    jdbc.sql(
            """
            insert into shop_delivery (shop_id, delivery, topic, body, state, reason, figures)
            select id, 'd1', 'customers/update', convert_to('{"email": "zenobia@old.example"}', 'UTF8'), 'refused',
                   'importing.error.email', '["email", "zenobia quartermain at old"]'
            from shop
            """)
        .update();
    customers.erase("K-77", manager);
    assertThat(traces()).isEmpty();
    assertThat(jdbc.sql("select reason from shop_delivery").query(String.class).single())
        .isEqualTo("erased");
  }
}
