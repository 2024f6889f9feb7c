package dev.winback.web.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.lapse.LapseId;
import dev.winback.staff.Staff;
import dev.winback.task.Desk;
import dev.winback.task.TaskKind;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
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

/** UND-01, UND-02, UND-06 to UND-11: the page of one loss, by form and by API. */
@WebTest
class LapsePageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  private LapseId lapse;
  private String address;

  @BeforeEach
  void aLostCustomer() {
    People.hire(staff);
    var rep = staff.actor("rep");
    var customer =
        stories.aCustomer("K-1").named("Weber <Café>").soldBy(rep).times(3).silentFor(95);
    lapse = desk.lapse(customer, rep, "1234");
    address = "/lapses/" + lapse.value();
    jdbc.sql(
            """
            update purchase set items = case when purchased_at = (select min(purchased_at) from purchase)
                                             then '2 × Tea set, 6 cups, Sidamo' else 'Sidamo' end
            """)
        .update();
    jdbc.sql(
            """
            insert into request (customer_id, source, external_id, requested_at, subject)
            select id, 's', 'r1', '2026-05-20', 'Price for twenty kilos' from customer
            """)
        .update();
    jdbc.sql(
            """
            insert into complaint (customer_id, source, external_id, complained_at, text, severity)
            select id, 's', 'k1', '2026-02-20', 'Three days late', 2 from customer
            """)
        .update();
  }

  /** Why nobody works on it is a question only while somebody should. */
  @Test
  void aClosedLossSaysNowhereWhyNobodyHasIt() throws Exception {
    var nobody = "no active rep";
    var lists = List.of(address, "/customers/K-1", "/lost?stage=all");
    jdbc.sql("update lapse set assignee = null, assigned_on = null, queue_reason = 'no-rep'")
        .update();
    for (var shown : lists) {
      assertThat(Jsoup.parse(text(get("manager", shown))).select("main").text())
          .as(shown)
          .contains(nobody);
    }
    jdbc.sql("update lapse set stage = 'NOT_WANTED', closed_on = opened_on").update();
    for (var shown : lists) {
      assertThat(Jsoup.parse(text(get("manager", shown))).select("main").text())
          .as(shown)
          .contains("Weber")
          .doesNotContain(nobody);
    }
  }

  /** Decision 804: on its day it is new work. */
  @Test
  void whatWasPutOffSaysSoUntilItsDay() throws Exception {
    jdbc.sql("update lapse set later_until = date '2026-06-02'").update();
    assertThat(page("manager").select("main dt").eachText()).contains("Put off until");
    jdbc.sql("update lapse set later_until = date '2026-06-01'").update();
    assertThat(page("manager").select("main dt").eachText())
        .contains("Lost by")
        .doesNotContain("Put off until");
  }

  @Test
  void thePageShowsFactsDossierAndTheOpenStep() throws Exception {
    var page = page("manager");
    assertThat(page.select("h1").text()).isEqualTo("Lapse 1: Weber <Café>");
    assertThat(page.select("#background").text()).contains("Nobody has checked");
    assertThat(page.select("#why").text()).contains("Nobody has asked yet");
    var dossier = page.select("#dossier").text();
    assertThat(dossier)
        .contains(
            "Price for twenty kilos", "Three days late", "Rita Rep", "This is the first lapse");
    var goods = page.select("#dossier tbody tr").eachText();
    assertThat(goods.get(0)).startsWith("Sidamo 3");
    assertThat(goods.get(1)).startsWith("Tea set, 6 cups dropped before the last order 1");
  }

  @Test
  void oneClickDoesTheBackgroundAndItIsTakenBackByAnother() throws Exception {
    assertThat(post("rep", "/background", "all=true")).hasStatus3xxRedirection();
    assertThat(page("rep").select("#background").text()).contains("Checked by Rita Rep");
    assertThat(post("rep", "/background/1/undo", "")).hasStatus3xxRedirection();
    assertThat(page("rep").select("#background").text()).contains("Nobody has checked");
    assertThat(post("rep", "/background", "")).hasStatus(422);
    assertThat(page("rep").select(".alert")).isEmpty();
  }

  @Test
  void onTheCardTheSameClickLeavesTheCardAlone() throws Exception {
    desk.task(lapse, staff.actor("rep"), TaskKind.CALL, MovableClock.START);
    var card = Jsoup.parse(text(get("rep", "/today")));
    assertThat(card.select("#gate button")).hasSize(1);
    assertThat(card.select("#panel-talked input[name=background]")).hasSize(1);
    assertThat(card.select("#panel-back input[name=gate], #panel-no input[name=gate]")).isEmpty();
    var answer =
        mvc.post()
            .uri(address + "/background")
            .param("all", "true")
            .header("HX-Request", "true")
            .with(user("rep"))
            .with(csrf())
            .exchange();
    var fragment = Jsoup.parseBodyFragment(text(answer)).body();
    assertThat(fragment.children().eachAttr("id")).containsExactly("gate", "talk-gate");
    assertThat(Jsoup.parse(text(get("rep", "/today"))).select("#gate")).isEmpty();
  }

  @Test
  void whatIsToldOnThePageStandsOnThePageAndAGuessSaysSo() throws Exception {
    var form =
        "stated=price&real=delivery&saidBy=guess&severity=4&human=false&whys=late,+twice&whys=";
    assertThat(post("rep", "/reasons", form)).hasStatus3xxRedirection();
    var why = page("rep").select("#why");
    assertThat(why.text())
        .contains("Only our guess", "Real reason Delivery", "4 a catastrophe", "late, twice");
    assertThat(why.select(".whys li")).hasSize(1);
    assertThat(get("rep", "/customers/K-1")).bodyText().contains("Only our guess");
    assertThat(post("rep", "/reasons/1/undo", "")).hasStatus3xxRedirection();
    assertThat(jdbc.sql("select count(*) from finding where current").query(Long.class).single())
        .isZero();
  }

  @Test
  void aRefusalKeepsWhatWasTyped() throws Exception {
    var refused = post("rep", "/reasons", "stated=price&severity=9&wish=call+me");
    assertThat(refused).hasStatus(422);
    var page = Jsoup.parse(refused.getResponse().getContentAsString());
    assertThat(page.select(".alert a").attr("href")).isEqualTo("#field-severity");
    var examples = page.select("#severity-help li").eachText();
    assertThat(examples).as("UND-10").hasSize(5);
    assertThat(examples.get(1)).contains("guard");
    assertThat(examples.get(2)).contains("project");
    assertThat(examples.get(3)).contains("career");
    assertThat(page.select("#field-wish").text()).isEqualTo("call me");
    assertThat(page.select("#field-stated option[selected]").val()).isEqualTo("price");
    assertThat(post("rep", "/reasons", "stated=&saidBy=&words=&whys=")).hasStatus(422);
  }

  @Test
  void peopleAreAskedAndAnswerOnTheirList() throws Exception {
    assertThat(post("manager", "/questions", "member=rep2&question=What+happened"))
        .hasStatus3xxRedirection();
    var list = Jsoup.parse(text(get("rep2", "/questions")));
    assertThat(list.select("tbody tr").text()).contains("Weber <Café>", "What happened");
    assertThat(list.select("tbody a")).as("not his customer").isEmpty();
    assertThat(
            mvc.post()
                .uri("/questions/1/answer")
                .param("words", "The lorry")
                .with(user("rep2"))
                .with(csrf()))
        .hasStatus3xxRedirection();
    assertThat(page("manager").select("#staff").text()).contains("Rolf Rep", "The lorry");
    assertThat(page("marketing").select("#staff").text()).doesNotContain("The lorry");
    assertThat(text(get("manager", "/questions.csv?state=all"))).contains("The lorry");
  }

  /** UND-19, from both pages. */
  @Test
  void aComplaintIsWrittenDownResolvedAndAskedAbout() throws Exception {
    var complaints = "/customers/K-1/complaints";
    assertThat(form("rep", complaints, "text=Torn+bags&severity=2&form=f1&back=" + address))
        .hasRedirectedUrl(address + "#complaints");
    assertThat(form("rep", complaints + "/2/resolution", "back=" + address))
        .hasStatus3xxRedirection();
    assertThat(form("rep", complaints + "/2/satisfaction", "satisfied=true&back=//elsewhere"))
        .hasRedirectedUrl("/customers/K-1#complaints");
    assertThat(form("rep", complaints + "/2/satisfaction", "satisfied=false"))
        .flash()
        .containsEntry("undo", complaints + "/2/satisfaction?satisfied=true&back=/customers/K-1");
    form("rep", complaints + "/2/satisfaction?satisfied=true&back=" + address, "");
    assertThat(page("rep").select("#complaints").text())
        .contains("Torn bags", "satisfied with the reaction", "Published figures, not a forecast");
    assertThat(Jsoup.parse(text(get("rep", "/customers/K-1"))).select("#complaints").text())
        .contains("Torn bags");
    assertThat(form("rep", complaints + "/2/removal", "")).hasStatus3xxRedirection();
    assertThat(page("rep").select("#complaints").text()).doesNotContain("Torn bags");
  }

  /** What was typed is on the page that says what is wrong, and can be sent again from there. */
  @Test
  void aRefusedFormKeepsWhatWasTyped() throws Exception {
    var answer = form("rep", "/customers/K-1/complaints", "text=&member=nobody+known&form=f1");
    assertThat(answer).hasStatus(422);
    var page = Jsoup.parse(answer.getResponse().getContentAsString());
    assertThat(page.select("main form").attr("action")).isEqualTo("/customers/K-1/complaints");
    assertThat(page.select("main textarea[name=member]").text()).isEqualTo("nobody known");
    assertThat(page.select("main textarea[name=text]").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("main input[name=form]").attr("type")).isEqualTo("hidden");
  }

  @Test
  void aRefusedFormWithAPasswordIsNotRepeated() throws Exception {
    var form = "login=new+one&name=New+One&role=REP&password=too+short";
    var answer = form("admin", "/settings/members", form);
    assertThat(answer.getResponse().getContentAsString()).doesNotContain("too short");
  }

  private MvcTestResult form(String login, String path, String form) {
    return mvc.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .content(form)
        .with(user(login))
        .with(csrf())
        .exchange();
  }

  @Test
  void whoOnlyReadsGetsNoFormsAndWhoMayNotSeeFindsNothing() throws Exception {
    var page = page("marketing");
    assertThat(page.select("main form")).isEmpty();
    assertThat(get("rep2", address)).hasStatus(404);
    assertThat(get("manager", "/lapses/99")).hasStatus(404);
    assertThat(get("manager", "/lapses/x")).hasStatus(404);
  }

  @Test
  void aManagerDecidesOnThePageAndComesBackToIt() {
    mvc.post()
        .uri("/lost/decisions")
        .param("lapse", "" + lapse.value())
        .param("decision", "not-worth")
        .param("back", address)
        .with(user("manager"))
        .with(csrf())
        .assertThat()
        .hasRedirectedUrl(address + "#decision");
    mvc.post()
        .uri("/lost/reopenings")
        .param("lapse", "" + lapse.value())
        .param("reason", "he called")
        .with(user("manager"))
        .with(csrf())
        .assertThat()
        .hasRedirectedUrl(address + "#decision");
    assertThat(jdbc.sql("select stage from lapse").query(String.class).single()).isEqualTo("LOST");
  }

  @Test
  void theCustomersOfAReasonAreListedByItsCode() {
    post("rep", "/reasons", "stated=price&saidBy=customer");
    assertThat(api("/customers?reason=price")).bodyJson().extractingPath("$.count").isEqualTo(1);
    post("rep", "/reasons", "real=delivery");
    assertThat(api("/customers?reason=price")).bodyJson().extractingPath("$.count").isEqualTo(0);
    assertThat(api("/customers?reason=delivery")).bodyJson().extractingPath("$.count").isEqualTo(1);
  }

  @Test
  void theApiTellsAndShowsTheSame() {
    var body =
        "{\"stated\":\"price\",\"real\":\"rep\",\"saidBy\":\"customer\",\"severity\":3,\"human\":true,"
            + "\"whys\":[\"a\",\"b\"],\"competitor\":\"Müller\"}";
    var told = apiPost("/lapses/" + lapse.value() + "/reason", body);
    assertThat(told).hasStatusOk().bodyJson().extractingPath("$.reason").isEqualTo("rep");
    assertThat(told).bodyJson().extractingPath("$.why.stated").isEqualTo("price");
    assertThat(told).bodyJson().extractingPath("$.why.severity").isEqualTo(3);
    assertThat(told).bodyJson().extractingPath("$.why.human").isEqualTo(true);
    assertThat(told).bodyJson().extractingPath("$.why.whys[1]").isEqualTo("b");
    assertThat(told).bodyJson().extractingPath("$.guess").isEqualTo(false);
    assertThat(apiPost("/lapses/" + lapse.value() + "/reason", "{\"reason\":\" \"}"))
        .hasStatus(422);
    assertThat(apiPost("/lapses/" + lapse.value() + "/reason", "{}")).hasStatus(422);
    var looked = apiPost("/lapses/" + lapse.value() + "/background", "");
    assertThat(looked).hasStatusOk().bodyJson().extractingPath("$.background.done").isEqualTo(true);
    assertThat(api("/lapses/" + lapse.value() + "/reasons"))
        .bodyJson()
        .extractingPath("$.length()")
        .isEqualTo(1);
    assertThat(api("/reasons"))
        .bodyJson()
        .extractingPath("$[0].name")
        .isEqualTo("Found it cheaper");
  }

  private MvcTestResult api(String path) {
    return get("manager", "/api/v1" + path);
  }

  private MvcTestResult apiPost(String path, String body) {
    return mvc.post()
        .uri("/api/v1" + path)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(user("manager"))
        .exchange();
  }

  /** House rule: bad input is told where it is wrong, and nothing that was typed is lost. */
  @Test
  void whatIsRefusedStandsInItsFormAgain() throws Exception {
    var whys = refused("/reasons", "whys=one&whys=" + "x".repeat(501));
    assertThat(whys.select("input[name=whys]").eachAttr("value")).startsWith("one");
    assertThat(whys.select(".alert a").attr("href")).isEqualTo("#field-whys");

    var asked = refused("/questions", "question=Did+you+promise+it%3F");
    assertThat(asked.select("#field-question").val()).isEqualTo("Did you promise it?");
    assertThat(asked.select(".alert a").attr("href")).isEqualTo("#field-asked");
    assertThat(asked.select("#field-asked")).hasSize(1);

    var member = refused("/questions", "member=rep&question=" + "x".repeat(501));
    assertThat(member.select("#staff input[name=member][checked]").eachAttr("value"))
        .containsExactly("rep");

    var said = refused("/statements", "words=" + "x".repeat(20_001));
    assertThat(said.select("#field-said").text()).hasSize(20_001);

    var looked = refused("/background", "staff=true&note=" + "x".repeat(2_001));
    assertThat(looked.select("#field-note").text()).hasSize(2_001);
    assertThat(looked.select("#background input[checked]").eachAttr("name"))
        .containsExactly("staff");
  }

  private Document refused(String path, String form) throws Exception {
    var answer = post("manager", path, form);
    assertThat(answer).as(path).hasStatus(422);
    return Jsoup.parse(answer.getResponse().getContentAsString());
  }

  private Document page(String login) throws Exception {
    return Jsoup.parse(text(get(login, address)));
  }

  private MvcTestResult get(String login, String path) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }

  private MvcTestResult post(String login, String path, String form) {
    return form(login, address + path, form);
  }

  private static String text(MvcTestResult result) throws Exception {
    assertThat(result).hasStatusOk();
    return result.getResponse().getContentAsString();
  }
}
