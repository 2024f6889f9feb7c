package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import dev.winback.letter.SendingRules;
import dev.winback.staff.Memberships;
import dev.winback.staff.PasswordChecks;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The first visit, signing in, and what a stranger is told (rules.md, "Production and demo"). */
@WebTest
class SignInTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired SendingRules sending;
  @Autowired Memberships members;
  @Autowired MovableClock clock;

  @Test
  void theFirstVisitLeadsToTheSetUpAndOnlyTheFirst() {
    assertThat(mvc.get().uri("/login")).hasRedirectedUrl("/setup");
    assertThat(setUp("too short")).hasStatusOk().bodyText().contains("at least 12 characters");
    assertThat(staff.hasAdministrator()).isFalse();
    assertThat(mvc.get().uri("/setup")).bodyText().contains("name=\"softOptIn\"");
    var ready = setUp("a long password");
    assertThat(ready).hasRedirectedUrl("/login");
    assertThat(mvc.get().uri("/login").flashAttrs(ready.getMvcResult().getFlashMap()))
        .hasStatusOk()
        .bodyText()
        .contains("is saved")
        .contains("value=\"admin\"");
    assertThat(mvc.get().uri("/login?ready=true"))
        .as("whoever types it has saved nothing")
        .bodyText()
        .doesNotContain("is saved", "value=\"admin\"");
    assertThat(sending.settings(staff.actor("admin")).softOptIn()).isTrue();
    assertThat(mvc.get().uri("/setup")).hasRedirectedUrl("/login");
    assertThat(setUp("another long one")).hasStatusOk();
    assertThat(signIn("admin", "another long one")).hasRedirectedUrl("/login?error");
    assertThat(signIn("admin", "a long password")).hasRedirectedUrl("/");
  }

  @Test
  void aStrangerIsSentToTheSignInPageAndAProgramIsToldByAProblemDocument() {
    People.hire(staff);
    assertThat(mvc.get().uri("/lost?stage=late")).hasStatus(302).redirectedUrl().endsWith("/login");
    assertThat(mvc.get().uri("/api/v1/customers"))
        .hasStatus(401)
        .bodyText()
        .contains("\"status\":401");
    assertThat(mvc.get().uri("/lost").header("HX-Request", "true"))
        .hasStatus(403)
        .headers()
        .hasValue("HX-Refresh", "true");
  }

  @Test
  void afterTwentyWrongPasswordsInAnHourNoneIsChecked() {
    People.hire(staff);
    for (int i = 0; i < PasswordChecks.OF_ACCOUNT - 1; i++) {
      assertThat(signIn("rep", "wrong")).hasRedirectedUrl("/login?error");
    }
    assertThat(signIn("rep", "demo")).as("the twentieth is checked").hasRedirectedUrl("/today");
    assertThat(signIn("rep", "wrong")).hasRedirectedUrl("/login?error");
    assertThat(signIn("rep", "demo")).hasRedirectedUrl("/login?error");
    assertThat(signIn(" ReP ", "demo")).as("written otherwise").hasRedirectedUrl("/login?error");
    assertThat(signIn("rep2", "demo")).as("another login").hasRedirectedUrl("/today");
    clock.forward(PasswordChecks.WINDOW);
    assertThat(signIn("rep", "demo")).hasRedirectedUrl("/today");
  }

  @Test
  void aRepBeginsWithTheDayAndOthersWithTheFiguresUnlessTheyAskedForAPage() {
    People.hire(staff);
    assertThat(signIn("rep", "demo")).hasRedirectedUrl("/today");
    assertThat(signIn("manager", "demo")).hasRedirectedUrl("/");
    assertThat(signInAfter("/", "rep")).hasRedirectedUrl("/today");
    assertThat(signInAfter("/lost?stage=late", "rep")).redirectedUrl().contains("/lost?stage=late");
  }

  /** Where something was typed when the login ran out, which the door is told by its page. */
  @Test
  void theWayBackIsAPageOfOurs() {
    People.hire(staff);
    assertThat(signInBack("/customers/K-1/edit?tab=a%20b&x=1"))
        .hasRedirectedUrl("/customers/K-1/edit?tab=a%20b&x=1");
    for (var hostile :
        List.of(
            "//evil.example/x",
            "https://evil.example/x",
            "/\\evil.example",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: a=b",
            "/{x}",
            "")) {
      assertThat(signInBack(hostile)).as(hostile).hasRedirectedUrl("/today");
    }
  }

  private MvcTestResult signInBack(String page) {
    return mvc.post()
        .uri("/login")
        .with(csrf())
        .param("username", "rep")
        .param("password", "demo")
        .param("back", page)
        .exchange();
  }

  @Test
  void whoSendsSomethingAndIsSignedInNoMoreIsToldThatNothingWasSaved() {
    People.hire(staff);
    assertThat(mvc.post().uri("/lost/decisions")).hasRedirectedUrl("/login?ended");
    assertThat(mvc.post().uri("/lost/decisions").with(csrf())).hasRedirectedUrl("/login?ended");
    assertThat(mvc.post().uri("/logout")).hasRedirectedUrl("/login");
    assertThat(mvc.post().uri("/lost/decisions").header("HX-Request", "true"))
        .hasStatus(403)
        .headers()
        .hasValue("HX-Refresh", "true");
  }

  /** T43. */
  @Test
  void anotherPasswordAndTwelveHoursEndASession() {
    People.hire(staff);
    var first = session("rep", "demo");
    assertThat(asks(first)).hasStatusOk();
    assertThat(change(first, "demo", "a long password")).hasRedirectedUrl("/settings");
    assertThat(asks(first)).hasStatus(302).redirectedUrl().endsWith("/login");
    var second = session("rep", "a long password");
    var rep = staff.active().stream().filter(m -> m.login().equals("rep")).findAny().orElseThrow();
    members.resetPassword(rep.id(), "quite another one", staff.actor("admin"));
    assertThat(asks(second)).hasStatus(302);
    var third = session("rep", "quite another one");
    clock.forward(Duration.ofHours(12).minusSeconds(1));
    assertThat(asks(third)).hasStatusOk();
    clock.forward(Duration.ofSeconds(1));
    assertThat(asks(third)).hasStatus(302);
  }

  /** No handler asks there who acts. */
  @Test
  void anEndedSessionReadsTheDescriptionOfTheApiNoMore() {
    People.hire(staff);
    for (var page : List.of("/v3/api-docs", "/swagger-ui/index.html")) {
      var session = session("rep", "demo");
      assertThat(mvc.get().uri(page).session(session)).hasStatusOk();
      clock.forward(Duration.ofHours(12));
      assertThat(mvc.get().uri(page).session(session))
          .hasStatus(302)
          .redirectedUrl()
          .endsWith("/login");
    }
  }

  @Test
  void onesOwnPasswordIsChangedByWhoKnowsThePresentOne() {
    People.hire(staff);
    var session = session("rep", "demo");
    for (var wrong : List.of(List.of("nope", "a long password"), List.of("demo", "too short"))) {
      assertThat(change(session, wrong.get(0), wrong.get(1))).hasStatus(422);
    }
    assertThat(asks(session)).hasStatusOk();
    assertThat(signIn("rep", "demo")).hasRedirectedUrl("/today");
  }

  @Test
  void whoFindsAnOpenDeskGuessesThePresentPasswordTwentyTimesAndNotMore() {
    People.hire(staff);
    var session = session("rep", "demo");
    for (int i = 0; i < PasswordChecks.OF_ACCOUNT; i++) {
      assertThat(change(session, "wrong", "a long password"))
          .hasStatus(422)
          .bodyText()
          .contains("not your present password");
    }
    assertThat(change(session, "demo", "a long password"))
        .hasStatus(422)
        .bodyText()
        .contains("too many wrong passwords", "60 minutes");
    assertThat(signIn("rep", "demo")).as("one count").hasRedirectedUrl("/login?error");
    clock.forward(PasswordChecks.WINDOW);
    assertThat(change(session, "demo", "a long password")).hasRedirectedUrl("/settings");
  }

  /** A session can be used from anywhere. */
  @Test
  void anotherAddressGivesAnOpenDeskNoMoreGuesses() {
    People.hire(staff);
    var device = signIn("rep2", "demo").getResponse().getCookies()[0];
    var session = session("rep2", "demo");
    for (int i = 0; i < PasswordChecks.OF_ACCOUNT; i++) {
      assertThat(change(session, "wrong", "a long password", "192.0.2." + i)).hasStatus(422);
    }
    assertThat(change(session, "demo", "a long password", "192.0.2.99"))
        .bodyText()
        .contains("too many wrong passwords");
    assertThat(signIn("rep2", "demo", device)).as("he himself").hasRedirectedUrl("/today");
    clock.forward(PasswordChecks.WINDOW);
    assertThat(change(session, "demo", "a long password")).hasRedirectedUrl("/settings");
  }

  private MvcTestResult change(MockHttpSession session, String current, String password) {
    return change(session, current, password, "127.0.0.1");
  }

  private MvcTestResult change(
      MockHttpSession session, String current, String password, String address) {
    return mvc.post()
        .uri("/settings/password")
        .session(session)
        .with(csrf())
        .with(
            request -> {
              request.setRemoteAddr(address);
              return request;
            })
        .param("current", current)
        .param("password", password)
        .exchange();
  }

  private MockHttpSession session(String login, String password) {
    var session = signIn(login, password).getRequest().getSession(false);
    return (MockHttpSession) java.util.Objects.requireNonNull(session);
  }

  private MvcTestResult asks(MockHttpSession session) {
    return mvc.get().uri("/settings").session(session).exchange();
  }

  @Test
  void theApiTakesALoginWithEachRequestAndKeepsNoSession() {
    People.hire(staff);
    var answer = mvc.get().uri("/api/v1/nothing").with(httpBasic("rep", "demo")).exchange();
    assertThat(answer).hasStatus(404);
    assertThat(answer.getRequest().getSession(false)).isNull();
  }

  /** T43: what was once typed into the browser is sent from any page. */
  @Test
  void aPageOfAnotherSiteChangesNothingByTheApi() {
    People.hire(staff);
    for (var site : new String[] {"cross-site", "same-site"}) {
      assertThat(
              mvc.post()
                  .uri("/api/v1/nights")
                  .with(httpBasic("admin", People.PASSWORD))
                  .header("Sec-Fetch-Site", site))
          .hasStatus(403)
          .bodyText()
          .contains("another site");
    }
    assertThat(
            mvc.get()
                .uri("/api/v1/customers")
                .with(httpBasic("manager", People.PASSWORD))
                .header("Sec-Fetch-Site", "cross-site"))
        .hasStatusOk();
    assertThat(mvc.get().uri("/api/v1/customers").header("Sec-Fetch-Mode", "cors"))
        .hasStatus(401)
        .headers()
        .hasValue("WWW-Authenticate", "Bearer realm=\"Winback\"");
  }

  @Test
  void everyAnswerCarriesTheStrictHeaders() {
    People.hire(staff);
    assertThat(mvc.get().uri("/login"))
        .headers()
        .hasValue("Content-Security-Policy", SecurityConfiguration.POLICY)
        .hasValue("X-Content-Type-Options", "nosniff")
        .hasValue("Referrer-Policy", "no-referrer")
        .hasValue("Cross-Origin-Opener-Policy", "same-origin")
        .containsHeader("Permissions-Policy");
    assertThat(SecurityConfiguration.POLICY).doesNotContain("unsafe");
  }

  private MvcTestResult setUp(String password) {
    return mvc.post()
        .uri("/setup")
        .with(csrf())
        .param("password", password)
        .param("softOptIn", "true")
        .exchange();
  }

  private MvcTestResult signInAfter(String page, String login) {
    var turnedAway = mvc.get().uri(page).exchange().getRequest().getSession();
    return mvc.post()
        .uri("/login")
        .session((MockHttpSession) turnedAway)
        .with(csrf())
        .param("username", login)
        .param("password", "demo")
        .exchange();
  }

  private MvcTestResult signIn(String login, String password, Cookie... cookies) {
    var request = mvc.post().uri("/login").with(csrf());
    return (cookies.length == 0 ? request : request.cookie(cookies))
        .param("username", login)
        .param("password", password)
        .exchange();
  }
}
