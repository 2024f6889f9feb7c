package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person says about the sending; each change is refused, or judged anew and audited. */
@CoreTest
class SendingRulesTest {

  @Autowired SendingRules rules;
  @Autowired RungLoads loads;
  @Autowired Outbox outbox;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired BusinessClock clock;

  @Test
  void whoReadTheRulesBeforeSomebodyChangedThemChangesNothing() {
    var read = rules.settings(stories.manager());
    rules.change(trial(read, List.of(" Boss@shop.example")), stories.manager());

    assertThatThrownBy(() -> rules.change(read, stories.marketing())).isInstanceOf(Refused.class);

    assertThat(rules.settings(stories.manager()).trial()).containsExactly("boss@shop.example");
    assertThat(
            jdbc.sql("select detail::text from audit where subject = 'sending'")
                .query(String.class)
                .single())
        .contains("\"contactCap\": \"6\"", "\"trial\": 1", "\"holidays\": true");
  }

  @Test
  void aSaveOfOtherRulesDecidesNothingAboutSoftOptIn() {
    var read = rules.settings(stories.manager());
    rules.change(trial(read, List.of("boss@shop.example")), stories.manager());
    assertThat(undecided()).isTrue();
    rules.decideSoftOptIn(!read.softOptIn(), stories.manager());
    rules.change(rules.settings(stories.manager()), stories.manager());
    assertThat(undecided()).isFalse();
    assertThat(rules.settings(stories.manager()).softOptIn()).isNotEqualTo(read.softOptIn());
  }

  private boolean undecided() {
    return jdbc.sql("select soft_opt_in is null from sending").query(Boolean.class).single();
  }

  @Test
  void aTrialEndsWithoutTheLastMailboxOnlyWhenAPersonSaysSo() {
    var letter = ALetter.in(jdbc).planned();
    rules.change(
        trial(rules.settings(stories.manager()), List.of("anna@example.org")), stories.manager());
    jdbc.sql(dev.winback.shared.Sql.of(SendingRules.class, "forget.sql"))
        .param("customer", jdbc.sql("select customer_id from letter").query(Long.class).single())
        .update();

    var now = rules.settings(stories.manager());
    assertThat(now.trial()).containsExactly("@nobody.invalid");
    rules.change(now, stories.manager());
    assertThat(outbox.claim("a", 9, OutboxTest.LEASE)).isEmpty();
    assertThat(
            jdbc.sql("select hold_reason from letter where id = " + letter)
                .query(String.class)
                .single())
        .isEqualTo("TRIAL");
    rules.change(trial(rules.settings(stories.manager()), List.of()), stories.manager());
    assertThat(outbox.claim("a", 9, OutboxTest.LEASE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "a@b", "a b@shop.example", "a@shop..example"})
  void whatIsNoMailboxIsRefused(String written) {
    assertRefused(written);
  }

  @Test
  void aMailboxOfThousandsOfCharactersIsRefusedAndBreaksNothing() {
    assertRefused("a@" + "b.".repeat(2_000) + "c");
  }

  private void assertRefused(String written) {
    var with = trial(rules.settings(stories.manager()), List.of(written));
    assertThatThrownBy(() -> rules.change(with, stories.manager()))
        .isInstanceOf(Refused.class)
        .extracting(e -> ((Refused) e).field())
        .isEqualTo("trial");
  }

  @Test
  void aRungThatWasTakenOffTheLadderIsNotAskedAbout() {
    jdbc.sql("update rung set retired_at = clock_timestamp() where number = 2").update();
    assertThat(loads.list(stories.manager()))
        .extracting(RungLoad::number)
        .contains(1, 3)
        .doesNotContain(2);
  }

  /** One number before the first, on it, on the last and after it. */
  @ParameterizedTest
  @CsvSource({"mailboxGap, 90", "mailboxLetters, 100", "mailboxDays, 365", "mailboxSame, 730"})
  void aCapOfAMailboxHasBounds(String field, int most) {
    for (int good : new int[] {1, most}) {
      rules.change(with(caps(field, good)), stories.manager());
      assertThat(rules.settings(stories.manager()).mailbox()).isEqualTo(caps(field, good));
    }
    for (int bad : new int[] {0, most + 1, -1}) {
      assertThatThrownBy(() -> rules.change(with(caps(field, bad)), stories.manager()))
          .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.field()).isEqualTo(field));
    }
    assertThat(rules.settings(stories.manager()).mailbox()).isEqualTo(caps(field, most));
  }

  private static MailboxCaps caps(String field, int number) {
    return new MailboxCaps(
        field.equals("mailboxGap") ? number : 3,
        field.equals("mailboxLetters") ? number : 4,
        field.equals("mailboxDays") ? number : 30,
        field.equals("mailboxSame") ? number : 60);
  }

  private SendingSettings warm(String day) {
    var read = rules.settings(stories.manager());
    return new SendingSettings(
        read.dailyCap(),
        LocalDate.parse(day),
        read.contactCap(),
        read.mailbox(),
        read.weekdays(),
        read.holidays(),
        read.trial(),
        read.softOptIn(),
        read.version());
  }

  /** Until a day to come nothing would be limited (quotas-left.sql). */
  @Test
  void aNewDomainIsNewSinceADayThatHasCome() {
    for (var day : new String[] {"2030-01-01", "1900-01-01", "" + clock.today().plusDays(1)}) {
      assertThatThrownBy(() -> rules.change(warm(day), stories.manager()))
          .hasMessageStartingWith("sending.refused.warm");
    }
    rules.change(warm("" + clock.today()), stories.manager());
    assertThat(rules.settings(stories.manager()).warmSince()).isEqualTo(clock.today());
  }

  private SendingSettings with(MailboxCaps caps) {
    var read = rules.settings(stories.manager());
    return new SendingSettings(
        read.dailyCap(),
        read.warmSince(),
        read.contactCap(),
        caps,
        read.weekdays(),
        read.holidays(),
        read.trial(),
        read.softOptIn(),
        read.version());
  }

  private static SendingSettings trial(SendingSettings read, List<String> trial) {
    return new SendingSettings(
        read.dailyCap(),
        read.warmSince(),
        read.contactCap(),
        read.mailbox(),
        read.weekdays(),
        read.holidays(),
        trial,
        read.softOptIn(),
        read.version());
  }
}
