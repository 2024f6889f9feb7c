package dev.winback.web.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.complaint.ComplaintsRecorded;
import dev.winback.customer.CustomerId;
import dev.winback.nightly.NightlyRun;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** RET-02, RET-07, RET-08: who came back carries his badge on every screen and in the API. */
@WebTest
class FragilePagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private CustomerId customer;
  private long lapse;

  @BeforeEach
  void aReturn() {
    People.hire(staff);
    stories.rep("rep3");
    customer =
        stories
            .aCustomer("K-1")
            .named("Weber & <Co>")
            .silentFor(100)
            .ownedBy(staff.actor("rep"))
            .save();
    nightly.run(MovableClock.START);
    lapse = jdbc.sql("select id from lapse").query(Long.class).single();
    jdbc.sql(
            """
            insert into finding (lapse_id, customer_id, told_at, said, stated, said_by)
            select id, customer_id, opened_on, '{stated}', 'delivery', 'customer' from lapse
            """)
        .update();
    transaction.executeWithoutResult(
        status -> {
          stories.purchase(customer, MovableClock.START, "20.00");
          events.publishEvent(new PurchasesRecorded(Set.of(customer)));
        });
    nightly.run(MovableClock.START);
  }

  @Test
  void everyScreenThatShowsHimShowsTheBadge() throws Exception {
    for (var path :
        new String[] {
          "/customers",
          "/customers/K-1",
          "/customers/K-1/edit",
          "/customers/K-1/invoices",
          "/lost?stage=won",
          "/lapses/" + lapse,
          "/lapses/" + lapse + "/sheet",
          "/lapses/" + lapse + "/contacts",
          "/lapses/" + lapse + "/director-letter",
          "/fragile"
        }) {
      assertThat(page("manager", path).select("main .chip.success:contains(Fragile)"))
          .as(path)
          .isNotEmpty();
    }
    clock.setDay(MovableClock.START.plusDays(1));
    var day = page("rep2", "/today");
    assertThat(day.select(".queue .chip:contains(Fragile)")).hasSize(1);
    assertThat(day.select("#who ~ .chip:contains(Fragile)")).hasSize(1);
    assertThat(day.select(".call .banner").text()).contains("Delivery", "Thank them first");
  }

  /** Tables of money, of goods and of questions too. */
  @Test
  void soDoTheTablesThatAskHimOrReckonWithHim() throws Exception {
    jdbc.sql(
            """
            insert into payment_habit (customer_id, invoices, late, longest, in_time, open, open_sum)
            select id, 1, 1, 9, 0, 1, 20 from customer
            """)
        .update();
    // who came back when he was only late is no return of the lost
    jdbc.sql("update lapse set lost_on = opened_on").update();
    long survey =
        jdbc.sql("select id from survey where kind = 'satisfaction'").query(Long.class).single();
    for (var path :
        new String[] {
          "/reports/payments",
          "/reports/moves?kind=return&from=2026-01-01&until=2026-06-01",
          "/surveys/" + survey + "/candidates?refs=K-1",
          "/customers/K-1/surveys/" + survey
        }) {
      assertThat(page("manager", path).select("main .chip.success:contains(Fragile)"))
          .as(path)
          .isNotEmpty();
    }
  }

  /** RET-02: in answers of the API as on the pages, each row that names him. */
  @Test
  void soDoesEachAnswerOfTheApiThatNamesHim() throws Exception {
    jdbc.sql(
            """
            insert into payment_habit (customer_id, invoices, late, longest, in_time, open, open_sum)
            select id, 1, 1, 9, 0, 1, 20 from customer;
            update lapse set credit = 'call', credit_member = (select id from member where login = 'rep');
            insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
            select l.id, l.customer_id, m.id, 'promise', 'open', '2026-06-02', 1 from lapse l, member m where m.login = 'rep';
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on)
            select l.id, l.customer_id, 1, 'SUPPRESSED', 10, r.template_id, '2026-06-01' from lapse l, rung r where r.number = 1
            """)
        .update();
    for (var path :
        new String[] {
          "/api/v1/letters",
          "/api/v1/reports/payments",
          "/api/v1/customers",
          "/api/v1/lapses?stage=returned",
          "/api/v1/tasks?due=2026-06-02",
          "/api/v1/team/work?kind=returns"
        }) {
      assertThat(get("manager", path)).as(path).hasStatusOk();
      assertThat(get("manager", path)).as(path).bodyText().contains("\"fragile\":true");
    }
  }

  /** Service, answers, promises, alarms, letters and what is looked up by a name as well. */
  @Test
  void soDoesEveryListInWhichHeStands() throws Exception {
    jdbc.sql(
            """
            insert into complaint (customer_id, source, external_id, complained_at, severity)
            select id, 'shop', 'c', '2026-06-01', 4 from customer;
            insert into contact (customer_id, source, external_id, contacted_at, channel, direction)
            select id, 'shop', 'm', '2026-06-01', 'email', 'in' from customer;
            insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
            select l.id, l.customer_id, m.id, 'promise', 'open', '2026-06-02', 1 from lapse l, member m where m.login = 'rep';
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on)
            select l.id, l.customer_id, 1, 'SUPPRESSED', 10, r.template_id, '2026-06-01' from lapse l, rung r where r.number = 1
            """)
        .update();
    transaction.executeWithoutResult(
        status -> events.publishEvent(new ComplaintsRecorded(Set.of(customer))));
    for (var path :
        new String[] {
          "/complaints", "/replies", "/promises", "/alarms", "/letters/list", "/palette?q=Weber"
        }) {
      assertThat(page("manager", path).select(".chip.success:contains(Fragile)"))
          .as(path)
          .isNotEmpty();
    }
    clock.setDay(MovableClock.START.plusYears(1));
    assertThat(page("manager", "/palette?q=Weber").select(".chip:contains(Fragile)")).isEmpty();
  }

  /** What a manager approves, plans and follows up, and what programs read of it. */
  @Test
  void soDoWhatIsDecidedAndPlannedForHimAndItsAnswers() throws Exception {
    jdbc.sql(
            """
            insert into plan_step (lapse_id, customer_id, what, member_id, due_on, made_by, made_at)
            select l.id, l.customer_id, 'visit', m.id, '2026-06-02', m.id, now() from lapse l, member m where m.login = 'rep';
            insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
            select l.id, l.customer_id, m.id, 'promise', 'open', '2026-06-02', 1 from lapse l, member m where m.login = 'rep';
            insert into offer_grant (lapse_id, customer_id, kind, asked_percent, percent, asked_fixed, fixed, margin_percent,
                                     floor_percent, most_percent, currency, state, asked_by, asked_at)
            select l.id, l.customer_id, (select min(code) from offer_kind), 20, 20, 0, 0, 40, 10, 20, 'EUR', 'asked', m.id, now()
              from lapse l, member m where m.login = 'rep'
            """)
        .update();
    for (var path : new String[] {"/team/plans", "/offers"}) {
      assertThat(page("manager", path).select("main .chip.success:contains(Fragile)"))
          .as(path)
          .isNotEmpty();
    }
    for (var path : new String[] {"/promises", "/offers"}) {
      assertThat(get("manager", "/api/v1" + path))
          .bodyJson()
          .extractingPath("$.items[0]")
          .asMap()
          .containsEntry("fragile", true)
          .containsEntry("ref", "K-1");
    }
  }

  @Test
  void theApiSaysItOfCustomersLapsesAndTasks() {
    clock.setDay(MovableClock.START.plusDays(1));
    assertThat(get("manager", "/api/v1/customers"))
        .bodyJson()
        .extractingPath("$.items[0].fragile")
        .isEqualTo(true);
    assertThat(get("manager", "/api/v1/customers/K-1"))
        .bodyJson()
        .extractingPath("$.fragile")
        .isEqualTo(true);
    assertThat(get("manager", "/api/v1/lapses/" + lapse))
        .bodyJson()
        .extractingPath("$.fragile")
        .isEqualTo(true);
    assertThat(get("rep2", "/api/v1/tasks"))
        .bodyJson()
        .extractingPath("$.items[0].fragile")
        .isEqualTo(true);
    assertThat(get("manager", "/api/v1/fragile"))
        .bodyJson()
        .extractingPath("$.items[0].nextKind")
        .isEqualTo("thank_you");
  }

  @Test
  void theListTheFileAndThePageForTheWallNameReasonAndNextStep() throws Exception {
    assertThat(page("rep2", "/fragile").select("main tbody tr").text())
        .contains("Weber & <Co>", "Delivery", "Say thanks", "Rolf Rep");
    assertThat(page("rep", "/fragile").select("main tbody tr")).hasSize(1);
    assertThat(page("rep3", "/fragile").select(".empty")).hasSize(1);
    assertThat(get("manager", "/fragile.csv"))
        .bodyText()
        .contains("K-1,Weber & <Co>,Lyon,Rita Rep", ",Returned,", ",by themselves,")
        .doesNotContain("RETURNED");
    assertThat(page("manager", "/fragile/poster").select("main tbody tr").text())
        .contains("Weber & <Co>", "Delivery", "Rolf Rep");
    assertThat(get("manager", "/fragile?show=none")).hasStatus(422);
    assertThat(page("manager", "/fragile?show=low").select(".empty")).hasSize(1);
  }

  @Test
  void aManagerChangesDaysAndLimitsAndARepDoesNot() throws Exception {
    assertThat(page("manager", "/settings/aftercare").select("#field-lateShare").val())
        .isEqualTo("20");
    assertThat(change("manager", "15", "7")).hasRedirectedUrl("/settings/aftercare");
    var after = page("manager", "/settings/aftercare");
    assertThat(after.select("#field-lateShare").val()).isEqualTo("15");
    assertThat(after.select(".lines li")).hasSize(2);
    assertThat(change("manager", "15", "7")).hasRedirectedUrl("/settings/aftercare");
    assertThat(page("manager", "/settings/aftercare").select(".lines li")).hasSize(2);
    assertThat(change("manager", "50", "7")).hasStatus(422);
    assertThat(change("manager", "15", "0")).hasStatus(422);
    assertThat(change("rep", "15", "7")).hasStatus(403);
  }

  private MvcTestResult change(String login, String share, String delivery) {
    return mvc.post()
        .uri("/settings/aftercare")
        .param("deliveryDays", delivery)
        .param("secondDays", "60")
        .param("firstMonth", "3")
        .param("lastMonth", "12")
        .param("testimonialDays", "120")
        .param("lowPercent", "40")
        .param("lowDays", "90")
        .param("lateShare", share)
        .param("contacts", "3")
        .with(user(login))
        .with(csrf())
        .exchange();
  }

  private Document page(String login, String path) throws Exception {
    var result = get(login, path);
    assertThat(result).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private MvcTestResult get(String login, String path) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }
}
