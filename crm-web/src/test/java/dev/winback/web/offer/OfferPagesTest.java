package dev.winback.web.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Offers on their pages and for scripts: DEC-28 to DEC-34, MEA-07; a loss after ten purchases of
 * 100 at a margin of 30 %.
 */
@WebTest
class OfferPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;

  private long lapse;

  @BeforeEach
  void aLoss() {
    stories.admin();
    stories.manager();
    stories.marketing();
    var rep = stories.rep("rita");
    stories.aCustomer("LOST").ownedBy(rep).buyingEvery(30).times(10).silentFor(150).save();
    nightly.run(MovableClock.START);
    lapse = jdbc.sql("select max(id) from lapse").query(Long.class).single();
    jdbc.sql(
            """
            insert into background (lapse_id, customer_id, member_id, looked_at, purchases, staff, complaints)
            select id, customer_id, :rep, now(), true, true, true from lapse
            """)
        .param("rep", rep.member())
        .update();
  }

  private Document page(String who, String address) throws Exception {
    var answer = mvc.get().uri(address).with(user(who)).exchange();
    assertThat(answer).as(address).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private MvcTestResult post(String who, String address, String... pairs) {
    var call = mvc.post().uri(address).with(user(who)).with(csrf());
    for (int i = 0; i < pairs.length; i += 2) {
      call = call.param(pairs[i], pairs[i + 1]);
    }
    return call.exchange();
  }

  private long newest() {
    return jdbc.sql("select max(id) from offer_grant").query(Long.class).single();
  }

  private String state() {
    return jdbc.sql("select state from offer_grant order by id desc limit 1")
        .query(String.class)
        .single();
  }

  /** DEC-33: asked on the page of the loss, decided with a word, seen by the rep on every page. */
  @Test
  void anOfferIsAskedForApprovedSmallerAndGiven() throws Exception {
    var offers = "/lapses/" + lapse + "/offers";
    post("rita", offers, "kind", "discount", "percent", "20", "note", "a big one");
    assertThat(page("manager", "/lost").text()).contains("1 offer waits for your decision");
    assertThat(page("rita", "/lost").text()).doesNotContain("waits for your decision");
    var approvals = page("manager", "/approvals");
    assertThat(approvals.text())
        .contains(
            "Discount, 20 %", "€10.00 of a usual order of €100.00: 10 % (floor 5 %)", "a big one");
    post("manager", "/offers/" + newest() + "/smaller", "percent", "12", "word", "twelve will do");
    assertThat(page("manager", "/approvals").text()).contains("Nothing waits");
    assertThat(page("rita", "/lost").text()).contains("1 offer was approved for you");
    assertThat(page("rita", "/lapses/" + lapse).select("#offers").text())
        .contains("Approved", "Discount, 12 %", "twelve will do", "less than the 20 % asked for");
    post("rita", "/offers/" + newest() + "/giving");
    assertThat(page("rita", "/lapses/" + lapse).select("#offers code")).hasSize(1);
    assertThat(page("rita", "/customers/LOST").text()).contains("Offer given");
  }

  /** rules.md, "People": who only reads a loss reads its offers, without words and buttons. */
  @Test
  void whoOffersNothingReadsWhatWasOffered() throws Exception {
    var address = "/lapses/" + lapse;
    assertThat(page("marketing", address).select("#offers").text()).contains("Nothing was offered");
    post("rita", address + "/offers", "kind", "discount", "percent", "20");
    post("manager", "/offers/" + newest() + "/smaller", "percent", "12", "word", "twelve will do");
    post("rita", "/offers/" + newest() + "/giving");
    for (var who : List.of("marketing", "admin")) {
      var offers = page(who, address).select("#offers");
      assertThat(offers.text())
          .contains("Given", "Discount, 12 %", "decided by", "less than the 20 % asked for")
          .doesNotContain("Nothing was offered");
      assertThat(offers.select("form, button")).as(who).isEmpty();
      assertThat(offers.select("code")).as(who).hasSize(1);
    }
    assertThat(page("marketing", address).text()).doesNotContain("twelve will do");
  }

  @Test
  void smallerSaysHowMuch() throws Exception {
    post("rita", "/lapses/" + lapse + "/offers", "kind", "discount", "percent", "20");
    post("manager", "/offers/" + newest() + "/smaller", "percent", "", "word", "less");
    assertThat(state()).isEqualTo("asked");
  }

  @Test
  void aDecisionIsTakenBack() throws Exception {
    post("rita", "/lapses/" + lapse + "/offers", "kind", "director-letter");
    post("manager", "/offers/" + newest() + "/refusal", "word", "not now");
    assertThat(state()).isEqualTo("refused");
    post("manager", "/offers/" + newest() + "/question");
    assertThat(state()).isEqualTo("asked");
    post("manager", "/offers/" + newest() + "/approval");
    assertThat(state()).isEqualTo("approved");
  }

  /** DEC-32: a sentence says what would be left. */
  @Test
  void whatIsBelowTheFloorIsRefusedWithASentenceAndWhatWasTypedStays() throws Exception {
    var answer =
        mvc.post()
            .uri("/lapses/" + lapse + "/offers")
            .with(user("manager"))
            .with(csrf())
            .param("kind", "gift")
            .param("fixed", "26")
            .exchange();
    assertThat(answer).hasStatus3xxRedirection();
    assertThat(answer.getMvcResult().getFlashMap().get("offerRefused").toString())
        .contains("leave €4.00 of a usual order of €100.00", "nobody can approve less");
    assertThat(answer.getMvcResult().getFlashMap().get("offerTyped")).isNotNull();
  }

  @Test
  void theChoicesSayWhatFitsWhatHasToBeAskedAndWhatDoesNot() throws Exception {
    var text = page("rita", "/lapses/" + lapse).select("#offers").text();
    assertThat(text)
        .contains("You may grant 10 % and €30.00 an offer; €300.00 is left this month")
        .contains("published: 45 % took it (Harvard Business Review 3/2016")
        .contains("Does not answer what they left for", "A manager decides about this kind")
        .contains("your own: none given yet", "Of a debt");
  }

  /** MEA-07: each number opens its names. */
  @Test
  void theReportLeadsToTheNames() throws Exception {
    post("rita", "/lapses/" + lapse + "/offers", "kind", "gift");
    post("rita", "/offers/" + newest() + "/answer", "accepted", "true");
    var report = page("manager", "/reports/offers");
    assertThat(report.select("main tbody tr").text())
        .contains("Gift with the next order", "1 · 100 %")
        .containsPattern("0 · 0 % ?0 % to 79(\\.\\d)? % possible");
    for (var link : report.select("main tbody a")) {
      long expected = Long.parseLong(link.text().split(" ")[0]);
      var list = page("manager", link.attr("href"));
      assertThat(list.select("main tbody tr")).as(link.attr("href")).hasSize((int) expected);
    }
    assertThat(page("manager", "/reports/offers?by=reason").text()).contains("1");
    assertThat(page("marketing", "/offers").text()).contains("Gift with the next order");
  }

  @Test
  void theFilesHoldWhatTheListsShow() {
    post("rita", "/lapses/" + lapse + "/offers", "kind", "gift");
    var offers = mvc.get().uri("/offers.csv?kind=gift").with(user("manager")).exchange();
    assertThat(offers)
        .hasStatusOk()
        .bodyText()
        .contains("Gift with the next order")
        .contains("LOST");
    assertThat(mvc.get().uri("/offers.csv?kind=tour").with(user("manager")).exchange())
        .bodyText()
        .doesNotContain("LOST");
    assertThat(mvc.get().uri("/reports/offers.csv").with(user("manager")).exchange())
        .bodyText()
        .contains("Gift with the next order,1,");
  }

  @Test
  void theSettingsAreChangedAndWhatIsWrongLeadsToItsField() throws Exception {
    post(
        "admin",
        "/settings/offers/limits",
        "member",
        "rita",
        "percent",
        "15",
        "money",
        "",
        "month",
        "");
    assertThat(page("admin", "/settings/offers").select("#limit-percent-rita").val())
        .isEqualTo("15");
    assertThat(
            post(
                "admin",
                "/settings/offers/kinds/gift",
                "shape",
                "extra",
                "fixed",
                "7.50",
                "problems",
                "price"))
        .hasStatus3xxRedirection();
    assertThat(page("admin", "/settings/offers").select("#fixed-gift").val()).isEqualTo("7.50");
    var wrong =
        post(
            "admin",
            "/settings/offers/rules",
            "objective",
            "roi",
            "floorPercent",
            "101",
            "mostPercent",
            "25",
            "repPercent",
            "10",
            "repMoney",
            "30",
            "repMonth",
            "300",
            "answerDays",
            "3",
            "validDays",
            "30");
    assertThat(wrong).hasStatus(422);
    assertThat(wrong).bodyText().contains("#field-floorPercent");
    assertThat(post("admin", "/settings/offers/kinds", "shape", "extra")).hasStatus(422);
    assertThat(post("admin", "/settings/offers/limits", "member", "rita", "percent", "ninety"))
        .hasStatus(422)
        .bodyText()
        .contains("ninety");
    var gift = "/settings/offers/kinds/gift";
    assertThat(post("admin", gift, "shape", "extra", "fixed", "a little", "words", "Take it"))
        .hasStatus(422)
        .bodyText()
        .contains("a little", "Take it");
  }

  @Test
  void aProgramOffersDecidesAndGives() {
    var offers = "/api/v1/lapses/" + lapse + "/offers";
    var given = json("rita", offers, "{\"kind\": \"discount\", \"percent\": 5}");
    assertThat(given).hasStatus(201).bodyJson().extractingPath("$.state").isEqualTo("given");
    assertThat(given).bodyJson().extractingPath("$.cost").isEqualTo("5.00");
    assertThat(json("rita", offers, "{\"kind\": \"book\", \"fixed\": \"26\"}")).hasStatus(422);
    assertThat(json("rita", offers, "{\"kind\": \"event\", \"fixed\": 20}")).hasStatus(201);
    var decided =
        json(
            "manager",
            "/api/v1/offers/" + newest() + "/decision",
            "{\"decision\": \"smaller\", \"fixed\": 15, \"word\": \"cheaper\"}");
    assertThat(decided).hasStatusOk().bodyJson().extractingPath("$.cost").isEqualTo("15.00");
    assertThat(json("rita", "/api/v1/offers/" + newest() + "/giving", "{}")).hasStatusOk();
    assertThat(json("rita", "/api/v1/offers/" + newest() + "/answer", "{\"accepted\": true}"))
        .bodyJson()
        .extractingPath("$.state")
        .isEqualTo("accepted");
    assertThat(mvc.get().uri(offers).with(user("rita")).exchange())
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(2);
    assertThat(mvc.get().uri("/api/v1/offers?state=given").with(user("rita")).exchange())
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(1);
  }

  private MvcTestResult json(String who, String address, String body) {
    return mvc.post()
        .uri(address)
        .with(user(who))
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  /** DEC-33: from the card with one press, and the undo of the call takes it back. */
  @Test
  void anOfferIsGivenFromTheCallCardWithOnePress() throws Exception {
    nightly.run(MovableClock.START.plusDays(1));
    long task =
        jdbc.sql(
                """
                insert into task (lapse_id, customer_id, member_id, kind, state, due_on)
                select l.id, l.customer_id, m.id, 'call', 'open', l.opened_on from lapse l, member m
                 where l.id = :lapse and m.login = 'rita' returning id
                """)
            .param("lapse", lapse)
            .query(Long.class)
            .single();
    jdbc.sql("update lapse set assignee = (select id from member where login = 'rita')").update();
    jdbc.sql("delete from background").update();
    var card = page("rita", "/today/" + task).select("#card-offers");
    assertThat(card.select("button[name=offer]")).hasSize(4);
    assertThat(card.select("button[value=make-good]")).as("it needs something on top").isEmpty();
    var code = card.select("button[name=offer]").first().val();
    var gate =
        post("rita", "/tasks/" + task + "/calls", "offer", code, "gate", "open", "form", "f1");
    assertThat(gate).as("nobody has looked at the background").hasStatus(422);
    var silent = post("rita", "/tasks/" + task + "/calls", "offer", code, "form", "f1");
    assertThat(silent).as("nor says that he has").hasStatus(422);
    post("rita", "/lapses/" + lapse + "/background", "all", "true");
    post("rita", "/tasks/" + task + "/calls", "offer", code, "form", "f1");
    assertThat(state()).isEqualTo("given");
    assertThat(page("rita", "/lapses/" + lapse).select("#offers").text()).contains("Given");
    post("rita", "/tasks/" + task + "/undo");
    assertThat(state()).isEqualTo("withdrawn");
  }

  /** UND-01: the way out stands where the offer is made. */
  @Test
  void thePageOfALossAsksForTheBackgroundAndOnePressDoesBoth() throws Exception {
    var address = "/lapses/" + lapse;
    assertThat(page("rita", address).select("#offer-background")).as("looked at").isEmpty();
    jdbc.sql("delete from background").update();
    assertThat(page("rita", address).select("#offer-background[required]")).hasSize(1);
    post("rita", address + "/offers", "kind", "discount", "percent", "5");
    assertThat(jdbc.sql("select count(*) from offer_grant").query(Long.class).single()).isZero();
    post("rita", address + "/offers", "kind", "discount", "percent", "5", "background", "true");
    assertThat(state()).isEqualTo("given");
    assertThat(page("rita", address).select("#offer-background")).isEmpty();
  }
}
