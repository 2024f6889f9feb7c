package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.shared.Tally;
import dev.winback.testing.CoreTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * OPS-04: every kind of fact comes in by file and by call, twice as once (I8); DET-01, DET-11,
 * DET-12, UND-19, UND-20.
 */
@CoreTest
class MoreFactsTest {

  private static final Path SAMPLES = Path.of("..", "src", "samples");

  /** Two lines of one invoice that differ in a column which we do not know. */
  @Test
  void rowsThatDifferInAnUnknownColumnAloneAreTwoFacts() {
    var file = "customer,time,amount,invoice\n1,2026-05-03,5.00,A\n1,2026-05-03,5.00,B\n";
    for (int i = 0; i < 2; i++) {
      loading.load(file);
      assertThat(jdbc.sql("select count(*) from purchase").query(Integer.class).single())
          .isEqualTo(2);
    }
  }

  @Autowired Loading loading;
  @Autowired ImportHistory history;
  @Autowired Facts facts;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest
  @CsvSource({
    "requests, request, 5",
    "complaints, complaint, 3",
    "carts, cart, 4",
    "payments, payment, 3",
    "referrals, referral, 2",
    "refunds, refund, 2"
  })
  void theSampleOfEachKindIsRecognisedStoredAndLoadedAgainWithoutAnyChange(
      String file, String table, int rows) throws IOException {
    var content = Files.readAllBytes(SAMPLES.resolve(file + ".csv"));
    var first = loading.load(content, false);
    assertThat(first.type()).hasToString(file.toUpperCase(java.util.Locale.ROOT));
    assertThat(first.created()).isEqualTo(rows);
    assertThat(first.rejected()).isZero();
    var stored = all(table);
    var second = loading.load(content, false);
    assertThat(second.same()).isEqualTo(rows);
    assertThat(all(table)).isEqualTo(stored).hasSize(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "customer,time,amount                          | PURCHASES",
        "customer,time,amount,purchase,items           | PURCHASES",
        "customer,time,amount,email,reason             | PURCHASES",
        "customer,time,amount,payment,purchase         | PAYMENTS",
        "customer,time,amount,due_on                   | PAYMENTS",
        "customer,time,amount,refund,purchase          | REFUNDS",
        "customer,time,channel,note,subject            | CONTACTS",
        "customer,time,subject                         | REQUESTS",
        "customer,time,text,severity                   | COMPLAINTS",
        "customer,time,cart,items,amount               | CARTS",
        "email,time,cart                               | CARTS",
        "customer,time,referred                        | REFERRALS",
        "customer,referrals                            | CUSTOMERS"
      })
  void theHeaderDecidesWhatAFileIs(String header, String type) {
    var run = loading.load(header + "\n");
    assertThat(run.type()).hasToString(type);
  }

  @Test
  void aHeaderOfTwoKindsAsksWhichItIs() {
    var run = loading.load("customer,time,outcome,severity\n1,2026-01-01,x,2\n");
    assertThat(run.failure().key()).endsWith("ambiguous-header");
    assertThat(loading.load("customer,time\n1,2026-01-01\n").failure().key())
        .endsWith("unknown-header");
  }

  @Test
  void whatARowDoesNotSayStaysAsItWas() {
    loading.load("customer,complaint,time,text,severity\n1,B,2026-01-01,damp,3\n");
    var run =
        loading.load(
            "customer,complaint,time,resolved_at,satisfied\n1,B,2026-01-01,2026-01-05,no\n");
    assertThat(run.changed()).isEqualTo(1);
    assertThat(jdbc.sql("select text, severity, satisfied from complaint").query().singleRow())
        .containsEntry("text", "damp")
        .containsEntry("severity", 3)
        .containsEntry("satisfied", false);
    assertThat(jdbc.sql("select was ->> 'satisfied' from fact_history").query().singleColumn())
        .containsExactly((Object) null);
  }

  @Test
  void anOlderVersionThatArrivesLaterChangesNothing() {
    loading.load(
        "customer,request,time,subject,updated_at\n1,A,2026-01-01,new,2026-01-03T00:00:00Z\n");
    var run =
        loading.load(
            "customer,request,time,subject,updated_at\n1,A,2026-01-01,old,2026-01-02T00:00:00Z\n");
    assertThat(run.same()).isEqualTo(1);
    assertThat(jdbc.sql("select subject from request").query(String.class).single())
        .isEqualTo("new");
  }

  @Test
  void wrongCellsComeBackWithTheirReason() {
    var run =
        loading.load(
            """
            customer,time,complaint,severity,satisfied
            1,2026-01-01,1,0,
            1,2026-01-01,2,6,
            1,2026-01-01,3,5,perhaps
            1,2027-01-01,4,5,yes
            1,2026-01-01,5,1,yes
            """);
    assertThat(run.created()).isEqualTo(1);
    assertThat(loading.problems(run))
        .containsExactly(
            "2 severity range", "3 severity range", "4 satisfied flag", "5 time future");
  }

  @Test
  void aCartWithAnAddressOnlyCreatesThePersonEvenIfTheOrderIsNeverFinished() {
    var run =
        loading.load(
            """
            email,time,cart,items
            Tea.Lover@Example.org,2026-05-01,C-1,Tea set
            tea.lover@example.org,2026-05-02,C-2,Tea set and a cup
            ,2026-05-02,C-3,nothing known
            no address,2026-05-02,C-4,cup
            """);
    assertThat(run.created()).isEqualTo(2);
    assertThat(loading.problems(run))
        .containsExactly("4 customer customer-or-email", "5 email email");
    var person = jdbc.sql("select ref, email, email_consent from customer").query().singleRow();
    assertThat((String) person.get("ref")).matches("mail-[0-9a-f]{16}");
    assertThat((String) person.get("email")).isEqualToIgnoringCase("tea.lover@example.org");
    assertThat(person.get("email_consent")).isNull();
  }

  @Test
  void aCartOfACallCreatesThePersonToo() {
    var manager = loading.manager();
    var row = Map.of("email", "x@example.org", "time", "2026-05-01T10:00:00Z", "cart", "C-1");
    assertThat(facts.record(ImportType.CARTS, List.of(row), null, manager))
        .isEqualTo(new Tally(1, 0, 0));
    assertThat(facts.record(ImportType.CARTS, List.of(row), null, manager))
        .isEqualTo(new Tally(0, 0, 1));
    assertThat(jdbc.sql("select email from customer").query(String.class).single())
        .isEqualTo("x@example.org");
  }

  @Test
  void aCartIsLeftEmptiedOrOrderedByAnOrderAfterItPaidOrNot() {
    loading.load(
        """
        customer,time,cart,items,removed,ordered
        1,2026-05-02,full,cup,,
        1,2026-05-02,empty,,cup,
        1,2026-05-02,told,cup,,yes
        1,2026-05-04,later,cup,,
        """);
    assertThat(states())
        .containsExactly("empty emptied", "full left", "later left", "told ordered");
    loading.load("customer,time,amount,purchase,status\n1,2026-05-03,5.00,P,cancelled\n");
    assertThat(states())
        .containsExactly("empty emptied", "full left", "later left", "told ordered");
    for (var status : List.of("pending", "paid")) {
      loading.load(
          "customer,time,amount,purchase,status\n1,2026-05-03,5.00,P,%s\n".formatted(status));
      assertThat(states())
          .containsExactly("empty ordered", "full ordered", "later left", "told ordered");
    }
  }

  @Test
  void aFactOfAnUnknownCustomerCreatesHimAndAnErasedOneComesBackAsAProblem() {
    var run = loading.load("customer,time,request\n7,2026-01-01,A\n");
    assertThat(run.created()).isEqualTo(1);
    jdbc.sql(
            "insert into erased_ref (ref_hash, customer_id, until) select ref_hash('9'), id, now() from customer")
        .update();
    assertThat(loading.problems(loading.load("customer,time,request\n9,2026-01-01,B\n")))
        .containsExactly("2 customer erased");
  }

  @Test
  void wordsOfAnErasedPersonGo() throws IOException {
    for (var file : List.of("requests", "complaints", "carts", "referrals", "refunds")) {
      loading.load(Files.readAllBytes(SAMPLES.resolve(file + ".csv")), false);
    }
    transaction.executeWithoutResult(
        status ->
            jdbc.sql("select id from customer")
                .query(Long.class)
                .list()
                .forEach(id -> events.publishEvent(new CustomerErased(new CustomerId(id)))));
    assertThat(
            jdbc.sql(
                    """
                    select coalesce(subject, outcome) as word from request
                    union all select text from complaint
                    union all select coalesce(email, items, url, removed) from cart
                    union all select referred from referral
                    union all select reason from refund
                    """)
                .query()
                .listOfRows())
        .hasSize(16)
        .allSatisfy(row -> assertThat(row.get("word")).isNull());
  }

  @Test
  void aCallIsRefusedAsAWholeWhenOneFactIsWrong() {
    var manager = loading.manager();
    var good = Map.of("customer", "1", "time", "2026-05-01", "request", "A");
    var wrong = Map.of("customer", "1", "time", "soon", "request", "B");
    assertThatThrownBy(() -> facts.record(ImportType.REQUESTS, List.of(good, wrong), null, manager))
        .isInstanceOf(RowsRefused.class);
    assertThat(all("request")).isEmpty();
  }

  /** Decision 624: what is stored is compared as what a row says itself. */
  @ParameterizedTest
  @CsvSource({
    "complaint, resolved_at, 2026-01-05",
    "request, answered_at, 2026-01-05",
    "request, answered_at, 2026-01-05 14:30"
  })
  void aTimeIsNotMovedPastTheEndThatIsStored(String kind, String end, String stored) {
    var told = "customer,%s,time,%s\n1,B,2026-01-01,%s\n".formatted(kind, end, stored);
    loading.load(told);
    var moved = loading.load("customer,%s,time\n1,B,2026-01-06 09:00\n".formatted(kind));
    assertThat(loading.problems(moved)).containsExactly("2 time after-end");
    assertThat(figures(moved)).isEqualTo(List.of("2026-01-06 09:00", stored, end));
    assertThat(moved.created() + moved.changed() + moved.same()).isZero();
    var called =
        List.of(
            Map.of("customer", "2", kind, "A", "time", "2026-01-02"),
            Map.of("customer", "1", kind, "B", "Time", "2026-01-06T09:00:00Z"));
    assertThatThrownBy(
            () -> facts.record(ImportType.named(kind + "s"), called, null, loading.manager()))
        .isInstanceOfSatisfying(
            RowsRefused.class,
            refused -> {
              assertThat(refused.problems())
                  .extracting(RowsRefused.Problem::index, RowsRefused.Problem::code)
                  .containsExactly(tuple(1, "after-end"));
              assertThat(refused.problems().get(0).sentence().figures())
                  .contains(stored)
                  .hasSize(3);
            });
    assertThat(all(kind)).hasSize(1);
    var onTheDay = loading.load("customer,%s,time\n1,B,2026-01-04\n".formatted(kind));
    assertThat(onTheDay.changed()).isEqualTo(1);
    var both = "customer,%s,time,%s\n1,B,2026-01-06,2026-01-07\n".formatted(kind, end);
    assertThat(loading.load(both).changed()).isEqualTo(1);
  }

  @Test
  void aRefundIsMoneyThatGoesBack() {
    var run = loading.load("customer,refund,time,amount\n1,R,2026-01-05,5.00\n");
    var total = history.totals(run.id(), loading.manager()).get(0);
    assertThat(total.gross()).isZero();
    assertThat(total.refunded()).isEqualByComparingTo("5");
    assertThat(total.net()).isEqualByComparingTo("-5");
  }

  private List<Object> figures(ImportRun run) {
    return history
        .problems(run.id(), ProblemFilter.NONE, null, loading.manager())
        .items()
        .get(0)
        .sentence()
        .figures();
  }

  private List<String> states() {
    return jdbc.sql(
            """
            select c.external_id || ' ' || s.state from cart c join cart_state('Europe/Berlin') s using (customer_id, id) order by 1
            """)
        .query(String.class)
        .list();
  }

  private List<Map<String, Object>> all(String table) {
    return jdbc.sql("select * from " + table + " order by source, external_id")
        .query()
        .listOfRows();
  }
}
