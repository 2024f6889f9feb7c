package dev.winback.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winback.demo.DemoFirm;
import dev.winback.shared.BusinessClock;
import dev.winback.testing.TestConnection;
import dev.winback.web.WinbackApplication;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole way on the demo firm, from signing in to the return: a manager sees the loss, marketing
 * releases a letter, it arrives, a rep calls, the customer buys with the coupon of the letter, and
 * the lapse is returned (RET-01, RET-02, LET-01).
 */
@SpringBootTest(
    classes = WinbackApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "winback.demo=true",
      "winback.zone=Europe/Berlin",
      "winback.mail.hours=00:00-24:00",
      "winback.mail.undo-span=1s"
    })
@Import({TestConnection.class, TestClock.class, EarlyVisitor.class})
class DemoStoryBrowserTest {

  /** What a run before has noted of its letters would hold all of this one's (restored data). */
  @DynamicPropertySource
  static void dataOfItsOwn(DynamicPropertyRegistry properties) throws IOException {
    var data = Files.createTempDirectory(Path.of("target"), "demo-");
    properties.add("winback.data-dir", () -> data);
  }

  @LocalServerPort int port;
  @Autowired BusinessClock clock;
  @Autowired EarlyVisitor early;
  private Browser browser;

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aLostCustomerIsSeenWrittenToCalledAndComesBack() throws Exception {
    browser = Browser.open(port);
    int returnedBefore = theManagerSeesTheLosses();
    var customer = marketingReleasesALetter();
    var coupon = theLetterArrives(customer);
    theRepCallsAndTheNextCardComes();
    theCustomerBuysWith(coupon, customer);
    theLapseIsReturned(customer, returnedBefore);
  }

  @Test
  void whoCameWhileItWasLoadedWasToldSoAndLetInAfterwards() {
    var first = early.answers().get(0);
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Refresh")).hasValue("2");
    assertThat(first.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(first.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(first.body()).contains("The demo firm is being loaded");
    assertThat(early.answers())
        .as("how far it is")
        .anySatisfy(answer -> assertThat(answer.body()).contains("<progress").contains("Just now"));
    var last = early.answers().get(early.answers().size() - 1);
    assertThat(last.statusCode()).isEqualTo(200);
    assertThat(last.body()).contains("Demo logins");
  }

  private WebElement openLapses() {
    return browser.all("a.figure[href='/lost']").stream()
        .filter(card -> card.getText().startsWith("Open lapses"))
        .findFirst()
        .orElseThrow()
        .findElement(By.className("value"));
  }

  private int theManagerSeesTheLosses() {
    browser.signIn("manager", DemoFirm.PASSWORD).go("/");
    int open = number(openLapses());
    int returned = returned();
    browser.go("/lost");
    assertThat(number(browser.one("#list .head p")))
        .as("the list behind the number")
        .isEqualTo(open);
    browser.one("main table tbody tr td a").click();
    browser.until(d -> browser.path().startsWith("/lapses/"));
    assertThat(browser.one("section[aria-labelledby='facts-title'] ul li").getText())
        .matches("(?s).*\\d+ days.*");
    return returned;
  }

  private String marketingReleasesALetter() {
    // the first that would leave: one of a dozen waits for the answer to a complaint
    browser.signIn("marketing", DemoFirm.PASSWORD).go("/letters/rungs/1/releases");
    browser.one("main .card a[href^='/letters/']").click();
    browser.until(d -> browser.path().matches("/letters/\\d+\\?from=.*"));
    var customer =
        browser.one("main a[href^='/customers/']").getAttribute("href").replaceAll(".*/", "");
    var release = "form[action='" + browser.path().replaceAll("\\?.*", "") + "/release']";
    browser.one(release + " button").click();
    browser.until(d -> browser.all(release).isEmpty());
    return customer;
  }

  /**
   * The scheduler sends by itself; the letter is read in the mailbox, its coupon in the list of
   * letters.
   */
  private String theLetterArrives(String customer) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              browser.go("/letters/list?status=sent&rung=1&customer=" + customer);
              return !browser.all("main table tbody tr").isEmpty();
            });
    var coupon = browser.all("main table tbody tr td").get(6).getText();
    assertThat(coupon).hasSize(10);
    browser.go("/mailbox").one("main table tbody tr td a").click();
    browser.until(d -> browser.path().matches("/mailbox/\\d+"));
    assertThat(browser.driver().getPageSource()).contains(coupon);
    return coupon;
  }

  private void theRepCallsAndTheNextCardComes() {
    browser.signIn("rep", DemoFirm.PASSWORD).go("/today");
    browser.one("#who");
    browser.script("window.sameDocument = true");
    var first = heading();
    browser.press("1");
    browser.until(d -> !heading().equals(first));
    var second = heading();
    browser.press("4");
    browser.one("#panel-talked:not([hidden])");
    browser.press(Keys.ENTER);
    browser.until(d -> !heading().equals(second));
    assertThat(browser.script("return window.sameDocument")).isEqualTo(true);
  }

  private void theCustomerBuysWith(String coupon, String customer)
      throws IOException, InterruptedException {
    var body =
        """
        {"customer": "%s", "source": "shop", "purchase": "return-1", "time": "%s", "amount": "88.00", "coupon": "%s"}
        """
            .formatted(customer, clock.instant(), coupon);
    var login =
        Base64.getEncoder()
            .encodeToString(("manager:" + DemoFirm.PASSWORD).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/purchases"))
            .header("Authorization", "Basic " + login)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  private void theLapseIsReturned(String customer, int returnedBefore) {
    browser.signIn("manager", DemoFirm.PASSWORD).go("/customers/" + customer);
    assertThat(browser.one(".head").getText()).contains("Returned").containsIgnoringCase("fragile");
    assertThat(browser.one("article.lapse").getText()).containsIgnoringCase("coupon");
    browser.go("/");
    assertThat(returned()).isEqualTo(returnedBefore + 1);
    browser.go("/lost?q=" + customer);
    assertThat(browser.all("#list tbody tr")).as("no longer among the lost").isEmpty();
  }

  private String heading() {
    return String.valueOf(
        browser.script("const h = document.querySelector('#who'); return h && h.textContent"));
  }

  private int returned() {
    return number(browser.one("a.figure[href='/lost?stage=won'] .value"));
  }

  private static int number(WebElement element) {
    return Integer.parseInt(element.getText().replaceAll("\\D", ""));
  }
}
