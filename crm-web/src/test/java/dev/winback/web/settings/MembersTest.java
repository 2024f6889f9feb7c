package dev.winback.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.staff.MemberId;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * rules.md, "People": an administrator keeps the members; a password has at least 12 characters.
 */
@WebTest
class MembersTest {

  private static final String LONG = "twelve signs";

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void start() {
    stories.admin();
  }

  @Test
  void whoIsHiredCanSignInAndStandsInTheList() {
    assertThat(hire("Anna.W", "Anna Weber", "", "REP", LONG)).hasStatus3xxRedirection();
    assertThat(signIn("anna.w", LONG)).hasStatusOk();
    assertThat(mvc.get().uri("/settings/members").with(user("admin")))
        .hasStatusOk()
        .bodyText()
        .contains("Anna Weber", "anna.w");
    assertThat(audit("member.hired")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'',      Anna, '',          REP,   twelve signs, The login is made of",
    "an na,   Anna, '',          REP,   twelve signs, The login is made of",
    "ADMIN,   Anna, '',          REP,   twelve signs, The login admin is taken",
    "anna,    '',   '',          REP,   twelve signs, The name has",
    "anna,    Anna, nonsense,    REP,   twelve signs, There is no such e-mail",
    "anna,    Anna, a@b.example, '',    twelve signs, Choose a role",
    "anna,    Anna, a@b.example, REP,   eleven sign,  at least 12 characters",
  })
  void whatIsWrongIsSaidAndNobodyIsHired(
      String login, String name, String email, String role, String password, String sentence) {
    assertThat(hire(login, name, email, role, password))
        .hasStatus(422)
        .bodyText()
        .contains(sentence)
        .doesNotContain(password);
    assertThat(jdbc.sql("select count(*) from member").query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void whoRetiresIsOutAtOnceAndTheOpenLapsesGoToOthers() {
    var ann = stories.rep("ann");
    stories.rep("ben");
    for (int i = 0; i < 4; i++) {
      stories.aCustomer("K-" + i).silentFor(121).save();
    }
    nightly.run(clock.today());
    assertThat(openLapses(ann.id())).isEqualTo(2);
    var retirement = "/" + ann.member() + "/retirement";
    assertThat(post(retirement, Map.of())).hasStatus3xxRedirection();
    assertThat(post(retirement, Map.of())).hasStatus3xxRedirection();
    assertThat(openLapses(ann.id())).isZero();
    assertThat(openTasks(ann.id())).isZero();
    assertThat(
            jdbc.sql("select count(*) from lapse where assignee is not null")
                .query(Long.class)
                .single())
        .isEqualTo(4);
    assertThat(signIn("ann", Stories.PASSWORD)).hasStatus(401);
    assertThat(audit("member.retired")).isEqualTo(1);
    assertThat(post("/" + ann.member() + "/employment", Map.of())).hasStatus3xxRedirection();
    assertThat(signIn("ann", Stories.PASSWORD)).hasStatusOk();
  }

  /** The form sends an empty field when his customers are shared. */
  @Test
  void whoLeavesWithoutAnHeirLeavesWithWhatThePageHasShown() {
    var ann = stories.rep("ann");
    stories.rep("bob");
    var path = "/" + ann.member() + "/retirement";
    assertThat(mvc.get().uri("/settings/members" + path + "?heir=&chosen=true").with(user("admin")))
        .hasStatusOk();
    assertThat(post(path, Map.of("heir", "", "chosen", "true"))).hasStatus3xxRedirection();
    assertThat(audit("member.retired")).isEqualTo(1);
    assertThat(post("/" + ann.member() + "/employment", Map.of())).hasStatus3xxRedirection();
  }

  @Test
  void anAdministratorCannotRetireHimself() {
    var id = stories.admin().member();
    assertThat(post("/" + id + "/retirement", Map.of())).hasStatus(409);
    assertThat(signIn("admin", Stories.PASSWORD)).hasStatusOk();
  }

  @Test
  void aNewPasswordReplacesTheOldOneWhenItIsLongEnough() {
    var path = "/" + stories.rep("ann").member() + "/password";
    assertThat(post(path, Map.of("password", "eleven sign"))).hasStatus(422);
    assertThat(signIn("ann", Stories.PASSWORD)).hasStatusOk();
    assertThat(post(path, Map.of("password", LONG))).hasStatus3xxRedirection();
    assertThat(signIn("ann", Stories.PASSWORD)).hasStatus(401);
    assertThat(signIn("ann", LONG)).hasStatusOk();
  }

  @Test
  void theSessionOfWhoRetiredEndsWithHisNextClick() {
    var ann = stories.rep("ann");
    post("/" + ann.member() + "/retirement", Map.of());
    assertThat(mvc.get().uri("/settings").with(user("ann")))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl("/login");
  }

  private MvcTestResult hire(
      String login, String name, String email, String role, String password) {
    return post(
        "",
        Map.of("login", login, "name", name, "email", email, "role", role, "password", password));
  }

  private MvcTestResult post(String path, Map<String, String> form) {
    var request = mvc.post().uri("/settings/members" + path).with(user("admin")).with(csrf());
    form.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult signIn(String login, String password) {
    return mvc.get().uri("/api/v1/customers").with(httpBasic(login, password)).exchange();
  }

  private long openLapses(MemberId member) {
    return count("select count(*) from lapse where assignee = :id", member);
  }

  private long openTasks(MemberId member) {
    return count("select count(*) from task where state = 'open' and member_id = :id", member);
  }

  private long count(String sql, MemberId member) {
    return jdbc.sql(sql).param("id", member.value()).query(Long.class).single();
  }

  private long audit(String action) {
    return jdbc.sql("select count(*) from audit where action = :action")
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
