package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Role;
import dev.winback.staff.Staff;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing typed is lost by a login that ran out, on any page and for nobody else's eyes. */
@WebTest
class TypedAndSignedOutBrowserTest {

  private static final String PAGE = "/customers/K-1/persons/new";
  private static final String WORDS = "Likes to be called\nafter four";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  private Browser browser;

  @BeforeEach
  void aFormWithWordsAndNoLoginAnyMore() {
    People.hire(staff);
    stories.aCustomer("K-1").soldBy(staff.actor("rep")).save();
    staff.hire("manager2", "Marek Manager", null, Role.MANAGER, People.PASSWORD);
    browser = Browser.open(port).signIn("manager", People.PASSWORD).go(PAGE);
    browser.one("#field-last_name").sendKeys("Sousa");
    browser.one("#field-note").sendKeys(WORDS);
    browser.driver().manage().deleteAllCookies();
    browser.script("document.querySelector('main form button[type=submit]').click()");
    browser.until(d -> browser.path().equals("/login?ended"));
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private void signInHere(String login) {
    browser.one("#username").sendKeys(login);
    browser.one("#password").sendKeys(People.PASSWORD);
    browser.one("form .btn-primary").click();
    browser.until(d -> !browser.path().startsWith("/login"));
  }

  private String value(String field) {
    return browser.one(field).getDomProperty("value");
  }

  private int persons() {
    return jdbc.sql("select count(*) from person where last_name = 'Sousa'")
        .query(Integer.class)
        .single();
  }

  @Test
  void theWordsAreInTheirFormAgainAndAreSavedByTheNextPress() {
    assertThat(browser.one(".alert-warning").getText()).contains("comes back");
    assertThat(persons()).isZero();
    signInHere("manager");
    assertThat(browser.path()).isEqualTo(PAGE);
    browser.until(d -> browser.one("#toasts").getText().contains("not saved yet"));
    assertThat(value("#field-last_name")).isEqualTo("Sousa");
    assertThat(value("#field-note")).isEqualTo(WORDS);
    browser.script("document.querySelector('main form button[type=submit]').click()");
    browser.until(d -> !browser.path().equals(PAGE));
    assertThat(persons()).isOne();
    assertThat(browser.script("return sessionStorage.getItem('typed')")).isNull();
    browser.go(PAGE);
    assertThat(value("#field-note")).as("saved words are not typed again").isEmpty();
  }

  @Test
  void anotherMemberInTheSameTabNeverSeesThem() {
    signInHere("manager2");
    assertThat(browser.path()).isEqualTo(PAGE);
    assertThat(value("#field-note")).isEmpty();
    assertThat(browser.script("return sessionStorage.getItem('typed')")).isNull();
  }

  /** A part of a page that htmx asks for leads to the door too, and back. */
  @Test
  void aFieldThatASearchAsksForInVainKeepsWhatStoodBesideIt() {
    browser.signIn("manager", People.PASSWORD).go("/customers/K-1/edit");
    browser.one("#field-city").sendKeys("Nowhere");
    browser.driver().manage().deleteAllCookies();
    browser.script(
        """
        const form = document.querySelector('main form.edit');
        form.setAttribute('hx-post', form.action);
        htmx.process(form);
        form.requestSubmit();
        """);
    browser.until(d -> browser.path().startsWith("/login"));
    signInHere("manager");
    assertThat(browser.path()).isEqualTo("/customers/K-1/edit");
    browser.until(d -> value("#field-city").contains("Nowhere"));
  }
}
