package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.ApiKeys;
import dev.winback.staff.MadeKey;
import dev.winback.staff.Memberships;
import dev.winback.staff.NewKey;
import dev.winback.staff.Scope;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A program with a key before the API, and the page on which its member keeps it (rules.md). */
@WebTest
class ApiKeyTest {

  @Autowired MockMvcTester mvc;
  @Autowired ApiKeys keys;
  @Autowired Memberships members;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired List<RequestMappingHandlerMapping> routers;

  @Test
  void aKeySignsInWithoutASessionAndADenialNamesTheMissingScope() {
    var key = make("read").token();
    var answer = get("/api/v1/customers", key);
    assertThat(answer).hasStatusOk();
    assertThat(answer.getRequest().getSession(false)).isNull();
    assertThat(get("/api/v1/customers", make("facts").token()))
        .hasStatus(403)
        .bodyJson()
        .extractingPath("$.scope")
        .isEqualTo("read");
    assertThat(post("/api/v1/purchases", key))
        .hasStatus(403)
        .hasContentType("application/problem+json")
        .bodyJson()
        .extractingPath("$.scope")
        .isEqualTo("facts");
  }

  @Test
  void aFileComesInByAKeyForFacts() {
    var request =
        MockMvcRequestBuilders.multipart("/api/v1/imports")
            .file(new MockMultipartFile("file", "a.csv", "text/csv", "customer\nX".getBytes()))
            .header("Authorization", "Bearer " + make("facts").token());
    assertThat(mvc.perform(request)).hasStatus(202);
  }

  @Test
  void unknownWrongRevokedExpiredAndLeftGetOneAndTheSameAnswer() {
    var manager = stories.manager();
    var revoked = make("read");
    keys.revoke(revoked.id(), manager);
    var expired = keys.make(new NewKey("x", List.of("read"), clock.today()), manager).token();
    clock.setDay(clock.today().plusDays(1));
    var ann = stories.rep("ann");
    var left = keys.make(new NewKey("x", List.of("read"), null), ann).token();
    members.retire(ann.id(), stories.admin());
    var none = body(get("/api/v1/customers", "wb_aaaaaaaa_" + "A".repeat(43)));
    for (var token : List.of("nonsense", revoked.token(), expired, left, "")) {
      var answer = get("/api/v1/customers", token);
      assertThat(answer).hasStatus(401).hasContentType("application/problem+json");
      assertThat(answer).headers().hasValue("WWW-Authenticate", INVALID);
      assertThat(body(answer)).isEqualTo(none);
    }
  }

  /** No address of the API, from the next call on. */
  @Test
  void theKeyOfAMemberWhoLeftOpensNothingAnyMoreAndAgainWhenHeIsBack() {
    var ann = stories.rep("ann");
    var key =
        keys.make(
                new NewKey("x", Scope.of(ann.role()).stream().map(Scope::code).toList(), null), ann)
            .token();
    assertThat(get("/api/v1/customers", key)).hasStatusOk();
    members.retire(ann.id(), stories.admin());
    var opened = new ArrayList<String>();
    for (var path : paths()) {
      // or it would be refused for trying too often
      clock.forward(Attempts.WINDOW.plus(Duration.ofSeconds(1)));
      for (var method : METHODS) {
        var request = MockMvcRequestBuilders.request(method, path);
        var answer = mvc.perform(request.header("Authorization", "Bearer " + key));
        if (answer.getResponse().getStatus() != 401) {
          opened.add(method + " " + path + " " + answer.getResponse().getStatus());
        }
      }
    }
    assertThat(opened).isEmpty();
    clock.forward(Attempts.WINDOW.plus(Duration.ofSeconds(1)));
    assertThat(get("/v3/api-docs", key)).hasStatus(401);
    assertThat(get("/actuator/prometheus", key)).hasStatus(401);
    members.takeBack(ann.id(), stories.admin());
    assertThat(get("/api/v1/customers", key)).hasStatusOk();
  }

  private static final List<HttpMethod> METHODS =
      List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private List<String> paths() {
    var paths = new ArrayList<String>();
    routers.stream()
        .flatMap(router -> router.getHandlerMethods().keySet().stream())
        .flatMap(info -> info.getPatternValues().stream())
        .filter(path -> path.startsWith("/api/"))
        .map(path -> path.replaceAll("\\{[^}]*}", "1"))
        .distinct()
        .forEach(paths::add);
    assertThat(paths).hasSizeGreaterThan(50);
    return paths;
  }

  private static final String INVALID = "Bearer realm=\"Winback\", error=\"invalid_token\"";

  @Test
  void afterTenWrongSecretsTheKeyIsNotCheckedForAQuarterOfAnHour() {
    var token = make("read").token();
    var wrong = token.substring(0, 12) + "A".repeat(43);
    for (int i = 0; i < Attempts.MOST; i++) {
      assertThat(get("/api/v1/customers", wrong)).hasStatus(401);
    }
    assertThat(get("/api/v1/customers", token)).hasStatus(401);
    assertThat(get("/api/v1/customers", make("read").token())).as("another key").hasStatusOk();
    clock.forward(Attempts.WINDOW.plus(Duration.ofSeconds(1)));
    assertThat(get("/api/v1/customers", token)).hasStatusOk();
  }

  @Test
  void anyKeyReadsTheDescriptionOfTheApi() {
    assertThat(get("/v3/api-docs", make("read").token())).hasStatusOk();
    assertThat(get("/v3/api-docs", make("facts").token())).hasStatusOk();
    assertThat(get("/v3/api-docs", "nonsense")).hasStatus(401);
    assertThat(mvc.get().uri("/v3/api-docs").exchange()).hasStatus(302);
  }

  @Test
  void aKeyOpensNoPageAndNoMetrics() {
    var key = make("read").token();
    assertThat(get("/customers", key)).hasStatus(302);
    assertThat(get("/actuator/prometheus", key)).hasStatus(401);
    assertThat(mvc.get().uri("/api/v1/customers").exchange().getResponse())
        .satisfies(
            answer ->
                assertThat(answer.getHeaders("WWW-Authenticate"))
                    .containsExactly("Basic realm=\"Winback\"", "Bearer realm=\"Winback\""));
  }

  @Test
  void theDecisionOfAProgramNamesItsKeyInTheAudit() {
    var manager = stories.manager();
    stories.aCustomer("K-1").save();
    var key = keys.make(new NewKey("x", List.of("admin"), null), manager);
    assertThat(
            mvc.delete()
                .uri("/api/v1/customers/K-1")
                .header("Authorization", "Bearer " + key.token()))
        .hasStatus(204);
    assertThat(
            jdbc.sql("select count(*) from audit where api_key_id = :key and member_id = :member")
                .param("key", key.id())
                .param("member", manager.member())
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void theSecretIsShownOnceAndTheKeyIsRevokedAndTakenBackOnThePage() {
    stories.manager();
    var made =
        mvc.post()
            .uri("/settings/keys")
            .with(user("manager"))
            .with(csrf())
            .param("name", "shop")
            .param("scopes", "facts")
            .param("expiresOn", "")
            .exchange();
    assertThat(made).hasRedirectedUrl("/settings/keys");
    var key = (MadeKey) Objects.requireNonNull(made.getMvcResult().getFlashMap().get("made"));
    var shown = mvc.get().uri("/settings/keys").with(user("manager")).flashAttr("made", key);
    assertThat(shown).hasStatusOk().bodyText().contains(key.token(), "shown this once");
    assertThat(mvc.get().uri("/settings/keys").with(user("manager")))
        .bodyText()
        .contains("wb_" + key.token().substring(3, 11), "shop")
        .doesNotContain(key.token());
    var path = "/settings/keys/" + key.id();
    assertThat(form(path + "/revocation")).hasRedirectedUrl("/settings/keys");
    assertThat(post("/api/v1/purchases", key.token())).hasStatus(401);
    assertThat(form(path + "/restoration")).hasRedirectedUrl("/settings/keys");
    assertThat(post("/api/v1/purchases", key.token())).hasStatus(200);
    assertThat(mvc.get().uri("/settings/keys.csv").with(user("manager")))
        .bodyText()
        .contains("key,prefix,scopes", "shop", "live");
  }

  @Test
  void whatIsWrongOnTheFormIsSaidAndNoKeyIsMade() {
    stories.manager();
    assertThat(
            mvc.post()
                .uri("/settings/keys")
                .with(user("manager"))
                .with(csrf())
                .param("name", "shop"))
        .hasStatus(422)
        .bodyText()
        .contains("Choose at least one scope", "value=\"shop\"");
    assertThat(jdbc.sql("select count(*) from api_key").query(Long.class).single()).isZero();
  }

  private MadeKey make(String scope) {
    return keys.make(new NewKey("test", List.of(scope), null), stories.manager());
  }

  private MvcTestResult get(String path, String key) {
    return mvc.get().uri(path).header("Authorization", "Bearer " + key).exchange();
  }

  private MvcTestResult post(String path, String key) {
    return mvc.post()
        .uri(path)
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .content("[]")
        .exchange();
  }

  private MvcTestResult form(String path) {
    return mvc.post().uri(path).with(user("manager")).with(csrf()).exchange();
  }

  private static String body(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
