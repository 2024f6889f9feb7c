package dev.winback.web.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Staff;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * CAL-23, CAL-24, CAL-25, CAL-40, OPS-08, OPS-09: the firm's texts on their pages and in the API.
 */
@WebTest
class ScriptPagesTest {

  private static final String SCRIPTS = "/settings/scripts";

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;

  @BeforeEach
  void people() {
    People.hire(staff);
  }

  private MvcTestResult get(String login, String path) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }

  private Document page(String login, String path) throws Exception {
    return Jsoup.parse(get(login, path).getResponse().getContentAsString());
  }

  private MvcTestResult post(String path, String... fields) {
    var request = mvc.post().uri(path).with(user("manager")).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request = request.param(fields[i], fields[i + 1]);
    }
    return request.exchange();
  }

  @Test
  void theListIsFoundByItsWordsAndLeavesAsAFile() throws Exception {
    assertThat(page("manager", SCRIPTS).select("tbody [href^=/settings/scripts/]")).hasSize(34);
    var found = page("manager", SCRIPTS + "?q=carrier&occasion=call");
    assertThat(found.select("tbody tr td:first-child").eachText())
        .contains("Delivery late, wrong or damaged");
    assertThat(page("manager", SCRIPTS + "?q=xyzzy").select(".empty a")).hasSize(1);
    assertThat(get("manager", SCRIPTS + ".csv?occasion=voicemail"))
        .hasStatusOk()
        .bodyText()
        .contains("voicemail,Message on a machine,rigid");
  }

  @Test
  void aScriptIsChangedPreviewedAsACustomerAndTakenBack() throws Exception {
    stories.aCustomer("K-1").named("Weber").buyingEvery(30).times(3).silentFor(95).save();
    var saved =
        post(
            SCRIPTS + "/call",
            "seen",
            "0",
            "title",
            "Our call",
            "kind",
            "rigid",
            "occasion",
            "call",
            "text-opener",
            "Good day, {name}, {days} days\r\nalready.");
    assertThat(saved).hasStatus3xxRedirection().hasRedirectedUrl(SCRIPTS + "/call");
    var preview = page("manager", SCRIPTS + "/call?as=K-1");
    assertThat(preview.select("dd.prose").text()).isEqualTo("Good day, Weber, 95 days already.");
    assertThat(preview.select("form[action$=/restoration]")).hasSize(1);
    assertThat(post(SCRIPTS + "/call/restoration")).hasStatus3xxRedirection();
    var restored = page("manager", SCRIPTS + "/call");
    assertThat(restored.select("h1").text()).isEqualTo("Call, reason not known yet");
    assertThat(restored.select("form[action*=/versions/]")).hasSize(1);
    assertThat(post(SCRIPTS + "/call/versions/1")).hasStatus3xxRedirection();
    assertThat(page("manager", SCRIPTS + "/call").select("h1").text()).isEqualTo("Our call");
  }

  @Test
  void anUnknownNameIsSaidAtItsFieldAndTheTextStays() throws Exception {
    var refused = post(SCRIPTS, "title", "Mine", "text-purpose", "{shoe size}");
    assertThat(refused).hasStatus(422);
    var page = Jsoup.parse(refused.getResponse().getContentAsString());
    assertThat(page.select(".alert a").attr("href")).isEqualTo("#field-text-purpose");
    assertThat(page.select(".alert").text()).contains("{shoe size}", "{first name}");
    assertThat(page.select("#field-text-purpose").text()).isEqualTo("{shoe size}");
    assertThat(page.select("#field-title").val()).isEqualTo("Mine");
  }

  @Test
  void anOwnScriptIsAddedRetiredAndBroughtBack() throws Exception {
    assertThat(post(SCRIPTS, "title", "New", "text-opener", "Hello"))
        .hasRedirectedUrl(SCRIPTS + "/new-2");
    assertThat(post(SCRIPTS + "/new-2/retirement")).hasStatus3xxRedirection();
    assertThat(page("manager", SCRIPTS + "/new-2").select("form[action$=/return]")).hasSize(1);
    assertThat(post(SCRIPTS + "/new-2/return")).hasStatus3xxRedirection();
    assertThat(page("manager", SCRIPTS + "/new").select("#field-text-close")).hasSize(1);
  }

  @Test
  void shortTextsAreChangedInPlaceAndAddedForCompetitors() throws Exception {
    var tips = "/settings/phrases/tip";
    assertThat(post(tips + "/smile", "title", "Smile", "text", "Now", "seen", "0"))
        .hasRedirectedUrl(tips);
    assertThat(page("manager", tips).select("#text-smile").text()).isEqualTo("Now");
    assertThat(post(tips + "/smile/restoration")).hasRedirectedUrl(tips);
    assertThat(page("manager", tips).select("#text-smile").text()).isEqualTo("It is heard.");
    var compare = "/settings/phrases/compare";
    assertThat(post(compare, "title", "Tea & Co", "text", "24, we 26")).hasRedirectedUrl(compare);
    assertThat(page("manager", compare).select("#title-tea-co").val()).isEqualTo("Tea & Co");
    assertThat(post(compare, "title", "", "text", "kept")).hasStatus(422);
    assertThat(get("manager", "/settings/phrases/poem")).hasStatus(422);
  }

  @Test
  void everybodyWhoCallsSearchesAdviceAndPractises() throws Exception {
    stories.aCustomer("K-1").ownedBy(staff.actor("rep")).named("Weber").silentFor(95).save();
    assertThat(page("rep", "/scripts?q=polite").select("dt").text()).contains("Five times why");
    var practice = page("rep", "/scripts/call-price/practice?as=K-1");
    assertThat(practice.select("h1").text()).isEqualTo("Practise: Our price");
    assertThat(practice.select(".prose").first().text()).contains("Weber");
    assertThat(get("rep2", "/scripts/call-price/practice?as=K-1")).hasStatus(404);
    assertThat(get("rep", "/scripts/none/practice")).hasStatus(404);
  }

  @Test
  void theApiTellsAndTakesScripts() {
    var list = api("GET", "/api/v1/scripts", null);
    assertThat(list).hasStatusOk().bodyJson().extractingPath("$.items.length()").isEqualTo(34);
    var body =
        "{\"title\":\"By program\",\"kind\":\"rigid\",\"steps\":[{\"step\":\"opener\",\"text\":\"Hi\"}]}";
    assertThat(api("POST", "/api/v1/scripts", body))
        .hasStatus(201)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("by-program");
    assertThat(api("POST", "/api/v1/scripts", body.replace("[{", "[null,{"))).hasStatus(422);
    assertThat(
            api("POST", "/api/v1/scripts", body.replace("{\"title", "{\"reasons\":[null],\"title")))
        .hasStatus(422);
    var other = body.replace("Hi", "Ho").replace("{\"title", "{\"version\":1,\"title");
    assertThat(api("PUT", "/api/v1/scripts/by-program", other))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.version")
        .isEqualTo(2);
    assertThat(api("PUT", "/api/v1/scripts/by-program", body.replace("Hi", "Hu"))).hasStatus(412);
    assertThat(api("GET", "/api/v1/phrases?sort=question", null))
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(6);
  }

  private MvcTestResult api(String method, String path, String body) {
    var request =
        mvc.method(HttpMethod.valueOf(method))
            .uri(path)
            .with(httpBasic("manager", People.PASSWORD));
    if (body != null) {
      request = request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
    return request.exchange();
  }
}
