package dev.winback.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.customer.Duplicates;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** I10 on the screen and for programs: found, compared, merged, taken apart. */
@WebTest
class MergeWebTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired Duplicates duplicates;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void twice() {
    stories.manager();
    stories.admin();
    stories
        .aCustomer("A-1")
        .named("Anna Berg")
        .email("anna@example.org")
        .phone(null)
        .times(2)
        .save();
    stories
        .aCustomer("B-1")
        .named("Anna  Berg")
        .email("Anna@Example.org")
        .phone("+49301234567")
        .save();
    stories.aCustomer("C-1").named("Carl").email("carl@example.org").phone(null).save();
    duplicates.groupAll();
  }

  private MvcTestResult get(String path) {
    return mvc.get().uri(path).with(user("manager")).exchange();
  }

  private MvcTestResult post(String path, String... form) {
    var request = mvc.post().uri(path).with(user("manager")).with(csrf());
    for (int i = 0; i < form.length; i += 2) {
      request.param(form[i], form[i + 1]);
    }
    return request.exchange();
  }

  private static String body(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void whoSharesAMailboxIsListedAndWhoDoesNotIsNot() {
    assertThat(body(get("/customers/duplicates"))).contains("A-1", "B-1").doesNotContain("C-1");
    assertThat(body(get("/customers/duplicates.csv"))).contains("A-1", "B-1").doesNotContain("C-1");
  }

  @Test
  void whatSomebodySaidIsNoDuplicateIsListedAgainOnlyWhenSomebodyJoins() {
    var mark = jdbc.sql("select md5('anna@example.org')").query(String.class).single();
    assertThat(post("/customers/duplicates/email/" + mark + "/refusals")).hasStatus(302);
    assertThat(body(get("/customers/duplicates"))).doesNotContain("B-1");
    stories.aCustomer("D-1").named("Dora").email("anna@example.org").phone(null).save();
    duplicates.groupAll();
    assertThat(body(get("/customers/duplicates"))).contains("A-1", "B-1", "D-1");
  }

  @Test
  void theComparisonSaysWhatWouldHappenAndWritesNothing() {
    var page = get("/customers/A-1/merges/preview?other=B-1");
    assertThat(page).hasStatusOk();
    assertThat(body(page)).contains("A-1", "B-1", "+49301234567", "Purchases");
    assertThat(jdbc.sql("select count(*) from customer_merge").query(Integer.class).single())
        .isZero();
  }

  @Test
  void theOldNumberLeadsToTheCustomerWhoStaysUntilTheyAreTakenApart() {
    assertThat(post("/customers/A-1/merges", "other", "B-1")).hasStatus(302);
    var old = get("/customers/B-1");
    assertThat(old).hasStatus(301);
    assertThat(old.getResponse().getRedirectedUrl()).isEqualTo("/customers/A-1");
    assertThat(get("/api/v1/customers/B-1"))
        .hasStatus(301)
        .bodyJson()
        .extractingPath("$.mergedInto")
        .isEqualTo("A-1");
    assertThat(body(get("/customers?q=anna"))).contains("A-1").doesNotContain("B-1");
    assertThat(body(get("/customers?q=B-1"))).contains("Anna Berg");
    assertThat(body(get("/customers/A-1"))).contains("B-1", "+49301234567");
    long merge = jdbc.sql("select id from customer_merge").query(Long.class).single();
    assertThat(post("/customers/A-1/merges/" + merge + "/end")).hasStatus(302);
    assertThat(get("/customers/B-1")).hasStatusOk();
    assertThat(body(get("/customers/A-1"))).doesNotContain("+49301234567");
  }

  @Test
  void aProgramMergesAndTakesApart() {
    var made = api("{\"other\":\"B-1\",\"fromOther\":[\"name\"]}");
    assertThat(made).hasStatus(201).bodyJson().extractingPath("$.ref").isEqualTo("A-1");
    assertThat(get("/api/v1/customers/A-1/merges"))
        .bodyJson()
        .extractingPath("$[0].ref")
        .isEqualTo("B-1");
    assertThat(api("{\"other\":\"B-1\"}")).hasStatus(409);
    assertThat(api("{}")).hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("other");
    assertThat(api("{\"other\":\"C-1\",\"fromOther\":[null,\"status\"]}"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.field")
        .isEqualTo("fromOther");
    long merge = jdbc.sql("select id from customer_merge").query(Long.class).single();
    var path = "/api/v1/customers/A-1/merges/" + merge;
    assertThat(mvc.delete().uri(path).with(user("manager")).exchange()).hasStatus(204);
    assertThat(mvc.delete().uri(path).with(user("manager")).exchange()).hasStatus(404);
  }

  private MvcTestResult api(String body) {
    return mvc.post()
        .uri("/api/v1/customers/A-1/merges")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(user("manager"))
        .exchange();
  }

  /** A number that is printed on old letters is his number still: a change under it changes him. */
  @Test
  void whatComesUnderTheOldNumberIsAboutTheOneCustomer() {
    call("POST", "/api/v1/customers/A-1/merges", "{\"other\":\"B-1\"}", 201);
    var changed = call("PUT", "/api/v1/customers/B-1", "{\"city\":\"Bonn\"}", 200);
    assertThat(body(changed)).contains("\"ref\":\"A-1\"", "\"city\":\"Bonn\"");
  }

  /**
   * Who asks to be erased knows his old number only: nothing of him may stay under the other one.
   */
  @Test
  void whoIsErasedUnderTheOldNumberIsErased() {
    call("POST", "/api/v1/customers/A-1/merges", "{\"other\":\"B-1\"}", 201);
    call("DELETE", "/api/v1/customers/B-1", "", 204);
    assertThat(
            jdbc.sql(
                    "select count(*) from customer where erased_at is null and email ilike 'anna%'")
                .query(Long.class)
                .single())
        .isZero();
    call("DELETE", "/api/v1/customers/A-1", "", 404);
  }

  private MvcTestResult call(String method, String path, String body, int status) {
    var answer =
        mvc.method(HttpMethod.valueOf(method))
            .uri(path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .with(user("admin"))
            .exchange();
    assertThat(answer).hasStatus(status);
    return answer;
  }
}
