package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.staff.KnownDevices;
import dev.winback.staff.Memberships;
import dev.winback.staff.PasswordChecks;
import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Guesses at the sign-in, by the pages and by HTTP Basic (hold.md T44). */
@WebTest
class ThrottledLoginTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Memberships members;
  @Autowired KnownDevices devices;
  @Autowired Settings settings;
  @Autowired PasswordChecks checks;
  @Autowired PasswordEncoder encoder;
  @Autowired BusinessClock clock;
  @Autowired ApiEntryPoint entry;

  @BeforeEach
  void hire() {
    People.hire(staff);
  }

  @Test
  void theOwnerSignsInByHisDeviceWhileOthersGuess() {
    var first = signIn("rep", "demo").getResponse();
    var device = first.getCookies()[0];
    assertThat(first.getHeader("Set-Cookie"))
        .contains("device-", "Path=/", "Max-Age=31536000", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Secure", "rep");
    for (int i = 0; i < PasswordChecks.OF_ACCOUNT; i++) {
      assertThat(signIn("rep", "wrong").getResponse().getCookies()).isEmpty();
    }
    assertThat(signIn("rep", "demo")).hasRedirectedUrl("/login?error");
    var again = signIn("rep", "demo", device);
    assertThat(again).hasRedirectedUrl("/today");
    assertThat(again.getResponse().getCookies()[0].getValue())
        .as("one device, however often he comes")
        .isEqualTo(device.getValue());
    var forged = device.getValue().charAt(5) == 'A' ? 'B' : 'A';
    device.setValue(device.getValue().substring(0, 5) + forged + device.getValue().substring(6));
    assertThat(signIn("rep", "demo", device)).hasRedirectedUrl("/login?error");
  }

  @Test
  void aProgramThatKnowsThePasswordAsksAsOftenAsItLikes() {
    for (int i = 0; i < 2 * PasswordChecks.OF_ACCOUNT; i++) {
      assertThat(mvc.get().uri("/api/v1/nothing").with(httpBasic("rep", "demo"))).hasStatus(404);
    }
    for (int i = 0; i < PasswordChecks.OF_ACCOUNT; i++) {
      assertThat(mvc.get().uri("/api/v1/nothing").with(httpBasic("rep", "wrong"))).hasStatus(401);
    }
    assertThat(mvc.get().uri("/api/v1/nothing").with(httpBasic("rep", "demo"))).hasStatus(401);
    assertThat(signIn("rep", "demo")).as("one count").hasRedirectedUrl("/login?error");
  }

  @Test
  void whereNobodyLookedAtThePasswordAProgramIsToldToComeAgain() throws Exception {
    var answer = new MockHttpServletResponse();
    entry.commence(
        new MockHttpServletRequest(), answer, new AuthenticationServiceException("too many"));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    assertThat(answer.getHeader("WWW-Authenticate")).isNull();
    assertThat(answer.getContentAsString()).contains("An API key waits for nobody");
    assertThat(mvc.get().uri("/login").param("busy", ""))
        .bodyText()
        .contains("Try again in a few seconds");
  }

  /** One look at a hash of the same strength, and one text. */
  @Test
  void anUnknownLoginAndOneWhoLeftCostWhatAMemberCosts() {
    var left =
        staff.active().stream().filter(m -> m.login().equals("rep2")).findAny().orElseThrow();
    members.retire(left.id(), staff.actor("admin"));
    var looks = new Looks();
    var login =
        new ThrottledLogin(
            new Members(staff, clock), looks, checks, new DeviceCookie(devices, settings));
    for (var name : List.of("rep", "rep2", "nobody")) {
      looks.hashes.clear();
      assertThatThrownBy(() -> login.authenticate(guess(name)))
          .as(name)
          .isInstanceOf(AuthenticationException.class);
      assertThat(looks.hashes).as(name).hasSize(1).allMatch(h -> h.contains("$m=64,t=1,p=1$"));
    }
  }

  private static UsernamePasswordAuthenticationToken guess(String name) {
    return UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong");
  }

  private final class Looks implements PasswordEncoder {

    private final List<String> hashes = new ArrayList<>();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
      return encoder.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      hashes.add(String.valueOf(hash));
      return encoder.matches(password, hash);
    }
  }

  private MvcTestResult signIn(String login, String password, Cookie... cookies) {
    var request = mvc.post().uri("/login").with(csrf());
    return (cookies.length == 0 ? request : request.cookie(cookies))
        .param("username", login)
        .param("password", password)
        .exchange();
  }
}
