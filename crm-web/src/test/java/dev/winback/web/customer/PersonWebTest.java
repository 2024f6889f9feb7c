package dev.winback.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** UND-24, UND-25 on the pages and in the API: persons, other numbers, telephone numbers. */
@WebTest
class PersonWebTest {

  private static final String API = "/api/v1/customers/K-1/persons";

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void start() {
    stories.manager();
    stories.marketing();
    stories.aCustomer("K-1").named("Bolt Ltd").ownedBy(stories.rep("ann")).silentFor(100).save();
  }

  private MvcTestResult send(String method, String path, String body, String tag) {
    return mvc.method(org.springframework.http.HttpMethod.valueOf(method))
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .header("If-Match", tag)
        .with(user("ann"))
        .exchange();
  }

  private MvcTestResult post(String path, Map<String, String> form) {
    var request = mvc.post().uri(path).with(user("ann")).with(csrf());
    form.forEach(request::param);
    return request.exchange();
  }

  private String page(String path) {
    var result = mvc.get().uri(path).with(user("ann")).exchange();
    assertThat(result).hasStatusOk();
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private String id() {
    return jdbc.sql("select id::text from person").query(String.class).single();
  }

  @Test
  void aProgramKeepsPersonsUnderTheirTag() {
    var made =
        send("POST", API, "{\"lastName\":\"Bee\",\"phone\":\"030 901820\",\"main\":true}", "*");
    assertThat(made)
        .hasStatus(201)
        .bodyJson()
        .extractingPath("$.phoneE164")
        .isEqualTo("+4930901820");
    var tag = made.getResponse().getHeader("ETag");
    var one = API + "/" + id();

    var changed = send("PUT", one, "{\"role\":\"Sales\",\"leftOn\":\"2026-05-01\"}", tag);
    assertThat(changed).hasStatusOk().bodyJson().extractingPath("$.leftOn").isEqualTo("2026-05-01");
    assertThat(send("PUT", one, "{\"role\":\"x\"}", tag)).hasStatus(412);
    assertThat(send("PUT", one, "{\"email\":\"x\"}", "*"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.field")
        .isEqualTo("email");
    assertThat(mvc.get().uri(API).with(user("marketing")))
        .bodyJson()
        .extractingPath("$.items[0].role")
        .isEqualTo("Sales");
    assertThat(send("DELETE", one, "", tag)).hasStatus(412);
    assertThat(send("DELETE", one, "", "*")).hasStatus(204);
    assertThat(send("DELETE", one, "", "*")).hasStatus(404);
  }

  @Test
  void thePageAddsChangesAndLetsLeave() {
    assertThat(page("/customers/K-1"))
        .contains("Nobody is noted yet", "/customers/K-1/persons/new");
    assertThat(page("/customers/K-1/persons/new")).contains("How the name is said");
    assertThat(post("/customers/K-1/persons", Map.of("role", "Sales"))).hasStatus(422);
    assertThat(
            post(
                "/customers/K-1/persons",
                Map.of("last_name", "O'Bee", "phone", "0049 30 901820", "gifts", "tea")))
        .hasRedirectedUrl("/customers/K-1#persons");
    assertThat(page("/customers/K-1"))
        .contains("O&#39;Bee", "tel:+4930901820", "030 901820", "tea");

    var form = "/customers/K-1/persons/" + id();
    assertThat(page(form)).contains("value=\"tea\"");
    assertThat(post(form, Map.of("tag", "old", "gifts", "wine"))).hasStatus(409);
    assertThat(post(form + "/main", Map.of())).hasRedirectedUrl("/customers/K-1#persons");
    assertThat(page("/customers/K-1")).contains("Main person");
    assertThat(post(form + "/departure", Map.of())).hasRedirectedUrl("/customers/K-1#persons");
    assertThat(page("/customers/K-1")).contains("has left the firm", "Is still there");
    assertThat(post(form + "/return", Map.of())).hasRedirectedUrl("/customers/K-1#persons");
    assertThat(page("/customers/K-1")).doesNotContain("has left the firm");
  }

  /** api.md: the answer about a customer names his persons. */
  @Test
  void theCustomersAnswerNamesHisPersons() {
    send("POST", API, "{\"lastName\":\"Bee\",\"phone\":\"030 901820\",\"main\":true}", "*");
    assertThat(mvc.get().uri("/api/v1/customers/K-1").with(user("ann")))
        .bodyJson()
        .extractingPath("$.persons[0].lastName")
        .isEqualTo("Bee");
  }

  @Test
  void aCustomerIsFoundByEveryNumberAndEveryWriting() {
    jdbc.sql(
            "update customer set phone = '0049 (0)30 / 901820', phone_e164 = '+4930901820', attributes = '{\"unreadable email\": \"ann at home\"}'")
        .update();
    jdbc.sql("insert into customer_alias select '', 'shopify-721', id from customer").update();
    jdbc.sql("insert into customer_alias select 'erp', '4711', id from customer").update();

    for (var q :
        new String[] {
          "shopify-721", "4711", "030 901820", "+49 30 90 18 20", "0049(0)30901820", "901820"
        }) {
      assertThat(mvc.get().uri("/api/v1/customers?q={q}", q).with(user("manager")))
          .as(q)
          .bodyJson()
          .extractingPath("$.count")
          .isEqualTo(1);
    }
    assertThat(mvc.get().uri("/api/v1/customers/shopify-721").with(user("ann")))
        .bodyJson()
        .extractingPath("$.numbers")
        .isEqualTo(java.util.List.of("shopify-721", "erp=4711"));
    assertThat(page("/customers/shopify-721"))
        .contains("erp=4711", "tel:+4930901820", "unreadable email: ann at home");
  }
}
