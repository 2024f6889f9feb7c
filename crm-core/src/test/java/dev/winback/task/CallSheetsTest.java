package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.script.Occasion;
import dev.winback.script.PhraseSort;
import dev.winback.script.Phrases;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * CAL-03, CAL-04, CAL-13, CAL-17, CAL-42: the aim before dialling, free times, facts at hand, and
 * every field as it was typed.
 */
@CoreTest
class CallSheetsTest {

  @Autowired CallSheets sheets;
  @Autowired Tasks tasks;
  @Autowired Phrases phrases;
  @Autowired Customers customers;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor rep;
  private TaskId task;

  @BeforeEach
  void aCallIsDue() {
    rep = stories.rep("rep");
    var customer = stories.aCustomer("K-1").named("Weber").buyingEvery(30).times(3).silentFor(95);
    task = desk.work(customer, rep, "900");
  }

  private CallGuide guide(Actor actor) {
    var card = tasks.today(null, null, task, actor).card();
    assertThat(card).isNotNull();
    return sheets.guide(card, null, actor);
  }

  @Test
  void everyFieldIsThereAgainForWhoTypedItAndForNobodyElse() {
    sheets.keep(task, Map.of("say-words", "too dear", "tick-opener", "true"), rep);
    sheets.keep(task, Map.of("say-words", "too dear; late", "tick-opener", "true"), rep);
    sheets.keep(task, Map.of("say-words", "too dear; late", "tick-opener", "true"), rep);
    assertThat(guide(rep).sheet().of("say-words")).isEqualTo("too dear; late");
    assertThat(guide(rep).sheet().ticked("opener")).isTrue();
    assertThat(guide(rep).sheet().ticked("close")).isFalse();
    assertThat(guide(stories.manager()).sheet().fields()).isEmpty();
    assertThat(desk.count("call_sheet")).isEqualTo(1);
  }

  @Test
  void whatWasTypedIsThereAgainWhenTheCallIsTakenBack() {
    sheets.keep(task, Map.of("summary", "samples on Friday"), rep);
    tasks.log(task, CallLog.of(CallResult.THINKING), rep);
    sheets.keep(task, Map.of("summary", "samples on Friday at ten"), rep);
    tasks.undo(task, rep);
    assertThat(guide(rep).sheet().of("summary")).isEqualTo("samples on Friday at ten");
  }

  @Test
  void aMinuteAfterTheCallNothingIsKeptAnyMore() {
    tasks.log(task, CallLog.of(CallResult.THINKING), rep);
    clock.forward(Duration.ofSeconds(60));
    sheets.keep(task, Map.of("summary", "in time"), rep);
    assertThat(sheet()).contains("in time");
    clock.forward(Duration.ofSeconds(1));
    sheets.keep(task, Map.of("summary", "too late"), rep);
    assertThat(sheet()).contains("in time");
  }

  @Test
  void ofWhomWeHaveErasedNothingIsKept() {
    tasks.log(task, CallLog.of(CallResult.THINKING), rep);
    customers.erase("K-1", stories.manager());
    sheets.keep(task, Map.of("summary", "his words"), rep);
    assertThat(desk.count("call_sheet")).isZero();
  }

  private String sheet() {
    return jdbc.sql("select fields::text from call_sheet").query(String.class).single();
  }

  @ParameterizedTest
  @EnumSource(value = TaskKind.class, mode = EnumSource.Mode.EXCLUDE, names = "CALL")
  void whatIsNoFirstCallHasWordsOfItsOwn(TaskKind kind) {
    var occasion = Occasion.ofTask(kind.code());
    assertThat(occasion).isNotEqualTo(Occasion.CALL);
    desk.set(task, "kind", kind.code());
    assertThat(guide(rep).script().content().occasion()).isEqualTo(occasion);
  }

  @Test
  void theNextCardShowsHowTheLastTalkWasSummedUp() {
    sheets.keep(task, Map.of("summary", "samples on Friday"), rep);
    var next = tasks.log(task, CallLog.of(CallResult.THINKING), rep).nextTask();
    task = next;
    desk.set(task, "due_on", clock.today());
    assertThat(guide(rep).facts().talkSummary()).isEqualTo("samples on Friday");
    assertThat(guide(rep).facts().talkResult()).isEqualTo("thinking");
    assertThat(guide(rep).sheet().fields()).isEmpty();
  }

  /**
   * A talk without a word in the note is the last one, and whoever was not there has not talked.
   */
  @Test
  void theLastTalkIsTheLastOneAtWhichSomebodyWasThere() {
    var first =
        new CallLog(CallResult.THINKING, "on the market", null, null, null, null, false, null);
    next(tasks.log(task, first, rep));
    clock.forward(Duration.ofHours(1));
    next(tasks.log(task, CallLog.of(CallResult.TALKED).with(CallDetail.REFUSED, null), rep));
    clock.forward(Duration.ofHours(1));
    var none =
        new CallLog(CallResult.NOT_THERE, "try on Tuesday", null, null, null, null, false, null);
    next(tasks.log(task, none, rep));
    assertThat(guide(rep).facts().talkResult()).isEqualTo("refused");
    assertThat(guide(rep).facts().talkNote()).isNull();
  }

  private void next(Logged logged) {
    task = Objects.requireNonNull(logged.nextTask());
    desk.set(task, "due_on", clock.today());
  }

  @Test
  void strangeFieldsAndTooManyAndTooLongOnesAreRefused() {
    assertRefused(Map.of("A b", "x"));
    assertRefused(Map.of("note", "x".repeat(20_001)));
    var many = new HashMap<String, String>();
    for (int i = 0; i < 81; i++) {
      many.put("f" + i, "x");
    }
    assertRefused(many);
    many.remove("f80");
    sheets.keep(task, many, rep);
    sheets.keep(task, Map.of("note", "x".repeat(20_000), "next+1d", "true"), rep);
  }

  private void assertRefused(Map<String, String> fields) {
    assertThatThrownBy(() -> sheets.keep(task, fields, rep)).isInstanceOf(Refused.class);
  }

  @Test
  void theAimIsWrittenDownOnceAndNeverEmpty() {
    sheets.aim(task, " learn why ", rep);
    sheets.aim(task, "learn why", rep);
    assertThat(desk.see(task)).containsEntry("aim", "learn why");
    for (var wrong : new String[] {"", "  ", "x".repeat(501)}) {
      assertThatThrownBy(() -> sheets.aim(task, wrong, rep)).isInstanceOf(Refused.class);
    }
    tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    sheets.aim(task, "too late", rep);
    assertThat(desk.see(task)).containsEntry("aim", "learn why");
  }

  @Test
  void somebodyElsesCardLooksAsIfThereWereNone() {
    var other = stories.rep("rep2");
    assertThatThrownBy(() -> sheets.keep(task, Map.of(), other)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> sheets.aim(task, "x", other)).isInstanceOf(NotFound.class);
  }

  @Test
  void goodsThatHeDroppedAndWhatFitsThemAreNamed() {
    jdbc.sql(
            """
            update purchase p set items = case when n = 3 then '1 × Tea' else '2 × Sidamo, 1 × Tea' end
              from (select id, row_number() over (order by purchased_at) as n from purchase) o
             where o.id = p.id
            """)
        .update();
    var filters = phrases.add(PhraseSort.FITS, "Sidamo", "Filters", stories.manager());
    assertThat(guide(rep).gone()).extracting(Bought::good).containsExactly("Sidamo");
    assertThat(guide(rep).fits()).containsExactly(filters);
    assertThat(guide(rep).facts().goods()).isEqualTo("1 × Tea");
  }

  @Test
  void theScriptFitsTheReasonAndSpeaksOfTheCustomer() {
    assertThat(guide(rep).script().code()).isEqualTo("call");
    var log = new CallLog(CallResult.THINKING, "", "price", null, null, null, false, null);
    task = tasks.log(task, log, rep).nextTask();
    desk.set(task, "due_on", clock.today());
    assertThat(guide(rep).script().code()).isEqualTo("call-price");
    assertThat(guide(rep).words().passages().get(0).text()).contains("Weber", rep.name());
    assertThat(guide(rep).others()).extracting(s -> s.code()).contains("gatekeeper", "voicemail");
  }

  /** CAL-09: what we only guess is asked, in the words of the two questions. */
  @Test
  void aGuessedReasonLeavesTheTwoQuestionsOnTheCard() {
    jdbc.sql(
            """
            insert into finding (lapse_id, customer_id, told_at, said, stated, said_by)
            select id, customer_id, opened_on, '{stated}', 'delivery', 'guess' from lapse
            """)
        .update();
    assertThat(tasks.today(null, null, task, rep).card().facts().reason()).isEqualTo("delivery");
    assertThat(guide(rep).script().code()).isEqualTo("call");
    assertThat(guide(rep).words().passages())
        .extracting(passage -> passage.text())
        .contains(
            """
            What made you stop ordering from us?
            What would have to happen for you to order again?""");
  }

  @Test
  void proposedTimesAreAnHourAwayFromWhatIsAgreed() {
    var before = tasks.today(null, null, task, rep).card().times();
    assertThat(before).hasSize(3);
    var taken = before.get(1);
    var other = desk.call(rep);
    desk.set(other, "due_at", taken.at().minusMinutes(59).atZone(rep.zone()).toOffsetDateTime());
    var after = tasks.today(null, null, task, rep).card().times();
    assertThat(after).hasSize(3).doesNotContain(taken);
    desk.set(other, "due_at", taken.at().minusMinutes(60).atZone(rep.zone()).toOffsetDateTime());
    assertThat(tasks.today(null, null, task, rep).card().times()).contains(taken);
  }
}
