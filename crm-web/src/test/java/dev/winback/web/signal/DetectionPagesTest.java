package dev.winback.web.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What pages say of limits and signals is what detection goes by. */
@WebTest
class DetectionPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void start() {
    stories.manager();
  }

  @Test
  void otherLimitsOfBeingLostSayWhoWouldBeLostInsteadOfLateAndBack() throws Exception {
    stories.aCustomer("LATE").named("Late Ltd").silentFor(100).save();
    stories.aCustomer("LOST").named("Lost Ltd").silentFor(200).save();
    nightly.run(clock.today());
    assertThat(simulated("180")).containsExactly(0, 0, 0, 0);
    assertThat(simulated("90")).containsExactly(0, 0, 1, 0);
    assertThat(simulated("360")).containsExactly(0, 0, 0, 1);
    assertThat(tried("90"))
        .contains("One customer would be lost instead of late")
        .contains("Late Ltd")
        .doesNotContain("Nobody would join");
    assertThat(tried("360"))
        .contains("Nobody would be lost instead of late, one customer late instead of lost")
        .contains("Lost Ltd");
    assertThat(tried("180")).contains("Nobody would join or leave, be lost or late instead");
  }

  private List<Integer> simulated(String lost) throws Exception {
    var json = simulation("lostClass", lost);
    return List.of(
        json.read("$.added"), json.read("$.removed"), json.read("$.lost"), json.read("$.late"));
  }

  private DocumentContext simulation(String field, String value) throws Exception {
    var answer =
        mvc.post()
            .uri("/api/v1/detection/simulation")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"%s\":\"%s\"}".formatted(field, value))
            .with(user("manager"))
            .with(csrf())
            .exchange();
    assertThat(answer).hasStatusOk();
    return JsonPath.parse(answer.getResponse().getContentAsString());
  }

  private String tried(String lost) throws Exception {
    return tried("lostClass", lost, "lost", "late");
  }

  private String tried(String name, String value, String... shown) throws Exception {
    var call = mvc.post().uri("/settings/limits").with(user("manager")).with(csrf());
    call = call.param("act", "try").param(name, value);
    for (var field : form().formData()) {
      boolean other = !List.of("act", name, "_csrf").contains(field.key());
      call = other ? call.param(field.key(), field.value()) : call;
    }
    var answer = call.exchange();
    var address = answer.getResponse().getRedirectedUrl();
    assertThat(address).contains("/simulations/");
    var page = body(address);
    for (int asked = 0; page.contains("every 1s"); asked++) {
      assertThat(asked).as("times that the simulation was asked for").isLessThan(300);
      Thread.sleep(100);
      page = body(address);
    }
    for (var show : shown) {
      page += body(address + "?show=" + show);
    }
    return page;
  }

  /** DET-05 opens no loss, and its sign rings in the morning (decision 770). */
  @Test
  void aLimitThatOpensNoLossSaysWhoseSignsChangeOnThePageInTheFileAndByTheApi() throws Exception {
    var less = stories.aCustomer("LESS").named("Less Ltd").buyingEvery(30).times(6).silentFor(60);
    var customer = less.save();
    stories.purchase(customer, clock.today().minusDays(30), "60.00");
    stories.purchase(customer, clock.today().minusDays(1), "60.00");
    nightly.run(clock.today());
    var page = tried("volumeShare", "66", "volume-drop.more");
    assertThat(page)
        .contains("Nobody would join or leave")
        .contains("Signals: 1 more would show, 0 would not show any more")
        .contains("Buys much less: would show (1)")
        .contains("Less Ltd");
    var id = page.replaceAll("(?s).*/simulations/(\\d+)\\.csv.*", "$1");
    assertThat(body("/settings/limits/simulations/" + id + ".csv"))
        .contains("Less Ltd", "Buys much less: would show");
    var json = simulation("volumeShare", "66");
    assertThat(json.<String>read("$.signs[0].signal")).isEqualTo("volume-drop");
    assertThat(json.<String>read("$.signs[0].change")).isEqualTo("more");
    assertThat(json.<Integer>read("$.signs[0].count")).isOne();
    assertThat(json.<String>read("$.signs[0].who[0].name")).isEqualTo("Less Ltd");
  }

  private FormElement form() throws Exception {
    var page = Jsoup.parse(body("/settings/limits"));
    return (FormElement) page.select("form:has([name=lostClass])").get(0);
  }

  @Test
  void theShareOfWhoWouldHaveOrderedIsThatOfItsDay() throws Exception {
    for (int i = 0; i < 40; i++) {
      stories.aCustomer("C-" + i).buyingEvery(15 + i % 20).times(2 + i % 9).silentFor(i).save();
    }
    stories.aCustomer("GONE").buyingEvery(20).times(6).silentFor(400).save();
    nightly.run(clock.today());
    assertThat(page("/customers/GONE"))
        .containsPattern("silent 400 days\\. 90 % of such customers order within \\d+ days")
        .doesNotContain("by now");
  }

  @Test
  void aFalseAlarmAndASeasonStandBesideEachOtherAndEachIsForgottenByItself() throws Exception {
    stories.aCustomer("K").silentFor(100).save();
    nightly.run(clock.today());
    long lapse = jdbc.sql("select id from lapse").query(Long.class).single();
    post("/lost/decisions", "lapse", "" + lapse, "decision", "false-alarm", "reason", "spring");
    post("/customers/K/seasons", "until", "2027-02-01", "why", "");
    assertThat(page("/customers/K"))
        .contains("Silence means nothing below 150 days")
        .contains("Quiet until 1 Feb 2027");
    long season =
        jdbc.sql("select id from own_limit where quiet_until is not null")
            .query(Long.class)
            .single();
    post("/customers/K/limits/" + season + "/undo");
    assertThat(page("/customers/K"))
        .contains("Silence means nothing below 150 days")
        .doesNotContain("Quiet until");
  }

  @Test
  void aLapseSaysInWordsWhatOpenedIt() throws Exception {
    stories.aCustomer("K").silentFor(100).save();
    nightly.run(clock.today());
    jdbc.sql("update lapse set opened_by = 'ended,max-gap,silent'").update();
    long lapse = jdbc.sql("select id from lapse").query(Long.class).single();
    assertThat(page("/lapses/" + lapse))
        .contains("Opened by: own word, the longest time without an order, silence");
  }

  private void post(String address, String... pairs) {
    var call = mvc.post().uri(address).with(user("manager")).with(csrf());
    for (int i = 0; i < pairs.length; i += 2) {
      call = call.param(pairs[i], pairs[i + 1]);
    }
    assertThat(call.exchange()).hasStatus3xxRedirection();
  }

  private String page(String address) throws Exception {
    return Jsoup.parse(body(address)).select("main").text();
  }

  private String body(String address) throws Exception {
    var answer = mvc.get().uri(address).with(user("manager")).exchange();
    assertThat(answer).as(address).hasStatusOk();
    return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
