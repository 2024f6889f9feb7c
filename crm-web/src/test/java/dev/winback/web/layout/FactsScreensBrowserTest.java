package dev.winback.web.layout;

import dev.winback.importing.ImportRun;
import dev.winback.importing.Loading;
import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Role;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.Screens;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The screens through which facts come in, with something on each: as the other main screens. */
@WebTest
class FactsScreensBrowserTest {

  private static final String CUSTOMERS =
      """
      customer,name,email,phone,city,kind,owner
      C-1,Ölmühle Łódź & Söhne GmbH,shared@example.org,+49301234567,Ulm,wholesale,boss
      C-2,Olmuehle Lodz,shared@example.org,,Ulm,,
      C-3,Anna Berg,anna@example.org,+49301234568,Bonn,,
      C-4,Anna Berg,berta@example.org,+49301234569,Bonn,,
      C-5,Nobody To Reach,,,Hof,,boss
      C-6,Part of it,part@example.org,,Hof,,
      """;

  /** Rows of another system as the till of a shop may write them; the rest of it is wrong. */
  private static final List<String> ROWS =
      List.of(
          "insert into shop (system, address, source, hook_secret, connected_at) values ('shopify', 'https://firm.myshopify.com', 'shopify', 'x', now())",
          """
          insert into shop_delivery (shop_id, delivery, topic, body, state, reason, figures, received_at)
          select id, 'd-' || n, 'orders/updated', '{}', case when n % 3 = 0 then 'refused' else 'done' end,
                 case when n % 3 = 0 then 'number' end, '["total_price", "a lot"]', now()
          from shop, generate_series(1, 9) n
          """,
          "insert into webhook (url, events, secret, created_at) values ('https://a.invalid/hook', 'night.done', decode(repeat('00', 32), 'hex'), now())",
          """
          insert into api_key (member_id, name, prefix, secret_hash, scopes, created_at)
          select id, 'till', 'aaaaaaaa', decode(repeat('00', 32), 'hex'), 'facts', now() from member
          where login = 'admin'
          """,
          """
          insert into import_mapping (fingerprint, name, header, mapping, changed_at)
          values ('x', 'till', '["no", "when", "sum"]',
                  '{"type": "purchases", "columns": {"customer": "no", "time": "when", "amount": "sum"}}', now())
          """,
          """
          insert into person (customer_id, source, external_id, first_name, last_name, role, received_at)
          select id, 'hand', 'p', 'Ines', 'Okafor', 'buys', now() from customer where ref = 'C-1'
          """,
          "update customer set created_at = '2024-01-01'");

  @LocalServerPort int port;
  @Autowired Stories stories;
  @Autowired Loading loading;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private ImportRun done;
  private ImportRun waiting;
  private ImportRun failed;

  @BeforeEach
  void factsOfEveryKind() {
    stories.admin();
    stories.member("boss", Role.MANAGER);
    loading.load(CUSTOMERS);
    var wrong = "9,2026-02-31,1,\n".repeat(20) + "8,2026-05-01,x,\n,2026-05-01,3,surplus,more\n";
    done = loading.load("customer,time,amount,items\nC-1,2025-01-02,50,Tea\n" + wrong);
    waiting = loading.load("Kunde;Wann;Betrag\n1;01.05.2026;12,50\n2;02.05.2026;3,00\n");
    failed = loading.load("customer,name,Name\n1,A,B\n");
    ROWS.forEach(row -> jdbc.sql(row).update());
    nightly.run(clock.today());
  }

  @Test
  void everyScreenIsAccessibleAndKeepsItsWidth() {
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("admin", Stories.PASSWORD);
      Screens.look(browser, ofTheAdministrator(), soft);
      browser.signIn("boss", Stories.PASSWORD);
      Screens.look(browser, ofTheManager(), soft);
    }
    soft.assertAll();
  }

  private List<String> ofTheAdministrator() {
    return List.of(
        "/settings/imports",
        "/settings/imports/" + done.id(),
        "/settings/imports/" + waiting.id(),
        "/settings/imports/" + failed.id(),
        "/settings/imports/" + done.id() + "/problems",
        "/settings/imports/" + waiting.id() + "/mapping",
        "/settings/imports/mappings",
        "/settings/imports/mappings/" + id("import_mapping"),
        "/settings/shops",
        "/settings/shops/deliveries",
        "/settings/webhooks",
        "/settings/webhooks/" + id("webhook"),
        "/settings/keys");
  }

  private List<String> ofTheManager() {
    return List.of(
        "/customers/duplicates",
        "/customers/C-1/merges/preview?other=C-2",
        "/customers/C-1",
        "/customers/C-1/edit",
        "/customers/C-1/persons/new",
        "/customers?signal=stale-contact",
        "/today");
  }

  private long id(String table) {
    return jdbc.sql("select max(id) from " + table).query(Long.class).single();
  }
}
