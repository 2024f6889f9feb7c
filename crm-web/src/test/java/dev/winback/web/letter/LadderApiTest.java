package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import dev.winback.letter.Letters;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Role;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The shapes of api.md for ladder, letters and coupons, and who may use them. */
@WebTest
class LadderApiTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired Letters letters;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void members() {
    stories.marketing();
    stories.manager();
    stories.member("rep", Role.REP);
    stories.member("rep2", Role.REP);
  }

  @Test
  void theLadderHasThreeRungsThatAreOff() {
    assertThat(get("marketing", "/api/v1/ladder"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"rungs":[{"number":1,"days":90,"percent":10,"mode":"off","control":0},
                      {"number":2,"days":180,"percent":15,"mode":"off","control":0},
                      {"number":3,"days":360,"percent":20,"mode":"off","control":0}]}
            """);
    assertThat(get("rep", "/api/v1/ladder")).hasStatus(403);
  }

  @Test
  void aRungIsEditedAndSwitchedByMarketingOnly() {
    assertThat(send("PUT", "manager", "/api/v1/ladder/rungs/1", "{\"days\":60}")).hasStatus(403);
    assertThat(send("PUT", "marketing", "/api/v1/ladder/rungs/1", "{\"days\":60,\"percent\":12}"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"number\":1,\"days\":60,\"percent\":12,\"couponDays\":30}");
    assertThat(send("PUT", "marketing", "/api/v1/ladder/rungs/1", "{\"days\":200}"))
        .hasStatus(422)
        .bodyJson()
        .isLenientlyEqualTo("{\"field\":\"days\"}");
    assertThat(mode(1, "{\"mode\":\"loud\"}")).hasStatus(422);
    assertThat(mode(1, "{\"mode\":\"live\",\"backlog\":true}"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"mode\":\"live\",\"backlog\":true}");
    assertThat(mode(7, "{\"mode\":\"live\"}")).hasStatus(404);
  }

  /** 91.9 days had become 91 without a word. */
  @Test
  void aFractionWhereAWholeNumberBelongsIsRefusedByItsField() {
    for (var field : new String[] {"days", "percent", "couponDays", "control"}) {
      var body = "{\"" + field + "\":10.5}";
      for (var to : new String[] {"PUT /api/v1/ladder/rungs/1", "POST /api/v1/ladder/rungs"}) {
        var call = to.split(" ");
        assertThat(send(call[0], "marketing", call[1], body))
            .hasStatus(422)
            .bodyJson()
            .isLenientlyEqualTo("{\"field\":\"" + field + "\"}");
      }
    }
    assertThat(terms("{\"quota\":5.5}")).hasStatus(422);
    assertThat(terms("{\"unit\":\"rhythm\",\"amount\":1.5}")).hasStatusOk();
    assertThat(get("marketing", "/api/v1/ladder/rungs/1"))
        .bodyJson()
        .isLenientlyEqualTo("{\"days\":90,\"percent\":10,\"couponDays\":30,\"control\":0}");
  }

  @Test
  void aRungThatChangedSinceItWasReadIsNotWrittenOver() {
    var tag =
        java.util.Objects.requireNonNull(
            get("marketing", "/api/v1/ladder/rungs/1").getResponse().getHeader("ETag"));
    assertThat(ifMatch("PUT", tag, "/api/v1/ladder/rungs/1", "{\"percent\":12}")).hasStatusOk();
    assertThat(ifMatch("PUT", tag, "/api/v1/ladder/rungs/1", "{\"percent\":13}")).hasStatus(412);
    assertThat(ifMatch("POST", tag, "/api/v1/ladder/rungs/1/mode", "{\"mode\":\"review\"}"))
        .hasStatus(412);
    assertThat(get("marketing", "/api/v1/ladder/rungs/1"))
        .bodyJson()
        .isLenientlyEqualTo("{\"percent\":12,\"mode\":\"off\"}");
  }

  @Test
  void termsThatDoNotExistAreRefusedByTheirName() {
    for (var wrong :
        new String[] {
          "reasons:[null]",
          "reasons:[\"\\u0000\"]",
          "reasons:[\"weather\"]",
          "offerKind:\"castle\"",
          "offerKind:\"\\u0000\"",
          "gives:\"a\\u0000b\"",
          "classes:\"ABCDA\"",
          "quota:\"many\"",
          "unit:{}"
        }) {
      var field = wrong.substring(0, wrong.indexOf(':'));
      var terms = "{\"terms\":{\"" + field + "\":" + wrong.substring(field.length() + 1) + "}}";
      var answer = assertThat(send("PUT", "marketing", "/api/v1/ladder/rungs/1", terms)).as(wrong);
      answer.hasStatus(422);
    }
  }

  @Test
  void ofTermsThatAreSentInPartTheRestStays() {
    terms("{\"gives\":\"a tin of tea\",\"quota\":50,\"classes\":\"AB\"}");
    assertThat(terms("{\"quota\":60}"))
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"terms\":{\"gives\":\"a tin of tea\",\"offerKind\":\"gift\",\"quota\":60,\"classes\":\"AB\"}}");
    assertThat(terms("{\"gives\":null,\"quota\":null}"))
        .bodyJson()
        .isLenientlyEqualTo("{\"terms\":{\"gives\":null,\"quota\":null,\"classes\":\"AB\"}}");
  }

  private MvcTestResult terms(String terms) {
    return send("PUT", "marketing", "/api/v1/ladder/rungs/1", "{\"terms\":" + terms + "}");
  }

  private MvcTestResult ifMatch(String method, String tag, String path, String body) {
    return mvc.method(org.springframework.http.HttpMethod.valueOf(method))
        .uri(path)
        .header("If-Match", tag)
        .contentType("application/json")
        .content(body)
        .with(httpBasic("marketing", Stories.PASSWORD))
        .exchange();
  }

  @Test
  void theDryRunAndTheLettersSayTheSame() {
    silent("A", "a@example.org");
    silent("B", null);
    mode(1, "{\"mode\":\"live\",\"backlog\":true}");
    assertThat(get("marketing", "/api/v1/ladder/rungs/1/dry-run"))
        .hasStatusOk()
        .bodyJson()
        .isStrictlyEqualTo(
            "{\"gets\":[{\"ref\":\"A\"}],\"doesNot\":[{\"ref\":\"B\",\"because\":\"no-address\",\"until\":null}]}");
    letters.plan(clock.today());
    assertThat(get("marketing", "/api/v1/letters?status=planned"))
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"items\":[{\"ref\":\"A\",\"rung\":1,\"state\":\"planned\",\"percent\":10}],\"next\":null}");
    assertThat(get("marketing", "/api/v1/letters?customer=B"))
        .bodyJson()
        .isLenientlyEqualTo("{\"items\":[{\"state\":\"held\",\"reason\":\"no-address\"}]}");
    assertThat(get("marketing", "/api/v1/letters?status=lost")).hasStatus(422);
    assertThat(get("marketing", "/api/v1/letters?limit=0")).hasStatus(422);
    assertThat(get("rep2", "/api/v1/letters")).bodyJson().isLenientlyEqualTo("{\"items\":[]}");
  }

  @Test
  void aReviewedLetterIsReleasedOnceAndTwiceIsTheSame() {
    silent("A", "a@example.org");
    mode(1, "{\"mode\":\"review\",\"backlog\":true}");
    letters.plan(clock.today());
    var release = "/api/v1/letters/1/release";
    assertThat(send("POST", "rep", release, "")).hasStatus(403);
    for (int i = 0; i < 2; i++) {
      assertThat(send("POST", "manager", release, ""))
          .hasStatusOk()
          .bodyJson()
          .isLenientlyEqualTo("{\"state\":\"planned\"}");
    }
    assertThat(send("POST", "rep", release + "/undo", "")).hasStatus(403);
    for (int i = 0; i < 2; i++) {
      assertThat(send("POST", "manager", release + "/undo", ""))
          .hasStatusOk()
          .bodyJson()
          .isLenientlyEqualTo("{\"state\":\"held\",\"reason\":\"review\"}");
    }
    send("POST", "manager", release, "");
    jdbc.sql("update letter set state = 'SENT', sent_at = now()").update();
    assertThat(send("POST", "manager", release + "/undo", "")).hasStatus(409);
  }

  /** T1: it has arrived, goes again, or nobody sends it; what was decided is decided. */
  @Test
  void aLetterInDoubtIsDroppedOnce() {
    silent("A", "a@example.org");
    mode(1, "{\"mode\":\"live\",\"backlog\":true}");
    letters.plan(clock.today());
    jdbc.sql("update letter set state = 'IN_DOUBT', ended_at = now()").update();
    var decision = "/api/v1/letters/1/decision";
    assertThat(send("POST", "rep", decision, "{\"decision\":\"drop\"}")).hasStatus(403);
    assertThat(send("POST", "manager", decision, "{\"decision\":\"drop\"}"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"state\":\"failed\",\"reason\":\"dropped\"}");
    assertThat(send("POST", "manager", decision, "{\"decision\":\"drop\"}")).hasStatus(409);
    assertThat(jdbc.sql("select void_at is not null from coupon").query(Boolean.class).single())
        .isTrue();
  }

  @Test
  void aCouponIsUsedOnce() {
    silent("A", "a@example.org");
    mode(1, "{\"mode\":\"live\",\"backlog\":true}");
    letters.plan(clock.today());
    var code = jdbc.sql("select code from coupon").query(String.class).single();
    assertThat(get("rep", "/api/v1/coupons/" + code)).hasStatusOk();
    assertThat(get("rep2", "/api/v1/coupons/" + code)).hasStatus(404);
    var redeem = "/api/v1/coupons/" + code + "/redemptions";
    assertThat(send("POST", "rep", redeem, ""))
        .hasStatus(409)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyText()
        .contains("has not left yet");
    assertThat(get("rep", "/api/v1/coupons/" + code)).bodyText().contains("\"valid\":false");
    jdbc.sql("update letter set state = 'SENT', sent_at = now()").update();
    assertThat(get("marketing", "/api/v1/coupons/" + code.toLowerCase(java.util.Locale.ROOT)))
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"valid\":true,\"ref\":\"A\",\"percent\":10,\"until\":\"2026-07-01\"}");
    assertThat(send("POST", "rep", redeem, "")).hasStatusOk();
    assertThat(send("POST", "rep", redeem, ""))
        .hasStatus(409)
        .bodyText()
        .contains("has been used already");
    assertThat(get("marketing", "/api/v1/coupons/0000000000")).hasStatus(404);
  }

  private void silent(String ref, String email) {
    var id = stories.aCustomer(ref).email(email).ownedBy(stories.rep("rep")).silentFor(100).save();
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            values (:id, 1, 'LATE', :day::date, 'test', :day::date - 100, 100, 'EUR')
            """)
        .param("id", id.value())
        .param("day", clock.today())
        .update();
  }

  private MvcTestResult mode(int rung, String body) {
    return send("POST", "marketing", "/api/v1/ladder/rungs/" + rung + "/mode", body);
  }

  private MvcTestResult get(String login, String path) {
    return mvc.get().uri(path).with(httpBasic(login, Stories.PASSWORD)).exchange();
  }

  private MvcTestResult send(String method, String login, String path, String body) {
    return mvc.method(org.springframework.http.HttpMethod.valueOf(method))
        .uri(path)
        .with(httpBasic(login, Stories.PASSWORD))
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }
}
