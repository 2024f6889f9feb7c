package dev.winback.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
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

/** api.md: {@code PUT} and {@code DELETE /customers/{ref}}, and the same on the pages. */
@WebTest
class CustomerEditTest {

  private static final String API = "/api/v1/customers/K-1";

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void start() {
    stories.manager();
    stories.marketing();
    stories.rep("bob");
    stories.aCustomer("K-1").named("Zenobia").ownedBy(stories.rep("ann")).save();
  }

  @Test
  void aKindOfBuyerIsSetShownFilteredAndExported() {
    assertThat(put("{\"kind\":\"Wholesale\"}", "\"0\"", "manager")).hasStatusOk();
    stories.aCustomer("K-2").named("Yara").save();
    assertThat(get(API, "manager")).bodyJson().extractingPath("$.kind").isEqualTo("wholesale");
    assertThat(body(get("/customers/K-1", "manager"))).contains("/customers?kind=wholesale");
    assertThat(body(get("/customers/K-1/edit", "manager"))).contains("value=\"wholesale\"");
    assertThat(body(get("/customers?kind=wholesale", "manager")))
        .contains("Zenobia")
        .doesNotContain("Yara");
    assertThat(body(get("/customers.csv?kind=wholesale", "manager")))
        .contains("K-1,Zenobia,wholesale,")
        .doesNotContain("Yara");
    assertThat(get("/api/v1/customers?kind=Wholesale", "manager"))
        .bodyJson()
        .extractingPath("$.count")
        .isEqualTo(1);
    assertThat(post("/customers/K-1/edit", Map.of("kind", "Restaurant"), "manager")).hasStatus(302);
    assertThat(get(API, "manager")).bodyJson().extractingPath("$.kind").isEqualTo("restaurant");
    assertThat(put("{\"kind\":\"" + "x".repeat(61) + "\"}", "*", "manager"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.field")
        .isEqualTo("kind");
  }

  @Test
  void whatFilesSaidBesideStandsOnThePageOfHisData() {
    assertThat(body(get("/customers/K-1/edit", "manager"))).doesNotContain("more-title");
    jdbc.sql("update customer set attributes = '{\"colour\": \"red & blue\", \"none\": \"\"}'")
        .update();
    assertThat(body(get("/customers/K-1/edit", "manager")))
        .contains("<dt>colour</dt><dd>red &amp; blue</dd>")
        .doesNotContain("<dt>none</dt>");
    assertThat(get("/customers/K-1/edit", "bob")).as("not his").hasStatus(404);
  }

  private MvcTestResult put(String body, String tag, String login) {
    return mvc.put()
        .uri(API)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .header("If-Match", tag)
        .with(user(login))
        .exchange();
  }

  private MvcTestResult get(String path, String login) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }

  private MvcTestResult post(String path, Map<String, String> form, String login) {
    var request = mvc.post().uri(path).with(user(login)).with(csrf());
    form.forEach(request::param);
    return request.exchange();
  }

  private static String body(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void aProgramChangesTheFieldsItNamesUnderTheVersionItRead() {
    var tag = get(API, "ann").getResponse().getHeader("ETag");

    var changed =
        put("{\"city\":\"Nice\",\"timeZone\":\"Europe/Paris\",\"phone\":null}", tag, "ann");
    assertThat(changed).hasStatusOk().bodyJson().extractingPath("$.city").isEqualTo("Nice");
    assertThat(changed).bodyJson().extractingPath("$.timeZone").isEqualTo("Europe/Paris");
    assertThat(changed).bodyJson().extractingPath("$.phone").isNull();
    assertThat(changed.getResponse().getHeader("ETag")).isNotEqualTo(tag);

    assertThat(put("{\"city\":\"Rome\"}", tag, "ann")).hasStatus(412);
    assertThat(put("{\"city\":\"Rome\"}", "\"x\"", "ann")).hasStatus(412);
    assertThat(put("{\"city\":\"Rome\"}", "*", "ann")).hasStatusOk();
  }

  @Test
  void aWrongFieldIsNamed() {
    var wrong = put("{\"email\":\"none\"}", "*", "manager");
    assertThat(wrong).hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("email");
    assertThat(wrong).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(put("{\"ref\":\"K-2\"}", "*", "manager")).hasStatus(422);
    assertThat(put("{\"ref\":\"K-1\"}", "*", "manager")).hasStatusOk();
    assertThat(put("{\"shoes\":44}", "*", "manager")).hasStatus(422);
    assertThat(put("[]", "*", "manager")).hasStatus(422);
    assertThat(put("{\"owner\":\"bob\"}", "*", "ann")).hasStatus(403);
    assertThat(put("{\"city\":\"Rome\"}", "*", "bob")).hasStatus(404);
    assertThat(put("{\"city\":\"Rome\"}", "*", "marketing")).hasStatus(403);
  }

  @Test
  void theFormShowsWhatIsStoredAndSavesWhatIsTyped() {
    assertThat(body(get("/customers/K-1/edit", "ann")))
        .contains("value=\"Zenobia\"")
        .doesNotContain("name=\"owner\"");
    assertThat(body(get("/customers/K-1/edit", "manager"))).contains("name=\"owner\"");

    assertThat(
            post(
                "/customers/K-1/edit",
                Map.of("version", "0", "city", "Nice", "call_from", "09:30"),
                "ann"))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl("/customers/K-1");
    assertThat(body(get("/customers/K-1", "ann"))).contains("Nice", "09:30");
  }

  @Test
  void aWrongOrOutdatedFormKeepsWhatWasTyped() {
    var wrong = post("/customers/K-1/edit", Map.of("version", "0", "email", "no <address>"), "ann");
    assertThat(wrong).hasStatus(422);
    assertThat(body(wrong))
        .contains("#field-email", "no &lt;address&gt;", "is not an e-mail address");

    post("/customers/K-1/edit", Map.of("version", "0", "city", "Nice"), "manager");
    var late = post("/customers/K-1/edit", Map.of("version", "0", "city", "Rome"), "ann");
    assertThat(late).hasStatus(409);
    assertThat(body(late)).contains("Somebody changed this customer", "value=\"Rome\"");
    assertThat(body(get("/customers/K-1", "ann"))).contains("Nice").doesNotContain("Rome");
  }

  @Test
  void onlyWhoMaySeesTheButtons() {
    assertThat(body(get("/customers/K-1", "manager")))
        .contains("/customers/K-1/edit", "/customers/K-1/erasure");
    assertThat(body(get("/customers/K-1", "ann")))
        .contains("/customers/K-1/edit")
        .doesNotContain("erasure");
    assertThat(body(get("/customers/K-1", "marketing"))).doesNotContain("/edit", "erasure");
  }

  @Test
  void aLapseThatEndsWithItsCustomersStatusSaysWhyInWords() {
    stories.aCustomer("K-9").silentFor(500).save();
    nightly.run(clock.today());
    assertThat(post("/customers/K-9/edit", Map.of("status", "non_client"), "manager"))
        .hasStatus3xxRedirection();
    assertThat(body(get("/customers/K-9", "manager")))
        .contains("· Not a client")
        .doesNotContain("non_client");
  }

  @Test
  void anErasedPersonIsNotFoundAnyMore() {
    assertThat(mvc.delete().uri(API).with(user("ann"))).hasStatus(403);
    assertThat(mvc.delete().uri(API).with(user("manager"))).hasStatus(204);
    assertThat(mvc.delete().uri(API).with(user("manager"))).hasStatus(404);
    assertThat(get(API, "manager")).hasStatus(404);
    assertThat(get("/customers/K-1", "manager")).hasStatus(404);
    assertThat(body(get("/customers", "manager"))).doesNotContain("Zenobia", "erased-");
    assertThat(body(get("/api/v1/customers", "manager"))).contains("\"count\":0");
  }

  @Test
  void thePageErasesToo() {
    assertThat(post("/customers/K-1/erasure", Map.of(), "ann")).hasStatus(403);
    assertThat(post("/customers/K-1/erasure", Map.of(), "manager")).hasRedirectedUrl("/customers");
    assertThat(post("/customers/K-1/erasure", Map.of(), "manager")).hasStatus(404);
  }
}
