package dev.winback.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.shared.Sha256;
import dev.winback.staff.ApiKeys;
import dev.winback.staff.NewKey;
import dev.winback.staff.PasswordChecks;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** hold.md, T61: sign-ins, denials, looks and files, each one entry beside what it tells of. */
@WebTest
class AuditedRequestsTest {

  @Autowired MovableClock clock;
  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void start() {
    People.hire(staff);
    stories.aCustomer("K-77").named("Zenobia Quill").ownedBy(People.of(staff, "rep")).save();
  }

  @Test
  void signingInAndOutIsNotedAndWhatWasTypedIsNot() {
    signIn("rep", "nonsense");
    signIn("Zenobia", "nonsense");
    assertThat(entries()).containsExactly("login.failed null " + id("rep"), "login.failed null 0");
    var session = new MockHttpSession();
    assertThat(
            mvc.post()
                .uri("/login")
                .session(session)
                .param("username", "rep")
                .param("password", People.PASSWORD)
                .with(csrf()))
        .hasStatus3xxRedirection();
    assertThat(mvc.post().uri("/logout").with(user("rep")).with(csrf())).hasStatus3xxRedirection();
    assertThat(entries())
        .endsWith("login " + id("rep") + " " + id("rep"), "logout " + id("rep") + " " + id("rep"));
    assertThat(whole()).doesNotContain("Zenobia", "nonsense");
  }

  @Test
  void aSignInThatCannotBeNotedIsNone() {
    var session = new MockHttpSession();
    jdbc.sql("alter table audit add constraint no_login check (action <> 'login') not valid")
        .update();
    try {
      var login = mvc.post().uri("/login").session(session).with(csrf());
      assertThat(login.param("username", "rep").param("password", People.PASSWORD).exchange())
          .hasFailed();
    } finally {
      jdbc.sql("alter table audit drop constraint no_login").update();
    }
    assertThat(session.isInvalid()).isTrue();
    assertThat(entries()).isEmpty();
  }

  @Test
  void afterTheLastGuessAFloodIsOneEntry() {
    // on a day of its own: whoever was throttled by another test is remembered for a minute
    clock.setDay(MovableClock.START.plusDays(40));
    for (int i = 0; i < PasswordChecks.OF_ACCOUNT + 3; i++) {
      signIn("rep", "nonsense");
    }
    assertThat(entries())
        .hasSize(PasswordChecks.OF_ACCOUNT + 1)
        .endsWith("login.throttled null " + id("rep"));
  }

  @Test
  void aCallByBasicLoginIsNoSignInAndAWrongOneIsNoted() {
    assertThat(mvc.get().uri("/api/v1/views").with(httpBasic("rep", "demo"))).hasStatusOk();
    assertThat(entries()).isEmpty();
    assertThat(mvc.get().uri("/api/v1/views").with(httpBasic("rep", "wrong"))).hasStatus(401);
    assertThat(entries()).containsExactly("login.failed null " + id("rep"));
  }

  private void signIn(String login, String password) {
    assertThat(
            mvc.post()
                .uri("/login")
                .param("username", login)
                .param("password", password)
                .with(csrf()))
        .hasRedirectedUrl("/login?error");
  }

  @Test
  void aDenialByRoleIsNotedWithThePageAndWhy() {
    assertThat(mvc.get().uri("/settings/members").with(user("rep"))).hasStatus(403);
    assertThat(detail("denied"))
        .containsEntry("page", "GET /settings/members")
        .containsEntry("why", "SEE_MEMBERS");
    assertThat(entries()).containsExactly("denied " + id("rep") + " 0");
  }

  @Test
  void aDenialByTeamIsNotedWithTheCustomer() {
    assertThat(mvc.get().uri("/customers/K-77").with(user("rep2"))).hasStatus(404);
    assertThat(mvc.get().uri("/api/v1/customers/K-77").with(user("rep2"))).hasStatus(404);
    assertThat(entries())
        .containsExactly(
            "denied " + id("rep2") + " " + customer(), "denied " + id("rep2") + " " + customer());
    assertThat(whole()).doesNotContain("K-77", "Zenobia");
  }

  @Test
  void aFormWithoutItsMarkIsADenial() {
    assertThat(mvc.post().uri("/settings/preferences").param("theme", "dark").with(user("rep")))
        .hasStatus(403);
    assertThat(entries()).containsExactly("denied " + id("rep") + " 0");
  }

  @Test
  void aStrangerWritesNothing() {
    assertThat(mvc.post().uri("/settings/preferences").param("theme", "dark")).hasStatus(302);
    assertThat(mvc.get().uri("/customers/K-77")).hasStatus(302);
    assertThat(entries()).isEmpty();
  }

  @Test
  void aLookAtAnothersCustomerIsNotedAndOneAtHisOwnIsNot() {
    assertThat(mvc.get().uri("/customers/K-77").with(user("rep"))).hasStatusOk();
    assertThat(entries()).isEmpty();
    assertThat(mvc.get().uri("/customers/K-77").with(user("manager"))).hasStatusOk();
    assertThat(mvc.get().uri("/api/v1/customers/K-77").with(user("marketing"))).hasStatusOk();
    assertThat(entries())
        .containsExactly(
            "customer.read " + id("manager") + " " + customer(),
            "customer.read " + id("marketing") + " " + customer());
    assertThat(whole()).doesNotContain("K-77", "Zenobia");
  }

  /** Each page of one record, as its controller has it: the entry names the customer. */
  @Test
  void aLookAtARecordOfAnothersCustomerIsALookAtHim() {
    long lapse = lapse();
    for (var page : List.of("/lapses/" + lapse, "/lapses/" + lapse + "/contacts")) {
      assertThat(mvc.get().uri(page).with(user("manager"))).hasStatusOk();
      assertThat(mvc.get().uri(page).with(user("rep"))).hasStatusOk();
      assertThat(mvc.get().uri("/api/v1" + page).with(user("manager"))).hasStatusOk();
    }
    assertThat(entries())
        .hasSize(4)
        .containsOnly("customer.read " + id("manager") + " " + customer());
  }

  private long lapse() {
    return jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            values (:customer, 1, 'LOST', '2026-01-01', 'silent', '2025-10-01', 1, 'EUR') returning id
            """)
        .param("customer", customer())
        .query(Long.class)
        .single();
  }

  @Test
  void aFileIsNotedBeforeItBeginsAndWithItsHashWhenItIsComplete() throws Exception {
    var answer =
        mvc.get().uri("/customers.csv?q=Zenobia&stage=none&sort=").with(user("manager")).exchange();
    assertThat(answer).hasStatusOk();
    assertThat(entries()).hasSize(2).first().asString().startsWith("export " + id("manager"));
    assertThat(detail("export"))
        .containsEntry("list", "customers")
        .containsEntry("filter", "q=*&stage=none&sort=");
    assertThat((List<?>) detail("export").get("columns")).isNotEmpty();
    var bytes = answer.getResponse().getContentAsByteArray();
    var lines = answer.getResponse().getContentAsString().lines().count();
    assertThat(detail("export.done"))
        .containsEntry("rows", (int) lines - 1)
        .containsEntry("sha256", java.util.HexFormat.of().formatHex(Sha256.digest().digest(bytes)));
    assertThat(whole()).doesNotContain("Zenobia");
  }

  @Test
  void aWorkbookIsNotedAlike() {
    var answer = mvc.get().uri("/lost.xlsx").with(user("manager")).exchange();
    var bytes = answer.getResponse().getContentAsByteArray();
    assertThat(detail("export.done"))
        .containsEntry("rows", 0)
        .containsEntry("sha256", java.util.HexFormat.of().formatHex(Sha256.digest().digest(bytes)));
  }

  @Test
  void allThatIsKeptOfAPersonIsAFileLikeAnother() {
    var answer = mvc.get().uri("/customers/K-77/data.json").with(user("admin")).exchange();
    assertThat(answer).hasStatusOk().hasContentType("application/json");
    var bytes = answer.getResponse().getContentAsByteArray();
    assertThat(detail("export")).containsEntry("list", "customer-data");
    assertThat(detail("export.done"))
        .containsEntry("sha256", java.util.HexFormat.of().formatHex(Sha256.digest().digest(bytes)));
    assertThat((int) detail("export.done").get("rows")).isPositive();
  }

  @Test
  void aProgramsReadingIsNotedWithItsKey() {
    var key = keys.make(new NewKey("shop", List.of("read"), null), People.of(staff, "manager"));
    var header = "Bearer " + key.token();
    assertThat(mvc.get().uri("/api/v1/customers?q=Zenobia").header("Authorization", header))
        .hasStatusOk();
    assertThat(mvc.get().uri("/api/v1/customers/K-77").header("Authorization", header))
        .hasStatusOk();
    assertThat(
            jdbc.sql("select action from audit where api_key_id is not null order by id")
                .query(String.class)
                .list())
        .endsWith("api.read", "api.read", "customer.read");
    assertThat(whole()).doesNotContain("Zenobia", "K-77");
  }

  @Test
  void aProgramWithoutTheScopeIsADenial() {
    var key = keys.make(new NewKey("shop", List.of("facts"), null), People.of(staff, "manager"));
    assertThat(mvc.get().uri("/api/v1/customers").header("Authorization", "Bearer " + key.token()))
        .hasStatus(403);
    assertThat(detail("denied")).containsEntry("why", "read");
  }

  private List<String> entries() {
    return jdbc.sql(
            "select action || ' ' || coalesce(member_id::text, 'null') || ' ' || subject_id from audit order by id")
        .query(String.class)
        .list();
  }

  private Map<String, Object> detail(String action) {
    var text =
        jdbc.sql("select detail::text from audit where action = :action order by id desc limit 1")
            .param("action", action)
            .query(String.class)
            .single();
    return new tools.jackson.databind.ObjectMapper()
        .readValue(text, new tools.jackson.core.type.TypeReference<Map<String, Object>>() {});
  }

  private String whole() {
    return String.join("\n", jdbc.sql("select a::text from audit a").query(String.class).list());
  }

  private long id(String login) {
    return People.of(staff, login).member();
  }

  private long customer() {
    return jdbc.sql("select id from customer where ref = 'K-77'").query(Long.class).single();
  }
}
