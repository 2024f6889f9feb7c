package dev.winback.web.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.task.Desk;
import dev.winback.task.TaskKind;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.view.NewView;
import dev.winback.view.Views;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The queue as a file, and what a day says beside the calls: plans, occasions, what came back. */
@WebTest
class QueueFileTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired Views views;
  @Autowired JdbcClient jdbc;
  private Actor rep;

  @BeforeEach
  void twoCallsAreDue() {
    People.hire(staff);
    rep = staff.actor("rep");
    desk.work(stories.aCustomer("K-1").named("Weber"), rep, "900");
    desk.work(stories.aCustomer("K-2").named("Ana"), rep, "800");
  }

  private String text(String address) throws Exception {
    var answer = mvc.get().uri(address).with(user("rep")).exchange();
    assertThat(answer).hasStatusOk();
    return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void itSaysInWordsWhatIsToBeDone() throws Exception {
    var lines = text("/today.csv").replace("\uFEFF", "").lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "Task,Kind,Due,At,Customer,Name,Phone,Value,Currency,Offer,Time there,Best hour");
    assertThat(lines.get(1)).contains(",Call,");
  }

  /** The rep's day 1: who, why, what to offer, his local time, best hour. */
  @Test
  void rowAndFileSayWhatToOfferWhatTimeItIsThereAndWhenHeIsThere() throws Exception {
    jdbc.sql(
            """
            update customer set time_zone = 'Asia/Dubai' where ref = 'K-1';
            insert into contact (customer_id, source, external_id, contacted_at, channel, direction, reached)
            select id, 'test', n::text, timestamptz '2026-05-04 14:30+04' + n * interval '1 day', 'phone', 'out', n > 1 from customer, generate_series(1, 3) n
             where ref = 'K-1';
            insert into lapse_worth (lapse_id, customer_id, unasked, chance, chance_low, chance_high, channel, percent, effort, verdict, offer_kind)
            select l.id, c.id, 0.1, 0.2, 0.1, 0.3, 'call', 10, 5, 'return', 'discount' from lapse l join customer c on c.id = l.customer_id where c.ref = 'K-1'
            """)
        .update();
    assertThat(text("/today.csv").lines().skip(1))
        .anyMatch(line -> line.endsWith(",\"Discount, 10\u00a0%\",14:00,14:00"))
        .anyMatch(line -> line.endsWith(",,12:00,"));
    var page = Jsoup.parse(text("/today/" + tasks().get(0)));
    assertThat(page.select(".queue li:contains(Weber)").text())
        .contains("days silent", "14:00 there", "best 14:00–15:00", "Discount, 10 %");
    assertThat(page.select(".queue li:contains(Ana)").text()).doesNotContain("there", "best");
    assertThat(page.select(".dial").text())
        .contains("Most often there between 14:00 and 15:00: 2 of 3 calls");
  }

  /** CAL-02, CAL-17: what was done and what was paid, and not what the kind of the task knows. */
  @Test
  void theCardCountsTheContactsOfTheLossAndSaysWhatIsPaidInPart() throws Exception {
    jdbc.sql(
            """
            insert into call (task_id, lapse_id, customer_id, member_id, result, note, called_at, before)
            select t.id, t.lapse_id, t.customer_id, t.member_id, 'talked', '', timestamptz '2026-05-20 10:00Z', '{}' from task t order by t.id limit 1;
            insert into payment (customer_id, source, external_id, paid_at, amount, currency, purchase)
            select p.customer_id, p.source, 'y', timestamptz '2026-05-09 10:00Z', 40, p.currency, p.external_id
              from purchase p join customer c on c.id = p.customer_id where c.ref = 'K-1' order by p.purchased_at desc limit 1
            """)
        .update();
    var card = Jsoup.parse(text("/today/" + tasks().get(0)));
    assertThat(card.select(".call").text()).contains("contact 2 of ");
    assertThat(card.select(".story").text()).contains("€40.00 of it paid 9 May 2026");
    jdbc.sql("update payment set amount = 100000").update();
    assertThat(Jsoup.parse(text("/today/" + tasks().get(0))).select(".story").text())
        .contains("paid 9 May 2026")
        .doesNotContain("of it paid");
    jdbc.sql("update payment set amount = 40, currency = 'USD'").update();
    assertThat(Jsoup.parse(text("/today/" + tasks().get(0))).select(".story").text())
        .as("how much of it is not known")
        .contains("paid 9 May 2026")
        .doesNotContain("of it paid");
  }

  @Test
  void theCardOnTheScreenStaysWhoTakesTheFile() throws Exception {
    text("/today/" + tasks().get(1));
    var held = leases();
    text("/today.csv");
    assertThat(leases()).isEqualTo(held).hasSize(1);
  }

  private java.util.List<Long> tasks() {
    return jdbc.sql("select id from task order by id").query(Long.class).list();
  }

  private java.util.List<String> leases() {
    return jdbc.sql(
            "select id || ' ' || leased_until from task where leased_until is not null order by id")
        .query(String.class)
        .list();
  }

  @Test
  void ofASavedViewItHasItsTasksInItsOrder() throws Exception {
    assertThat(text("/today.csv").lines().skip(1).findFirst()).get().asString().contains("Weber");
    long view = views.save(new NewView("By name", "/lost", "sort=name", false), rep);
    var lines = text("/today.csv?view=" + view).lines().skip(1);
    assertThat(lines.findFirst()).get().asString().contains("Ana");
    assertThat(Jsoup.parse(text("/today?view=" + view)).select("a[href^=/today.csv]").attr("href"))
        .contains("view=" + view);
  }

  @Test
  void aStepOfAWrittenPlanIsOnItsPersonsDay() throws Exception {
    assertThat(text("/today")).doesNotContain("written plan");
    step(MovableClock.START);
    step(MovableClock.START.plusDays(1));
    assertThat(text("/today")).contains("1 step of a written plan is due.");
    assertThat(Jsoup.parse(text("/team/plans?state=due&member=rep")).select("main tbody tr"))
        .hasSize(1);
    jdbc.sql("update lapse set stage = 'REFUSED'").update();
    assertThat(text("/today")).doesNotContain("written plan");
  }

  @Test
  void aStepOfAnEndedLossIsNotOverdue() throws Exception {
    step(MovableClock.START.minusDays(1));
    assertThat(Jsoup.parse(text("/team/plans?state=overdue")).select("main tbody tr")).hasSize(1);
    jdbc.sql("update lapse set stage = 'REFUSED'").update();
    assertThat(Jsoup.parse(text("/team/plans?state=overdue")).select("main tbody tr")).isEmpty();
  }

  private void step(java.time.LocalDate day) {
    jdbc.sql(
            """
            insert into plan_step (lapse_id, customer_id, what, member_id, due_on, made_by, made_at)
            select l.id, l.customer_id, 'ask', :rep, :day, :rep, now() from lapse l order by l.id limit 1
            """)
        .param("rep", rep.member())
        .param("day", day)
        .update();
  }

  @Test
  void theFarContactHasSomethingToTalkAbout() throws Exception {
    var lapse = desk.lapseOf(rep, "5000");
    var far = desk.task(lapse, rep, TaskKind.FAR_CONTACT, MovableClock.START);
    assertThat(text("/today/" + far.value())).doesNotContain("Occasions at present");
    jdbc.sql(
            """
            insert into occasion (kind, title, starts_on, ends_on, audience, created_by, created_at)
            values ('fair', 'The autumn fair', date '2026-05-20', date '2026-06-05', 'vip', :rep, now())
            """)
        .param("rep", rep.member())
        .update();
    assertThat(text("/today/" + far.value())).contains("Occasions at present", "The autumn fair");
  }

  @Test
  void aDayThatIsDoneStillSaysWhatCameBack() throws Exception {
    jdbc.sql("update task set state = 'cancelled', closed_at = now()").update();
    jdbc.sql(
            """
            update lapse set stage = 'RETURNED', returned_on = date '2026-06-01', credit = 'call', credit_member = :rep,
                             return_purchase_id = (select min(p.id) from purchase p where p.customer_id = lapse.customer_id)
             where number = 1
            """)
        .param("rep", rep.member())
        .update();
    assertThat(Jsoup.parse(text("/today")).select(".empty").text()).contains("returned");
  }
}
