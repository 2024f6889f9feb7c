package dev.winback.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.customer.Suppressions;
import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.importing.Loading;
import dev.winback.importing.RowsRefused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I12, T60: what happened before a person was erased does not bring him back; a purchase of a later
 * day makes a new customer who has nothing to do with the erased record.
 */
@CoreTest
class ErasedComesBackTest {

  private static final String ERASED_ON = "2026-06-01";
  private static final String DAY_AFTER = "2026-06-02";

  @Autowired Customers customers;
  @Autowired Suppressions suppressions;
  @Autowired Facts facts;
  @Autowired Loading loading;
  @Autowired Inbox inbox;
  @Autowired InboxWorker worker;
  @Autowired Shops shops;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor manager;

  @BeforeEach
  void somebodyIsErasedOnTheFirstOfJune() {
    manager = stories.manager();
    stories.aCustomer("K-7").named("Zenobia").silentFor(31).times(1).save();
    customers.erase("K-7", manager);
    clock.setDay(MovableClock.START.plusDays(9));
  }

  @Test
  void aPurchaseOfTheDayItselfInAFileDoesNotBringHimBack() {
    assertThat(load("customer,time,amount\nK-7," + ERASED_ON + " 23:59,10\n")).isEqualTo("0 1");
    assertThat(named()).isEmpty();
  }

  @Test
  void aPurchaseOfTheDayAfterInAFileMakesANewCustomer() {
    assertThat(load("customer,time,amount\nK-7,2026-05-02,10\nK-7," + DAY_AFTER + ",10\n"))
        .isEqualTo("1 1");
    assertThat(load("customer,time,amount\nK-7,2026-05-03,10\nK-7," + DAY_AFTER + ",10\n"))
        .isEqualTo("0 1");
    assertANewCustomerWithOnePurchase();
  }

  @Test
  void aPurchaseToldByAProgramBringsHimBackFromTheDayAfterOn() {
    assertRefused(ImportType.PURCHASES, ERASED_ON + "T23:59");
    facts.record(
        ImportType.PURCHASES, List.of(row(ImportType.PURCHASES, DAY_AFTER)), null, manager);
    assertRefused(ImportType.PURCHASES, "2026-05-03");
    assertANewCustomerWithOnePurchase();
  }

  @Test
  void nothingButAPurchaseBringsHimBackAndThenAllIsTaken() {
    assertRefused(ImportType.COMPLAINTS, DAY_AFTER);
    assertRefused(ImportType.PAYMENTS, DAY_AFTER);
    assertThat(load("customer,name\nK-7,Zenobia\n")).isEqualTo("0 1");
    facts.record(
        ImportType.PURCHASES, List.of(row(ImportType.PURCHASES, DAY_AFTER)), null, manager);

    assertRefused(ImportType.COMPLAINTS, ERASED_ON);
    facts.record(
        ImportType.COMPLAINTS, List.of(row(ImportType.COMPLAINTS, DAY_AFTER)), null, manager);
    assertThat(load("customer,name\nK-7,Zenobia\n")).isEqualTo("0 0");
    assertThat(named()).containsExactly("Zenobia");
  }

  @Test
  void anOrderOfAShopBringsHimBackWithHisNameAndHisAddressStaysStopped() {
    connect();
    hear("d1", Orders.shopify(5, "2026-05-01T10:00:00+02:00", "paid", "0.00"));
    customers.erase("shopify-721", manager);
    hear("d2", Orders.shopify(5, "2026-06-10T10:00:00+02:00", "paid", "0.00"));
    hear("d3", order("2026-06-10T21:59:00Z"));
    assertThat(named()).isEmpty();

    clock.setDay(MovableClock.START.plusDays(20));
    hear("d4", order("2026-06-10T22:00:00Z"));

    assertThat(named()).containsExactly("Ana Ruiz");
    assertThat(suppressions.stopped("ana@example.com")).isTrue();
    assertThat(one("select string_agg(state, ' ' order by id) from shop_delivery"))
        .isEqualTo("done ignored ignored done");
  }

  @Test
  void aYesOfALaterMomentGivesHimLettersAgain() {
    jdbc.sql("update suppression set created_at = '2026-06-01 10:00+00'").update();
    facts.record(
        ImportType.PURCHASES, List.of(row(ImportType.PURCHASES, DAY_AFTER)), null, manager);
    consents("2026-05-31");
    assertThat(suppressions.stopped("k-7@example.org")).isTrue();
    consents("2026-06-03");
    assertThat(suppressions.stopped("k-7@example.org")).isFalse();
  }

  private void consents(String on) {
    load("customer,email,email_consent,consent_at\nK-7,k-7@example.org,yes," + on + "\n");
  }

  @Test
  void erasedAgainHeIsGoneAgain() {
    facts.record(
        ImportType.PURCHASES, List.of(row(ImportType.PURCHASES, DAY_AFTER)), null, manager);
    customers.erase("K-7", manager);
    assertRefused(ImportType.PURCHASES, "2026-06-10");
    assertThat(named()).isEmpty();
  }

  /** The numbers of a large file are known in memory, where his is asked for in the database. */
  @Test
  void aLargeFileIntoAnEmptyTableKnowsHimToo() {
    facts.record(
        ImportType.PURCHASES, List.of(row(ImportType.PURCHASES, DAY_AFTER)), null, manager);
    var file = new StringBuilder("customer,time,channel,contact\n");
    file.append(
        "K-7,2026-05-01,phone,a\nK-7," + ERASED_ON + ",phone,b\nK-7," + DAY_AFTER + ",phone,c\n");
    for (int i = 0; i < 12_000; i++) {
      file.append("L-").append(i % 100).append(",2026-05-01,phone,l").append(i).append('\n');
    }
    assertThat(load(file.toString())).isEqualTo("12001 2");
    assertThat(
            one(
                "select string_agg(k.external_id, ' ') from contact k join customer c on c.id = k.customer_id where c.ref = 'K-7'"))
        .isEqualTo("c");
  }

  private void assertANewCustomerWithOnePurchase() {
    assertThat(
            jdbc.sql("select ref from customer order by id").query(String.class).list().toString())
        .matches("\\[erased-\\d+, K-7]");
    assertThat(
            jdbc.sql(
                    "select (c.ref like 'erased%') || ' ' || count(*) from purchase p join customer c on c.id = p.customer_id group by c.ref order by 1")
                .query(String.class)
                .list())
        .containsExactly("false 1", "true 1");
  }

  private void assertRefused(ImportType type, String time) {
    assertThatThrownBy(() -> facts.record(type, List.of(row(type, time)), null, manager))
        .isInstanceOfSatisfying(
            RowsRefused.class,
            refused -> assertThat(refused.problems().get(0).code()).isEqualTo("erased"));
  }

  private static Map<String, String> row(ImportType type, String time) {
    var row = new HashMap<>(Map.of("customer", "K-7", "time", time));
    switch (type) {
      case PURCHASES -> row.putAll(Map.of("amount", "10", "purchase", "p-" + time));
      case PAYMENTS -> row.put("amount", "10");
      default -> row.put("text", "late");
    }
    return row;
  }

  /** Of all who are not erased. */
  private List<String> named() {
    return jdbc.sql("select display_name from customer where erased_at is null order by id")
        .query(String.class)
        .list();
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private String load(String csv) {
    var run = loading.load(csv);
    return run.created() + " " + run.rejected();
  }

  private void connect() {
    shops.connect(
        new NewShop(ShopSystem.SHOPIFY, "firm.myshopify.com", "secret", null, null),
        stories.admin());
  }

  private static String order(String created) {
    return Orders.shopify(6, created, "paid", "0.00").replace("2026-05-01T10:00:00+02:00", created);
  }

  private void hear(String delivery, String order) {
    var body = Orders.bytes(order);
    inbox.receive(
        new Hook(
            ShopSystem.SHOPIFY,
            HookSignature.of(body, "secret"),
            "orders/create",
            delivery,
            "firm.myshopify.com",
            body));
    worker.work();
  }
}
