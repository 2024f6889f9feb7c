package dev.winback.web.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** OPS-04: every kind of fact by the API, and on the customer's page with its sentence. */
@WebTest
class FactsApiTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void everyKindComesInOnce() {
    People.hire(staff);
    send(
        "purchases",
        """
        [{"purchase":"P1","time":"2026-03-01T10:00:00Z","amount":"100.00","items":["cup","pot"]},
         {"purchase":"P2","time":"2026-03-02T10:00:00Z","amount":"7.00","items":"tea"}]
        """,
        2);
    send(
        "refunds",
        "{\"refund\":\"R1\",\"time\":\"2026-03-05\",\"amount\":30,\"purchase\":\"P1\"}",
        1);
    send(
        "refunds",
        "{\"refund\":\"R2\",\"time\":\"2026-03-06\",\"amount\":999,\"reason\":\"all\"}",
        1);
    send(
        "refunds",
        "{\"refund\":\"R3\",\"time\":\"2026-03-07\",\"amount\":5,\"purchase\":\"P9\"}",
        1);
    send(
        "requests",
        "{\"request\":\"A1\",\"time\":\"2026-03-03\",\"subject\":\"price of a cup\"}",
        1);
    send(
        "complaints",
        """
        {"complaint":"B1","time":"2026-03-04","text":"cup broken","severity":4,"human":false,
         "resolved_at":"2026-03-06","satisfied":false}
        """,
        1);
    send(
        "carts",
        "{\"cart\":\"C1\",\"time\":\"2026-05-04\",\"items\":[\"two cups\"],\"amount\":\"12.5\"}",
        1);
    send("contacts", "{\"contact\":\"K1\",\"time\":\"2026-05-05\",\"channel\":\"visit\"}", 1);
    send(
        "payments",
        "{\"payment\":\"Y1\",\"time\":\"2026-03-20T09:00:00Z\",\"amount\":\"100.00\",\"due_on\":\"2026-03-10\"}",
        1);
    send(
        "referrals",
        "{\"referral\":\"F1\",\"time\":\"2026-05-06\",\"referred\":\"a neighbour\"}",
        1);
  }

  /** Twice: the second call changes nothing. */
  private void send(String kind, String body, int facts) {
    var whole = body.replace("{", "{\"customer\":\"K-1\",");
    assertThat(post(kind, whole))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"created\":%d,\"changed\":0,\"same\":0}".formatted(facts));
    assertThat(post(kind, whole))
        .bodyJson()
        .isLenientlyEqualTo("{\"created\":0,\"changed\":0,\"same\":%d}".formatted(facts));
  }

  private MvcTestResult post(String kind, String body) {
    return mvc.post()
        .uri("/api/v1/" + kind)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(httpBasic("manager", "demo"))
        .exchange();
  }

  @Test
  void theTimelineTellsEachKindInItsWords() throws UnsupportedEncodingException {
    assertThat(page(""))
        .contains(
            "€100.00 of it refunded",
            "€7.00 of it refunded",
            "for P1, P2",
            "€922.00 found no purchase",
            "€5.00 wait")
        .contains("price of a cup", "Not answered yet")
        .contains("severity 4 of 5", "cup broken", "dissatisfied with the reaction")
        .contains(
            "Cart, not ordered", "two cups", "10 days late", "Recommended us to", "a neighbour")
        .contains("Recommended us", "once", "Complaints 1")
        .doesNotContain("??", "€0.00");
  }

  @Test
  void aFilterShowsOneKindAlone() throws UnsupportedEncodingException {
    assertThat(page("?kind=complaint")).contains("cup broken").doesNotContain("two cups");
    assertThat(mvc.get().uri("/customers/K-1?kind=gossip").with(user("manager"))).hasStatus(422);
  }

  @Test
  void theCustomerCountsItsFacts() {
    assertThat(mvc.get().uri("/api/v1/customers/K-1").with(httpBasic("manager", "demo")))
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"referrals":1,"facts":{"purchase":2,"refund":3,"payment":1,"request":1,"complaint":1,"cart":1,
             "referral":1,"contact":1}}
            """);
  }

  @Test
  void whatIsWrongIsNamedWithItsField() {
    assertThat(post("complaints", "{\"customer\":\"K-1\",\"time\":\"2026-03-04\",\"severity\":9}"))
        .hasStatus(422)
        .bodyJson()
        .isLenientlyEqualTo("{\"field\":\"severity\",\"problems\":[{\"code\":\"range\"}]}");
    assertThat(post("carts", "{\"time\":\"2026-03-04\",\"cart\":\"C\"}"))
        .hasStatus(422)
        .bodyJson()
        .isLenientlyEqualTo("{\"problems\":[{\"code\":\"customer-or-email\"}]}");
  }

  /** OPS-04: customers too, with all that a file of customers says. */
  @Test
  void customersComeInLikeFacts() {
    var two =
        """
        [{"customer":"N-1","name":"Nora Neu","email":"nora@example.org","phone":"+49301234567","email_consent":true,
          "consent_at":"2026-02-01","consent_source":"checkout"},
         {"customer":"N-2","company":"Neu & Co","city":"Bonn"}]
        """;
    assertThat(post("customers", two)).bodyJson().isLenientlyEqualTo("{\"created\":2,\"same\":0}");
    assertThat(post("customers", two)).bodyJson().isLenientlyEqualTo("{\"created\":0,\"same\":2}");
    assertThat(post("customers", "{\"customer\":\"N-2\",\"city\":\"Ulm\"}"))
        .bodyJson()
        .isLenientlyEqualTo("{\"created\":0,\"changed\":1}");
    assertThat(mvc.get().uri("/api/v1/customers/N-1").with(httpBasic("manager", "demo")))
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"name\":\"Nora Neu\",\"email\":\"nora@example.org\",\"consent\":{\"email\":true}}");
    assertThat(mvc.get().uri("/api/v1/customers/N-2").with(httpBasic("manager", "demo")))
        .bodyJson()
        .isLenientlyEqualTo("{\"company\":\"Neu & Co\",\"city\":\"Ulm\"}");
    assertThat(post("customers", "{\"customer\":\"N-3\",\"email\":\"none\"}"))
        .hasStatus(422)
        .bodyJson()
        .isLenientlyEqualTo("{\"field\":\"email\"}");
  }

  @Test
  void oneFieldInTwoSpellingsIsNamed() {
    var twice = "{\"customer\":\"K-1\",\"Customer\":\"K-2\",\"time\":\"2026-03-04\",\"amount\":1}";
    assertThat(post("purchases", twice))
        .hasStatus(422)
        .bodyJson()
        .isLenientlyEqualTo("{\"field\":\"customer\",\"problems\":[{\"code\":\"field-twice\"}]}");
  }

  private String page(String query) throws UnsupportedEncodingException {
    var page = mvc.get().uri("/customers/K-1" + query).with(user("manager")).exchange();
    assertThat(page).hasStatusOk();
    return page.getResponse().getContentAsString();
  }

  /** A number in JSON is money too: no digit of it is lost, and none is added. */
  @Test
  void numbersAreTakenAsWritten() {
    for (var amount : List.of("999999999999.99", "1.5E2")) {
      assertThat(post("purchases", purchase(amount))).hasStatusOk();
      assertThat(
              jdbc.sql("select amount from purchase where external_id = 'N'")
                  .query(BigDecimal.class)
                  .single())
          .isEqualByComparingTo(amount);
    }
    for (var amount : List.of("1e999", "1e999999999", "1e-999999999")) {
      assertThat(post("purchases", purchase(amount)))
          .hasStatus(422)
          .bodyJson()
          .extractingPath("$.field")
          .isEqualTo("amount");
    }
  }

  private static String purchase(String amount) {
    return "{\"customer\":\"K-2\",\"purchase\":\"N\",\"time\":\"2026-03-01\",\"amount\":"
        + amount
        + "}";
  }
}
