package dev.winback.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Role;
import dev.winback.staff.Staff;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A password that a setting gives at each start is changed there, and nowhere else. */
@WebTest
@TestPropertySource(properties = "winback.admin.password=" + PasswordSettingTest.SET)
class PasswordSettingTest {

  static final String SET = "of the setting";
  private static final String REPS = "demo";
  private static final String SENTENCE = "winback.admin.password gives this login its password";

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;

  private String hash = "";

  @BeforeEach
  void hire() {
    staff.hire("rep", "Rita Rep", null, Role.REP, REPS);
    hash = staff.login("admin").orElseThrow().passwordHash();
  }

  @Test
  void thePageSaysSoAndRefuses() {
    assertThat(mvc.get().uri("/settings/password").with(user("admin")))
        .hasStatusOk()
        .bodyText()
        .contains(SENTENCE)
        .doesNotContain("name=\"current\"");
    assertThat(change("/settings/password", "admin")).hasStatus(422).bodyText().contains(SENTENCE);
    assertThat(staff.login("admin").orElseThrow().passwordHash()).isEqualTo(hash);
  }

  @Test
  void anAdministratorGivesNoOtherOneEither() {
    var admin = staff.actor("admin").member();
    assertThat(change("/settings/members/" + admin + "/password", "admin"))
        .hasStatus(422)
        .bodyText()
        .contains(SENTENCE);
    assertThat(staff.login("admin").orElseThrow().passwordHash()).isEqualTo(hash);
  }

  @Test
  void othersChangeTheirsAsEver() {
    assertThat(mvc.get().uri("/settings/password").with(user("rep")))
        .bodyText()
        .contains("name=\"current\"")
        .doesNotContain(SENTENCE);
    assertThat(change("/settings/password", "rep")).hasRedirectedUrl("/settings");
  }

  private MvcTestResult change(String page, String login) {
    return mvc.post()
        .uri(page)
        .with(user(login))
        .with(csrf())
        .param("current", login.equals("admin") ? SET : REPS)
        .param("password", "a long password")
        .exchange();
  }
}
