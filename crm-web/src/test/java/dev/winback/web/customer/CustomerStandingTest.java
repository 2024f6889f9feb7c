package dev.winback.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Merges;
import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.nightly.NightlyRun;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** rules.md, "Lapse": page, list and API name one stage, that of the loss that counts. */
@WebTest
class CustomerStandingTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired Merges merges;
  @Autowired Decisions decisions;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private CustomerId growth;

  @BeforeEach
  void start() {
    stories.manager();
    growth = stories.aCustomer("A-1").named("Growth").silentFor(250).save();
  }

  @Test
  void whoseTwoLossesBecameOneStandsByTheOneThatIsWorkedOn() throws Exception {
    stories.aCustomer("B-1").silentFor(220).save();
    nightly.run(clock.today());
    merges.merge("A-1", "B-1", Set.of(), stories.manager());
    assertThat(last()).isEqualTo("MERGED");
    assertThat(stage()).isEqualTo("LOST");
    assertThat(body("/customers?stage=lost")).contains("Growth");
    assertThat(head().text()).contains("Lost");
    assertThat(head().select("#next-step")).hasSize(1);
    assertThat(body("/customers/A-1")).doesNotContain("the lapse has ended");
  }

  @Test
  void whoHasBoughtSinceAFalseAlarmIsActive() throws Exception {
    nightly.run(clock.today());
    var lapse = jdbc.sql("select id from lapse").query(Long.class).single();
    decisions.decide(
        new LapseId(lapse), Decision.FALSE_ALARM, "buys each spring", null, stories.manager());
    assertThat(stage()).isEqualTo("FALSE_ALARM");
    assertThat(head().text()).contains("False alarm");
    buys(clock.today());
    standsByNoLapse();
  }

  @Test
  void anOrderThatIsToldLateLeavesNoFalseAlarmBehind() throws Exception {
    nightly.run(clock.today());
    buys(clock.today().minusDays(5));
    standsByNoLapse();
  }

  private void standsByNoLapse() throws Exception {
    assertThat(last()).isEqualTo("FALSE_ALARM");
    assertThat(stage()).isEqualTo("ACTIVE");
    assertThat(body("/customers?stage=active")).contains("Growth");
    assertThat(body("/customers?stage=false_alarm")).doesNotContain("Growth");
    assertThat(head().text()).doesNotContain("False alarm");
  }

  private void buys(LocalDate day) {
    transaction.executeWithoutResult(
        s -> {
          stories.purchase(growth, day, "50.00");
          events.publishEvent(new PurchasesRecorded(Set.of(growth)));
        });
  }

  private String last() {
    return jdbc.sql("select stage from lapse order by number desc limit 1")
        .query(String.class)
        .single();
  }

  private String stage() throws Exception {
    return JsonPath.read(body("/api/v1/customers/A-1"), "$.stage");
  }

  private Element head() throws Exception {
    return Jsoup.parse(body("/customers/A-1")).select("main .head").get(0);
  }

  private String body(String address) throws Exception {
    var answer = mvc.get().uri(address).with(user("manager")).exchange();
    assertThat(answer).as(address).hasStatusOk();
    return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
