package dev.winback.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Suppressions;
import dev.winback.importing.Corrections;
import dev.winback.importing.Loading;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I9: a list of customers that was made before somebody said no to letters opens no mailbox. */
@CoreTest
class OlderListTest {

  private static final String SECRET = "shared secret";
  private static final String MAIL = "ana@example.com";
  private static final String MONDAY = "2026-05-04T10:00:00Z";
  private static final String TUESDAY = "2026-05-05T10:00:00Z";
  private static final String WEDNESDAY = "2026-05-06T10:00:00Z";

  @Autowired Inbox inbox;
  @Autowired InboxWorker worker;
  @Autowired Shops shops;
  @Autowired Loading loading;
  @Autowired Corrections corrections;
  @Autowired Suppressions suppressions;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void connect() {
    shops.connect(
        new NewShop(ShopSystem.SHOPIFY, "firm.myshopify.com", SECRET, null, null), stories.admin());
  }

  @Test
  void whoUnsubscribedInTheShopAfterTheListWasMadeGetsNoLetter() {
    shopSays("subscribed", MONDAY);
    shopSays("unsubscribed", TUESDAY);
    for (int time = 0; time < 3; time++) {
      list("yes", "City" + time);
      assertThat(open()).as("loaded %d times", time).isFalse();
    }
    list("no", "Lyon");
    list("yes", "Nice");
    assertThat(open()).as("a later list agreed with the shop").isFalse();
  }

  @Test
  void norDoesHeWhenTheWordOfTheShopComesAfterTheList() {
    shopSays("subscribed", MONDAY);
    list("yes", "Lyon");
    shopSays("unsubscribed", TUESDAY);
    assertThat(open()).isFalse();
    list("yes", "Nice");
    assertThat(open()).isFalse();
  }

  @Test
  void theShopItselfGivesItBack() {
    shopSays("unsubscribed", TUESDAY);
    list("yes", "Lyon");
    shopSays("subscribed", WEDNESDAY);
    assertThat(open()).isTrue();
    shopSays("unsubscribed", TUESDAY);
    assertThat(open()).as("told once more").isTrue();
  }

  @Test
  void aListGivesItWhereNobodySaidNo() {
    shopSays("not_subscribed", TUESDAY);
    list("yes", "Lyon");
    assertThat(open()).isTrue();
  }

  @Test
  void ofListsAloneTheLastOneCounts() {
    list("no", "Lyon");
    list("yes", "Lyon");
    assertThat(open()).isTrue();
    list("no", "Lyon");
    assertThat(open()).isFalse();
  }

  /** Of one file as of two, in either order of its lines. */
  @ParameterizedTest
  @CsvSource({
    "'yes,,', 'no,2026-05-05T10:00:00Z,', false",
    "'yes,,2026-05-04T10:00:00Z', 'no,2026-05-05T10:00:00Z,', false",
    "'yes,,2026-05-06T10:00:00Z', 'no,2026-05-05T10:00:00Z,', true",
    "'yes,2026-05-06T10:00:00Z,', 'no,2026-05-05T10:00:00Z,', true",
    "'no,,', 'yes,2026-05-05T10:00:00Z,', false"
  })
  void aDatedNoStandsAgainstAYesOfNoTimeInItsOwnFile(String one, String other, boolean opens) {
    for (var lines : List.of(List.of(one, other), List.of(other, one))) {
      jdbc.sql("truncate customer, customer_row, suppression cascade").update();
      loading.load(
          "customer,email,email_consent,updated_at,consent_at\n721,%1$s,%2$s\n721,%1$s,%3$s\n"
              .formatted(MAIL, lines.get(0), lines.get(1)));
      assertThat(open()).as(lines.toString()).isEqualTo(opens);
    }
  }

  @Test
  void aYesThatSaysWhenItWasGivenCountsByThat() {
    shopSays("unsubscribed", TUESDAY);
    loading.load(dated(MONDAY));
    assertThat(open()).isFalse();
    loading.load(dated(WEDNESDAY));
    assertThat(open()).isTrue();
  }

  @Test
  void aYesByHandStandsUntilTheShopSaysNoAgain() {
    shopSays("unsubscribed", TUESDAY);
    corrections.correct(
        "shopify-721",
        Map.of("email_consent", "yes", "consent_source", "call"),
        null,
        stories.manager());
    assertThat(open()).isTrue();
    shopSays("unsubscribed", WEDNESDAY);
    assertThat(open()).as("said before the call").isTrue();
    list("yes", "Lyon");
    assertThat(open()).isTrue();
  }

  private void shopSays(String consent, String at) {
    var body =
        Orders.bytes(
            """
            {"id": 721, "email": "%s", "updated_at": "%s", "email_marketing_consent": {"state": "%s"}}
            """
                .formatted(MAIL, at, consent));
    var signed = HookSignature.of(body, SECRET);
    inbox.receive(
        new Hook(ShopSystem.SHOPIFY, signed, "customers/update", consent + at, null, body));
    worker.work();
  }

  private void list(String consent, String city) {
    loading.load(
        """
        Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address City
        721,Ana,Ruiz,%s,%s,%s
        """
            .formatted(MAIL, consent, city));
  }

  private static String dated(String at) {
    return "customer,email,email_consent,consent_at\nshopify-721,%s,yes,%s\n".formatted(MAIL, at);
  }

  private boolean open() {
    var yes = jdbc.sql("select email_consent from customer").query(Boolean.class).single();
    assertThat(suppressions.stopped(MAIL)).isNotEqualTo(yes);
    return yes;
  }
}
