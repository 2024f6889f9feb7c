package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.Suppressions;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.nightly.NightlyRun;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** api.md, {@code DELETE /customers/{ref}}: the person goes, the figures stay. */
@CoreTest
class ErasureTest {

  private static final List<String> WORDS =
      List.of(
          "K-77", "Zenobia", "Quartermain", "k-77@example.org", "+33123456789", "Lyon", "whisky");

  @Autowired Customers customers;
  @Autowired Suppressions suppressions;
  @Autowired Corrections corrections;
  @Autowired Facts facts;
  @Autowired Decisions decisions;
  @Autowired Loading loading;
  @Autowired NightlyRun nightly;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor manager;
  private Actor rep;
  private CustomerId zenobia;

  @BeforeEach
  void aPersonOfWhomMuchIsKnown() {
    manager = stories.manager();
    rep = stories.rep("ann");
    stories.rep("bob");
    zenobia =
        stories.aCustomer("K-77").named("Zenobia Quartermain").silentFor(121).ownedBy(rep).save();
    jdbc.sql("update rung set mode = 'live', backlog = true, since = '2020-01-01' where number > 0")
        .update();
    nightly.run(MovableClock.START);
    fill();
  }

  private void fill() {
    corrections.correct(
        "K-77",
        Map.of(
            "note",
            "likes whisky",
            "hobbies",
            "whisky",
            "birthday",
            "1980-01-02",
            "first_name",
            "Zenobia"),
        null,
        manager);
    facts.record(
        ImportType.CONTACTS,
        List.of(
            Map.of(
                "customer",
                "K-77",
                "time",
                "2026-05-01",
                "channel",
                "phone",
                "note",
                "Zenobia drinks whisky")),
        null,
        manager);
    run(
        """
        insert into call (task_id, lapse_id, customer_id, member_id, result, note, promise, reason, before, called_at)
        select t.id, t.lapse_id, t.customer_id, t.member_id, 'talked', 'Zenobia: whisky', 'whisky', 'Zenobia said',
               '{}', now() from task t limit 1
        """);
    run("insert into note_draft select member_id, id, 'Zenobia', now() from task limit 1");
    run(
        "insert into call_sheet select id, member_id, '{\"summary\": \"Zenobia\"}', now() from task limit 1");
    run("update task set aim = 'whisky'");
    run(
        "update lapse set override_reason = 'K-77', close_reason = 'price', known_reason = 'price'");
    run(
        """
        insert into finding (lapse_id, customer_id, told_at, said, stated, words, wish, whys)
        select id, customer_id, now(), '{stated}', 'price', 'Zenobia wants whisky', 'whisky',
               '{Zenobia drinks,whisky}' from lapse
        """);
    run(
        """
        insert into background (lapse_id, customer_id, member_id, looked_at, purchases, staff, complaints, note)
        select id, customer_id, (select min(id) from member), now(), true, true, true, 'whisky' from lapse
        """);
    run(
        """
        insert into statement (lapse_id, customer_id, member_id, question, words, said_at)
        select id, customer_id, (select min(id) from member), 'What about Zenobia?', 'whisky', now() from lapse
        """);
    run(
        "insert into lapse_event (lapse_id, at, kind, detail) select id, now(), 'reason', '{\"reason\": \"Zenobia wants\"}' from lapse");
    run(
        """
        insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, address, address_hash, subject,
                            html, text, smtp_reply, resend_reason, message_id, sent_at)
        select id, customer_id, 3, 'SENT', 10, 1, opened_on, 'k-77@example.org', address_hash('k-77@example.org'), 'Zenobia',
               'Zenobia', 'Zenobia', '250 k-77@example.org', 'Zenobia asked', '<1@winback>', now() from lapse
        """);
    run(
        """
        insert into mailbox_letter (letter_id, message_id, sender, recipient, subject, message, received_at)
        select id, '<1@winback>', 'us@example.org', 'k-77@example.org', 'Zenobia', 'x'::bytea, now() from letter where state = 'SENT'
        """);
    run(
        """
        with run as (insert into import_run (type, file_name, state, header)
                     values ('customers', 'a.csv', 'done', '["Customer", "name", "email"]') returning id)
        insert into import_error (import_id, line, column_name, code, figures, cells)
        select id, n, 'email', 'email', '["zenobia at"]',
               case n when 2 then '["K-77", "Zenobia", "zenobia at"]' when 3 then '["x", "Zenobia", "K-77@example.org"]'
                      else '["K-1", "Otto", "K-77"]' end::jsonb
        from run, generate_series(2, 4) n
        """);
  }

  private void run(String sql) {
    assertThat(jdbc.sql(sql).update()).as(sql).isPositive();
  }

  /** Every row of every table as text that contains one of the words. */
  private List<String> traces(String word) {
    var traces = new ArrayList<String>();
    for (var table :
        jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list()) {
      jdbc.sql("select t::text from " + table + " t where strpos(lower(t::text), lower(:word)) > 0")
          .param("word", word)
          .query(String.class)
          .list()
          .forEach(row -> traces.add(table + ": " + row));
    }
    return traces;
  }

  @Test
  void noTableKnowsThePersonAfterwards() {
    WORDS.forEach(word -> assertThat(traces(word)).as(word).isNotEmpty());
    run("delete from import_error where line = 4");

    customers.erase("K-77", manager);

    WORDS.forEach(word -> assertThat(traces(word)).as(word).isEmpty());
  }

  @Test
  void aRowOfSomebodyElseThatHappensToHaveTheNumberStays() {
    customers.erase("K-77", manager);

    assertThat(
            jdbc.sql("select code || cells::text from import_error order by line")
                .query(String.class)
                .list())
        .containsExactly("erased[]", "erased[]", "email[\"K-1\", \"Otto\", \"K-77\"]");
  }

  @Test
  void theFiguresStayAndAllWorkEnds() {
    var figures = figures();

    customers.erase("K-77", manager);

    assertThat(figures()).isEqualTo(figures);
    assertThat(one("select stage || ' ' || close_reason from lapse")).isEqualTo("GONE erased");
    assertThat(one("select count(*) from task where state = 'open'")).isEqualTo("0");
    assertThat(one("select count(*) from letter where state in ('PLANNED', 'HELD')"))
        .isEqualTo("0");
    assertThat(one("select count(*) from letter where state = 'SENT'")).isEqualTo("1");
    assertThat(one("select ref from customer")).isEqualTo("erased-" + zenobia.value());
    assertThat(one("select count(*) from audit where action = 'customer.erased'")).isEqualTo("1");
    assertThat(suppressions.stopped("K-77@example.org")).isTrue();
  }

  private String figures() {
    return one(
        "select (select sum(amount) from purchase) || ' ' || (select sum(value_year) from lapse)");
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  @Test
  void twiceIsNotFoundAndTheNightLeavesThePersonAlone() {
    customers.erase("K-77", manager);

    assertThatThrownBy(() -> customers.erase("K-77", manager)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> customers.erase("erased-" + zenobia.value(), manager))
        .isInstanceOf(NotFound.class);
    nightly.run(MovableClock.START);
    nightly.run(MovableClock.START);
    assertThat(one("select count(*) from lapse where stage <> 'GONE'")).isEqualTo("0");
  }

  @Test
  void nobodyOpensTheLossOfAnErasedPersonAgain() {
    customers.erase("K-77", manager);

    assertThatThrownBy(() -> decisions.reopen(new LapseId(lapse()), "another try", manager))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("refused.lapse.erased");
    assertThat(one("select stage from lapse")).isEqualTo("GONE");
  }

  private long lapse() {
    return Long.parseLong(one("select id from lapse"));
  }

  @Test
  void onlyWhoMayErasesAndNothingHappensBefore() {
    assertThatThrownBy(() -> customers.erase("K-77", rep)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> customers.erase("K-77", stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThat(one("select ref from customer")).isEqualTo("K-77");
  }

  @Test
  void nothingBringsTheNumberBack() {
    customers.erase("K-77", manager);
    var purchase =
        Map.of("customer", "K-77", "time", "2026-05-02", "amount", "10", "purchase", "p9");

    assertThatThrownBy(() -> facts.record(ImportType.PURCHASES, List.of(purchase), null, manager))
        .isInstanceOfSatisfying(
            RowsRefused.class,
            refused -> assertThat(refused.problems().get(0).code()).isEqualTo("erased"));
    assertThat(load("customer,name\nK-77,Zenobia\nK-78,Otto\n")).isEqualTo("1 1");
    assertThat(load("customer,time,amount\nK-77,2026-05-02,10\nK-78,2026-05-02,10\n"))
        .isEqualTo("1 1");
    assertThat(load("customer,time,channel\nK-77,2026-05-02,phone\nK-78,2026-05-02,phone\n"))
        .isEqualTo("1 1");
    assertThat(one("select string_agg(ref, ' ' order by id) from customer"))
        .isEqualTo("erased-" + zenobia.value() + " K-78");
    assertThat(one("select string_agg(distinct code, ' ') from import_error where import_id > 1"))
        .isEqualTo("erased");
  }

  private String load(String csv) {
    var run = loading.load(csv);
    return run.created() + " " + run.rejected();
  }
}
