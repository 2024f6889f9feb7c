package dev.winback.web.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.shared.Cursor;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of cart letters, other kinds, news and letters of the director (LET-13 to LET-21). */
@WebTest
class PromptPagesTest {

  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester mvc;

  @BeforeEach
  void people() {
    stories.manager();
    stories.marketing();
  }

  private MvcTestResult get(String url, String login) {
    return mvc.perform(
        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(url)
            .with(user(login)));
  }

  private Document page(String url, String login) throws Exception {
    var result = get(url, login);
    assertThat(result).as(url).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private MvcTestResult post(String url, String login, String... form) {
    var request =
        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(url)
            .with(user(login))
            .with(csrf());
    for (int i = 0; i < form.length; i += 2) {
      request.param(form[i], form[i + 1]);
    }
    return mvc.perform(request);
  }

  private void cart() {
    var customer = stories.aCustomer("A").silentFor(10).save();
    jdbc.sql(
            """
            insert into cart (customer_id, source, external_id, carted_at, items, amount, currency)
            values (:customer, 'shop', 'c1', '2026-06-01T08:00:00Z', 'Tea, <b>black</b>', 12.5, 'EUR')
            """)
        .param("customer", customer.value())
        .update();
  }

  @Test
  void theCartsStandWithTheirRemindersAndTheirFileIsTheSame() throws Exception {
    cart();
    var page = page("/letters/carts", "marketing");
    assertThat(page.select("main section.card h2 a").eachText()).contains("Cart, at once");
    assertThat(page.select("main tbody tr").text()).contains("Tea, <b>black</b>", "12.50", "left");
    assertThat(page("/letters/carts?state=ordered", "marketing").select("main tbody tr")).isEmpty();
    var csv = get("/letters/carts.csv?state=left", "manager");
    assertThat(csv.getResponse().getContentAsString()).contains("A,", "Tea, <b>black</b>", "left");
  }

  /** letters.md: who agrees sees how many it is and where they are listed. */
  @Test
  void newsToMoreThanTheLimitAreShownToTheSecondPerson() throws Exception {
    stories.aCustomer("A").silentFor(10).save();
    jdbc.sql("update customer set email = 'a@example.org', email_consent = true").update();
    jdbc.sql("update letter_rule set second_above = 0").update();
    jdbc.sql("update rung set mode = 'live', since = '2026-01-01' where number = -7").update();
    post("/letters/news", "marketing", "kind", "club", "audience", "everybody");
    assertThat(page("/letters", "manager").select("a[href=/letters/rungs/-7/activation]"))
        .hasSize(1);
    var look = page("/letters/rungs/-7/activation", "manager").select("main");
    assertThat(look.text())
        .contains("One letter leaves as soon as the hours for letters allow")
        .doesNotContain("Nobody gets");
    assertThat(look.select("a[href=/letters/list?rung=-7]")).hasSize(1);
    assertThat(look.select("form[action=/letters/rungs/-7/approval]")).hasSize(1);
    assertThat(page("/letters/rungs/-7/activation", "marketing").select("form[action$=approval]"))
        .isEmpty();
  }

  @Test
  void thePageAsksWhomNewsWouldReachBeforeTheyArePublished() throws Exception {
    stories.aCustomer("A").silentFor(10).save();
    stories.aCustomer("B").silentFor(10).save();
    jdbc.sql("update customer set email = lower(ref) || '@example.org', email_consent = ref = 'A'")
        .update();
    jdbc.sql("update rung set mode = 'live', since = '2026-01-01' where number = -7").update();
    var asking = page("/letters/news", "marketing").select("#outlook");
    assertThat(asking.attr("hx-get")).isEqualTo("/letters/news/outlook");
    var outlook = page("/letters/news/outlook?kind=club&audience=everybody", "marketing");
    assertThat(outlook.text())
        .contains("2 readers in this audience have a mailbox.")
        .contains("1 would get these words")
        .contains("no basis: no consent to letters: 1");
    assertThat(get("/letters/news/outlook?kind=birthday&audience=everybody", "marketing"))
        .hasStatus(422);
    assertThat(get("/letters/news/outlook?kind=club&audience=everybody", "manager")).hasStatus(403);
    assertThat(page("/letters/news", "manager").select("#outlook")).isEmpty();
  }

  /** Carts whose reminder was due on 1 May; every fourth is kept back, and those were ordered. */
  private void reminded(int carts) {
    cart();
    jdbc.sql(
            """
            with c as (
              insert into customer (ref) select 'C' || n from generate_series(1, :carts) n
              returning id, substr(ref, 2)::int % 4 = 0 as kept),
            o as (
              insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
              select id, 'story', 'o' || id, timestamptz '2026-05-02 09:00Z', 12, 'EUR', 'paid' from c where kept),
            p as (
              insert into prompt (customer_id, rung, about, cart_id, expires_at)
              select c.id, -11, 'c' || c.id, k.id, timestamptz '2026-05-01 12:00Z' from c, cart k
              returning id, customer_id)
            insert into letter (customer_id, prompt_id, rung, state, percent, template_id, due_on, sent_at)
            select p.customer_id, p.id, -11, case when c.kept then 'CONTROL' else 'SENT' end, 0,
                   r.template_id, date '2026-05-01', timestamptz '2026-05-01 09:00Z'
              from p join c on c.id = p.customer_id join rung r on r.number = -11
            """)
        .param("carts", carts)
        .update();
  }

  @Test
  void whatRemindersBringIsSaidBesideWhoWasKeptBackAndNeverAsABareWinner() throws Exception {
    reminded(40);
    var effect = page("/letters/carts", "marketing").select("section[aria-labelledby=effect]");
    assertThat(effect.text())
        .contains(
            "Reminders sent: 30.", "0 of 30 whose 14 days are over were ordered in them (0.0 %)")
        .contains("10 kept back to compare.", "10 of 10 whose")
        .contains("too early", "Planned check 1 of 4 comes when the 14 days of about");
    var next = "/letters/carts?after=" + Cursor.encode("2026-06-02T00:00:00Z", 1L);
    assertThat(page(next, "marketing").select("section[aria-labelledby=effect]")).isEmpty();
  }

  @Test
  void remindersThatDriveCustomersAwayAreToldInWordsOfCarts() throws Exception {
    reminded(400);
    var effect = page("/letters/carts", "marketing").select("section[aria-labelledby=effect]");
    assertThat(effect.text())
        .contains("brings less", "Of 100 carts 100.0 fewer were ordered than of those kept back")
        .contains("(planned check 1 of 4, an interim analysis, of all carts up to 1 May 2026: ")
        .doesNotContain("-100", "customers");
  }

  @Test
  void aWrongSettingIsToldOnThePageAndARightOneIsTakenBack() throws Exception {
    var wrong = post("/letters/carts/settings", "marketing", "idleMinutes", "5");
    assertThat(wrong).hasStatus(422);
    assertThat(wrong.getResponse().getContentAsString()).contains("from 15 to 1,440");
    assertThat(post("/letters/carts/settings", "marketing", "idleMinutes", "30"))
        .hasRedirectedUrl("/letters/carts");
    assertThat(idle()).isEqualTo(30);
    int change = jdbc.sql("select max(id) from cart_setting").query(Integer.class).single();
    post("/letters/carts/settings/" + change + "/undo", "marketing");
    assertThat(idle()).isEqualTo(60);
  }

  @Test
  void marketingSaysUpToWhichOrderADiscountIsOffered() throws Exception {
    var wrong = post("/letters/kinds/last-order", "marketing", "lastOrder", "11");
    assertThat(wrong).hasStatus(422);
    assertThat(wrong.getResponse().getContentAsString()).contains("from 2 to 10");
    assertThat(post("/letters/kinds/last-order", "marketing", "lastOrder", "4"))
        .hasRedirectedUrl("/letters/kinds");
    assertThat(page("/letters/kinds", "marketing").select("[name=lastOrder]").val()).isEqualTo("4");
    post("/letters/kinds/last-order?lastOrder=2", "marketing");
    assertThat(page("/letters/kinds", "manager").select("[name=lastOrder]").val()).isEqualTo("2");
  }

  private int idle() {
    return jdbc.sql("select idle_minutes from cart_setting order by id desc limit 1")
        .query(Integer.class)
        .single();
  }

  @Test
  void eachKindHasItsCardAndItsEditor() throws Exception {
    var page = page("/letters/kinds", "manager");
    var links = page.select("main section.card h2 a").eachAttr("href");
    assertThat(links).hasSize(8).contains("/letters/rungs/-6", "/letters/rungs/-16");
    for (var link : links) {
      assertThat(page(link, "marketing").select("#letter-form")).as(link).hasSize(1);
    }
    assertThat(page("/letters/rungs/-11", "marketing").select("#field-percent")).hasSize(1);
    assertThat(page("/letters/rungs/-8", "marketing").select("#field-percent")).isEmpty();
    post("/letters/rungs/-8", "marketing", "percent", "0", "couponDays", "30", "control", "20");
    assertThat(page("/letters/kinds", "manager").select("main").text()).contains("20 % kept back");
  }

  /** LET-16: a gift is said in the settings of club news, and of no other news. */
  @Test
  void clubNewsMayGiveSomething() throws Exception {
    var field = "input[name=gives]";
    assertThat(page("/letters/rungs/-10", "marketing").select(field)).isEmpty();
    var settings = page("/letters/rungs/-7", "marketing");
    assertThat(settings.select(field)).hasSize(1);
    assertThat(settings.select("input[name=unit][value=days]")).hasSize(1);
    // what a letter gives its words must name, or nobody could use it
    jdbc.sql("update template set body = body || ' {{coupon}}, {{valid_until}}' where rung = -7")
        .update();
    var terms = "percent=0&couponDays=30&control=0&unit=days&gives=a free tasting".split("[=&]");
    assertThat(post("/letters/rungs/-7", "marketing", terms)).hasStatus3xxRedirection();
    assertThat(page("/letters/rungs/-7", "marketing").select(field).val())
        .isEqualTo("a free tasting");
  }

  @Test
  void newsArePublishedOnceAndTakenBack() throws Exception {
    assertThat(page("/letters/news", "manager").select("form[action=/letters/news]")).isEmpty();
    var form = new String[] {"kind", "club", "audience", "vip"};
    assertThat(post("/letters/news", "marketing", form)).hasRedirectedUrl("/letters/news");
    assertThat(post("/letters/news", "marketing", form)).hasStatus(422);
    long id = jdbc.sql("select id from news").query(Long.class).single();
    assertThat(page("/letters/news", "marketing").select("main tbody tr").text())
        .contains("News for our club", "VIPs");
    assertThat(get("/letters/news.csv", "marketing").getResponse().getContentAsString())
        .contains("News for our club,club,vip");
    post("/letters/news/" + id + "/withdrawal", "marketing");
    assertThat(page("/letters/news", "marketing").select("main tbody tr").text())
        .contains("withdrawn");
    post("/letters/news/" + id + "/resumption", "marketing");
    assertThat(page("/letters/news", "marketing").select("main tbody tr").text())
        .doesNotContain("withdrawn");
  }

  @Test
  void aLetterOfTheDirectorIsAskedForPrintedAndBrought() throws Exception {
    var customer = stories.aCustomer("A").silentFor(100).save();
    long lapse =
        jdbc.sql(
                """
                insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
                values (:customer, 1, 'LOST', '2026-05-20', 'x', '2026-03-01', 1, 'EUR') returning id
                """)
            .param("customer", customer.value())
            .query(Long.class)
            .single();
    var draft = page("/lapses/" + lapse + "/director-letter", "manager");
    assertThat(draft.select("input[name=envelope]").val()).startsWith("We are guilty");
    post(
        "/lapses/" + lapse + "/director-letter",
        "manager",
        "envelope",
        "E",
        "body",
        "Dear <you>",
        "courier",
        "Bike");
    long id = jdbc.sql("select id from director_letter").query(Long.class).single();
    var letter = page("/director-letters/" + id, "manager");
    assertThat(letter.select("[data-print]")).hasSize(1);
    assertThat(letter.select(".letter-paper").text()).isEqualTo("Dear <you>");
    post("/director-letters/" + id + "/handing", "manager", "courier", "");
    assertThat(page("/director-letters?open=true", "manager").select("main tbody tr")).isEmpty();
    assertThat(page("/director-letters", "manager").select("main tbody tr").text())
        .contains("brought", "Bike", "Manager");
    assertThat(
            post("/lapses/" + lapse + "/director-letter", "manager", "envelope", "E", "body", "B"))
        .hasStatus(422);
    assertThat(List.of("csv", "xlsx"))
        .allSatisfy(
            ending -> assertThat(get("/director-letters." + ending, "manager")).hasStatusOk());
  }
}
