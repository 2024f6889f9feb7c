package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.script.Scripts;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * CAL-08, LET-27: whoever asked for text messages gets one by hand, and nobody else; it is Monday,
 * 1 June 2026.
 */
@CoreTest
class TextMessageTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  @Autowired CallSheets sheets;
  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired Scripts scripts;
  @Autowired JdbcClient jdbc;
  private Actor rep;

  @BeforeEach
  void hePrefersMessages() {
    rep = stories.rep("rep");
    desk.lapse(stories.aCustomer("K-1").named("Weber").silentFor(95), rep, "900");
    jdbc.sql("update customer set preferred_channel = 'sms'").update();
  }

  @Test
  void theNightPlansAContactAndTheCardHasTheWords() {
    assertThat(tasks.plan(MONDAY)).isEqualTo(1);
    assertThat(message()).startsWith("Good day, ").contains("Weber", rep.name());
    jdbc.sql("update customer set preferred_channel = 'phone'").update();
    assertThat(message()).isNull();
  }

  /** A script of a call is no message: whoever writes finds an empty field. */
  @Test
  void withoutAScriptOfMessagesThereAreNoWords() {
    tasks.plan(MONDAY);
    scripts.retire("message", true, stories.manager());
    assertThat(message()).isEmpty();
  }

  @Test
  void aMessageIsAContactOfItsOwnChannelAndWaitsForHisAnswer() {
    tasks.plan(MONDAY);
    var task = tasks.today(null, null, null, rep).queue().get(0).id();
    var logged =
        tasks.log(task, CallLog.of(CallResult.VOICEMAIL).with(CallDetail.MESSAGE, null), rep);
    assertThat(desk.contact(task)).containsEntry("channel", "sms").containsEntry("reached", false);
    assertThat(logged.nextOn()).isEqualTo("2026-06-02");
  }

  private String message() {
    var card = tasks.today(null, null, null, rep).card();
    assertThat(card).isNotNull();
    return sheets.guide(card, null, rep).message();
  }
}
