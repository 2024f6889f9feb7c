package dev.winback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.Tally;
import dev.winback.testing.CoreTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Several numbers, one customer (I8, I9 of hold.md): who is who does not depend on the order in
 * which rows arrive.
 */
@CoreTest
class IdentityTest {

  private static final String MAIL = "ann@example.org";
  private static final String OTHER = "bob@example.org";

  @Autowired Customers customers;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate tx;

  private final AtomicInteger line = new AtomicInteger();

  @BeforeEach
  void start() {
    line.set(0);
  }

  private CustomerEntry row(String number, @Nullable String told, String... said) {
    return row(number, told, List.of(), said);
  }

  private CustomerEntry row(
      String number, @Nullable String told, List<CustomerEntry.Alias> aliases, String... said) {
    var fields = new EnumMap<CustomerField, @Nullable Object>(CustomerField.class);
    for (int i = 0; i < said.length; i += 2) {
      var field = CustomerField.valueOf(said[i]);
      fields.put(
          field, field == CustomerField.EMAIL_CONSENT ? Boolean.valueOf(said[i + 1]) : said[i + 1]);
    }
    var toldAt = told == null ? null : Instant.parse(told + "T00:00:00Z");
    return new CustomerEntry(
        line.incrementAndGet(), number, toldAt, fields, aliases, new TreeMap<>());
  }

  private Tally record(CustomerEntry... rows) {
    return tx.execute(t -> customers.intake().record(List.of(rows)));
  }

  private void clear() {
    for (var table : List.of("customer_history", "customer_alias", "customer_row", "customer")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  private String all() {
    return jdbc.sql(
            """
            select coalesce(string_agg(
                     ref || '[' || coalesce((select string_agg(a.source || a.number, ',' order by a.source, a.number)
                                               from customer_alias a where a.customer_id = c.id), '') || ']'
                         || coalesce(' ' || name, '') || coalesce(' ' || email, '') || coalesce(' ' || phone_e164, '')
                         || coalesce(' ' || city, ''), '; ' order by ref), '')
            from customer c
            """)
        .query(String.class)
        .single();
  }

  /** Row by row and all at once, in every order. */
  private void inEveryOrder(List<CustomerEntry> rows, String outcome) {
    for (var order : permutations(rows)) {
      clear();
      order.forEach(this::record);
      assertThat(all()).as("one by one: %s", order).isEqualTo(outcome);
      clear();
      record(order.toArray(CustomerEntry[]::new));
      assertThat(all()).as("at once: %s", order).isEqualTo(outcome);
      assertThat(record(order.toArray(CustomerEntry[]::new)))
          .as("again: %s", order)
          .isEqualTo(new Tally(0, 0, rows.size()));
    }
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<T>>();
    for (int i = 0; i < items.size(); i++) {
      var rest = new ArrayList<>(items);
      var first = rest.remove(i);
      permutations(rest).forEach(p -> all.add(concat(first, p)));
    }
    return all;
  }

  private static <T> List<T> concat(T first, List<T> rest) {
    var list = new ArrayList<T>();
    list.add(first);
    list.addAll(rest);
    return list;
  }

  @Test
  void twoShopsAndTheFirmsOwnFileMeetByTheAddress() {
    inEveryOrder(
        List.of(
            row("shopify-721", "2026-01-01", "EMAIL", MAIL),
            row("woo-9", "2026-02-01", "EMAIL", "ANN@example.org"),
            row("K-1", null, "EMAIL", MAIL, "NAME", "Ann")),
        "K-1[shopify-721,woo-9] Ann ann@example.org");
  }

  @Test
  void withoutOurNumberTheBestMadeOneIsTheNumber() {
    var mail = MadeNumber.ofMail(MAIL);
    inEveryOrder(
        List.of(
            row(mail, "2026-01-01", "EMAIL", MAIL),
            row("woo-9", "2026-01-02", "EMAIL", MAIL),
            row("shopify-721", "2026-01-03", "EMAIL", MAIL)),
        "shopify-721[" + mail + ",woo-9] ann@example.org");
  }

  @Test
  void aPhoneKeyMeetsTheOneCustomerWithTheNumber() {
    var phone = MadeNumber.ofPhone("+4930901820");
    inEveryOrder(
        List.of(
            row(phone, "2026-01-01", "PHONE", "030 901820"),
            row("K-1", null, "PHONE", "+49 30 90 18 20", "EMAIL", MAIL)),
        "K-1[" + phone + "] ann@example.org +4930901820");
  }

  @Test
  void twoOwnNumbersWithOneAddressStayTwo() {
    inEveryOrder(
        List.of(row("K-1", null, "EMAIL", MAIL), row("K-2", null, "EMAIL", MAIL)),
        "K-1[] ann@example.org; K-2[] ann@example.org");
    record(row("shopify-721", "2026-01-01", "EMAIL", MAIL));
    record(row("woo-9", "2026-01-01", "EMAIL", MAIL));
    assertThat(all())
        .isEqualTo(
            "K-1[] ann@example.org; K-2[] ann@example.org; shopify-721[woo-9] ann@example.org");
  }

  @Test
  void strangersDoNotMeet() {
    inEveryOrder(
        List.of(
            row("shopify-721", "2026-01-01", "EMAIL", MAIL),
            row("shopify-722", "2026-01-01", "EMAIL", OTHER),
            row("name-0123456789abcdef", "2026-01-01", "NAME", "Ann")),
        "name-0123456789abcdef[] Ann; shopify-721[] ann@example.org; shopify-722[] bob@example.org");
  }

  @Test
  void theNewestProfileWinsFieldByFieldAndAnOlderOneFillsBlanks() {
    inEveryOrder(
        List.of(
            row("shopify-721", "2026-01-01", "NAME", "A", "CITY", "Lyon"),
            row("shopify-721", "2026-01-03", "NAME", "C", "PHONE", "030 901820"),
            row("shopify-721", "2026-01-03", "NAME", "Cc")),
        "shopify-721[] Cc +4930901820 Lyon");
  }

  @Test
  void aDeclaredNumberIsTheCustomers() {
    var alias =
        List.of(CustomerEntry.Alias.of("shopify", "721"), CustomerEntry.Alias.of("erp", "4711"));
    inEveryOrder(
        List.of(
            row("K-1", null, alias, "NAME", "Ann"),
            row("shopify-721", "2026-01-01", "EMAIL", MAIL)),
        "K-1[shopify-721,erp4711] Ann ann@example.org");
  }

  @Test
  void aNumberOfSomebodyElseIsGivenBack() {
    record(row("K-1", null, List.of(CustomerEntry.Alias.of("erp", "4711")), "NAME", "Ann"));
    var tally =
        record(row("K-2", null, List.of(CustomerEntry.Alias.of("erp", "4711")), "NAME", "Bob"));
    assertThat(tally.created()).isZero();
    assertThat(all()).isEqualTo("K-1[erp4711] Ann");
  }

  @Test
  void aFileWithoutTimesSaysWhatIsSoNow() {
    record(row("K-1", null, "NAME", "Ann", "CITY", "Lyon"));
    record(row("K-1", null, "NAME", "Anna"));
    assertThat(all()).isEqualTo("K-1[] Anna Lyon");
    record(row("K-1", "2026-01-01", "NAME", "An", "PHONE", "030 901820"));
    assertThat(all()).isEqualTo("K-1[] Anna +4930901820 Lyon");
  }

  @Test
  void theTelephoneNumberIsReadInTheCountryThatIsKnownAtLast() {
    record(row("K-1", null, "COUNTRY", "France"));
    record(row("K-1", null, "PHONE", "01 42 68 53 00"));
    assertThat(all()).isEqualTo("K-1[] +33142685300");
    record(row("K-1", null, "COUNTRY", "US"));
    assertThat(all()).isEqualTo("K-1[]");
    record(row("K-1", null, "PHONE", "(212) 736-3100"));
    assertThat(all()).isEqualTo("K-1[] +12127363100");
    record(row("K-1", null, "PHONE", "+33 1 42 68 53 00"));
    assertThat(all()).isEqualTo("K-1[] +33142685300");
  }

  @Test
  void theOldNumberStillFindsTheCustomer() {
    record(row("shopify-721", "2026-01-01", "EMAIL", MAIL));
    var id = customers.require("shopify-721");
    record(row("K-1", null, "EMAIL", MAIL));
    assertThat(customers.require("shopify-721")).isEqualTo(id);
    assertThat(customers.require("K-1")).isEqualTo(id);
  }

  @Test
  void aNoOfAFileStopsTheAddressAndItsNewerYesLiftsIt() {
    record(row("shopify-721", "2026-01-01", "EMAIL", MAIL, "EMAIL_CONSENT", "false"));
    assertThat(stopped()).isEqualTo("no_consent");
    record(row("shopify-721", "2025-01-01", "EMAIL", MAIL, "EMAIL_CONSENT", "true"));
    assertThat(stopped()).isEqualTo("no_consent");
    record(row("shopify-721", "2026-02-01", "EMAIL", MAIL, "EMAIL_CONSENT", "true"));
    assertThat(stopped()).isNull();
    record(row("K-2", null, "EMAIL", MAIL, "EMAIL_CONSENT", "false"));
    assertThat(stopped()).isEqualTo("no_consent");
  }

  @Test
  void anOptOutThatThePersonGaveHimselfIsNotLiftedByAFile() {
    record(row("K-1", null, "EMAIL", MAIL, "EMAIL_CONSENT", "true"));
    jdbc.sql("insert into mail_address values (address_hash(:a))").param("a", MAIL).update();
    jdbc.sql(
            "insert into suppression (address_hash, reason) values (address_hash(:a), 'unsubscribed')")
        .param("a", MAIL)
        .update();
    jdbc.sql("update customer set email_consent = false, consent_source = 'unsubscribed'").update();

    record(row("K-1", null, "EMAIL_CONSENT", "true", "CONSENT_SOURCE", "form", "CITY", "Nice"));

    assertThat(stopped()).isEqualTo("unsubscribed");
    assertThat(
            jdbc.sql("select email_consent || consent_source || city from customer")
                .query(String.class)
                .single())
        .isEqualTo("falseunsubscribedNice");
  }

  private @Nullable String stopped() {
    return jdbc.sql("select string_agg(reason, ',') from suppression where lifted_at is null")
        .query((r, n) -> Map.entry("r", String.valueOf(r.getString(1))))
        .single()
        .getValue()
        .replace("null", "")
        .transform(text -> text.isEmpty() ? null : text);
  }
}
