package dev.winback.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapsesReopened;
import dev.winback.letter.HoldReason;
import dev.winback.letter.Ladder;
import dev.winback.letter.LetterTemplate;
import dev.winback.letter.Mode;
import dev.winback.letter.PromptKind;
import dev.winback.letter.ReasonCount;
import dev.winback.letter.RungChannel;
import dev.winback.letter.RungEdit;
import dev.winback.letter.RungTerms;
import dev.winback.letter.RungUnit;
import dev.winback.letter.Variants;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/**
 * LET-16, LET-20, LET-21: news reach their audience once, with the words they were published with;
 * a change of rules is told before it applies.
 */
@CoreTest
class NewsTest {

  @Autowired PromptStories stories;
  @Autowired Prompts prompts;
  @Autowired News news;
  @Autowired Ladder ladder;
  @Autowired ApplicationEventPublisher events;
  @Autowired Variants variants;

  private Actor marketing;

  @BeforeEach
  void aBuyerAndALostOne() {
    marketing = stories.people.marketing();
    stories.buyer("A", 20);
    stories.buyer("L", 100);
    stories.execute(
        """
        insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
        select id, 1, 'LOST', '2026-05-20', 'x', '2026-03-01', 1, 'EUR' from customer where ref = 'L'
        """);
    stories.turn(Mode.LIVE, PromptKind.CLUB, PromptKind.RULES);
  }

  private void work() {
    prompts.work();
    prompts.work();
  }

  @Test
  void theyReachTheirAudienceOnce() {
    long id = news.publish(PromptKind.CLUB, Audience.INACTIVE, null, marketing);
    assertThatThrownBy(() -> news.publish(PromptKind.CLUB, Audience.INACTIVE, null, marketing))
        .isInstanceOf(Refused.class);
    work();
    assertThat(stories.letters()).containsOnly(Map.entry("L/club", "PLANNED"));
    assertThat(news.page(null, 10, marketing).items())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo(id);
              assertThat(row.due()).isOne();
              assertThat(row.done()).isTrue();
            });
  }

  /** letters.md, "Activation": how many it is, and why not the others, before it is done. */
  @Test
  void whomTheyWouldReachAndWhyNotTheOthersIsSaidBeforehand() {
    stories.buyer("M", 20);
    stories.buyer("N", 20);
    stories.execute("update customer set email_consent = false where ref = 'N'");
    stories.execute("update customer set email = null where ref = 'M'");
    var before = news.outlook(PromptKind.CLUB, Audience.EVERYBODY, marketing);
    assertThat(before.readers()).isEqualTo(3);
    assertThat(before.drawn()).isFalse();
    assertThat(before.gets()).isEqualTo(2);
    assertThat(before.against()).containsExactly(new ReasonCount(HoldReason.NO_BASIS, 1));
    assertThat(stories.letters()).isEmpty();

    news.publish(PromptKind.CLUB, Audience.EVERYBODY, null, marketing);
    work();
    assertThat(stories.letters().values().stream().filter("PLANNED"::equals))
        .hasSize((int) before.gets());
    assertThat(news.outlook(PromptKind.CLUB, Audience.EVERYBODY, marketing).against())
        .as("the same words reach nobody twice")
        .containsExactly(new ReasonCount(HoldReason.ALREADY_WRITTEN, 3));
    assertThatThrownBy(
            () -> news.outlook(PromptKind.CLUB, Audience.EVERYBODY, stories.people.manager()))
        .isInstanceOf(NotAllowed.class);
  }

  /** A letter in review waits for a person, and is counted as if he had let it go. */
  @Test
  void whatWaitsForAReleaseIsCountedAsReleasedAndAnOpenComplaintIsNot() {
    stories.turn(Mode.REVIEW, PromptKind.CLUB);
    stories.execute(
        """
        insert into complaint (customer_id, source, external_id, complained_at, severity)
        select id, 'x', 'c1', '2026-05-30T08:00:00Z', 3 from customer where ref = 'A'
        """);
    var before = news.outlook(PromptKind.CLUB, Audience.EVERYBODY, marketing);
    assertThat(before.gets()).isOne();
    assertThat(before.against()).containsExactly(new ReasonCount(HoldReason.COMPLAINT_OPEN, 1));
  }

  /** LET-16: a free bonus first, which the reader has a code for. */
  @Test
  void clubNewsMayGiveSomething() {
    int club = PromptKind.CLUB.rung();
    stories.turn(Mode.OFF, PromptKind.CLUB);
    var gift =
        new RungTerms(
            RungUnit.DAYS,
            null,
            "",
            List.of(),
            RungChannel.OPEN,
            "a free tasting",
            null,
            null,
            null);
    ladder.edit(club, new RungEdit(null, 0, 30, 0, gift, null), marketing);
    assertThat(ladder.rung(club, marketing).hasOffer()).isTrue();
    var words = ladder.template(club, marketing).template();
    ladder.rewrite(club, naming(words), marketing);
    stories.turn(Mode.LIVE, PromptKind.CLUB);
    news.publish(PromptKind.CLUB, Audience.INACTIVE, null, marketing);
    work();
    assertThat(
            stories.one(
                """
                select concat_ws(' ', k.gives, k.percent, k.offer_kind, l.gives)
                  from coupon k join letter l on l.id = k.letter_id
                """,
                String.class))
        .isEqualTo("a free tasting 0 gift a free tasting");
  }

  private static LetterTemplate naming(LetterTemplate words) {
    return new LetterTemplate(
        words.subject(),
        words.preheader(),
        words.greeting(),
        words.greetingFallback(),
        "For you: {{offer}}. Your code is {{coupon}}, until {{valid_until}}.",
        words.buttonText(),
        words.buttonUrl(),
        words.signature(),
        words.fallbacks());
  }

  @Test
  void eachAudienceIsWhoItSays() {
    news.publish(PromptKind.CLUB, Audience.ACTIVE, null, marketing);
    work();
    assertThat(stories.letters()).containsOnly(Map.entry("A/club", "PLANNED"));
    stories.execute(
        """
        insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value)
        select id, 'A', 'X', ref = 'L', false, false, case ref when 'L' then 1 else 2 end, 1 from customer
        """);
    news.publish(PromptKind.RULES, Audience.VIP, LocalDate.parse("2026-06-20"), marketing);
    news.publish(PromptKind.RULES, Audience.GOOD, LocalDate.parse("2026-06-20"), marketing);
    work();
    assertThat(stories.letters().keySet()).contains("L/rules", "A/rules");
  }

  /** One plan with the phone: news wait, and what changes soon is told all the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update lapse set letters_rest_until = '2026-06-03' | REP_TALKING",
        "update lapse set not_before = '2026-06-03' | COOL_DOWN",
        "insert into complaint (customer_id, source, external_id, complained_at) select customer_id, 'shop', 'c', '2026-05-20' from lapse | COMPLAINT_OPEN"
      })
  void whoIsTalkedToCoolsDownOrWaitsForServiceGetsNoNews(String change, String reason) {
    stories.execute(change);
    news.publish(PromptKind.CLUB, Audience.EVERYBODY, null, marketing);
    news.publish(PromptKind.RULES, Audience.INACTIVE, LocalDate.parse("2026-06-20"), marketing);
    work();
    assertThat(stories.letters())
        .containsOnly(
            Map.entry("A/club", "PLANNED"),
            Map.entry("L/club", "HELD " + reason),
            Map.entry("L/rules", "PLANNED"));
  }

  @Test
  void theyKeepTheWordsOfTheirDay() {
    stories.turn(Mode.REVIEW, PromptKind.CLUB);
    news.publish(PromptKind.CLUB, Audience.ACTIVE, null, marketing);
    work();
    var before = ladder.template(PromptKind.CLUB.rung(), marketing);
    ladder.rewrite(PromptKind.CLUB.rung(), other(before.template()), marketing);
    assertThat(stories.one("select template_id from letter", Long.class)).isEqualTo(before.id());
    news.publish(PromptKind.CLUB, Audience.ACTIVE, null, marketing);
    work();
    assertThat(stories.one("select count(distinct template_id) from letter", Long.class))
        .isEqualTo(2);
  }

  /** Words in a language belong to the rung and would be those of every later news. */
  @Test
  void newsInALanguageOfTheRungWouldBeTheWordsOfLaterNewsToo() {
    int club = PromptKind.CLUB.rung();
    var words = ladder.template(club, marketing);
    assertThatThrownBy(() -> variants.write(club, "de", other(words.template()), marketing))
        .isInstanceOf(Refused.class);
    stories.execute(
        """
        insert into template (rung, version, subject, preheader, greeting, greeting_fallback, body, button_text, button_url,
                              signature, language)
        select rung, 99, 'Alte Neuigkeiten', preheader, greeting, greeting_fallback, body, button_text, button_url, signature, 'de'
          from template where id = %d
        """
            .formatted(words.id()));
    stories.execute(
        "insert into rung_variant select rung, language, id from template where version = 99");
    stories.execute("update customer set language = 'de'");
    news.publish(PromptKind.CLUB, Audience.ACTIVE, null, marketing);
    work();
    assertThat(stories.send())
        .singleElement()
        .satisfies(
            letter ->
                assertThat(letter.content().template().subject())
                    .isEqualTo(words.template().subject()));
  }

  private static LetterTemplate other(LetterTemplate t) {
    return new LetterTemplate(
        "Other news",
        t.preheader(),
        t.greeting(),
        t.greetingFallback(),
        t.body(),
        t.buttonText(),
        t.buttonUrl(),
        t.signature(),
        t.fallbacks());
  }

  @Test
  void aChangeOfRulesIsToldBeforeItAppliesOrNotAtAll() {
    var today = stories.clock.today();
    assertThatThrownBy(() -> news.publish(PromptKind.RULES, Audience.ACTIVE, null, marketing))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> news.publish(PromptKind.RULES, Audience.ACTIVE, today, marketing))
        .isInstanceOf(Refused.class);
    stories.execute("update firm set sending_stopped = true");
    news.publish(PromptKind.RULES, Audience.ACTIVE, today.plusDays(1), marketing);
    work();
    assertThat(stories.letters()).containsEntry("A/rules", "HELD SENDING_STOPPED");
    stories.clock.setDay(today.plusDays(1));
    work();
    assertThat(stories.letters()).containsEntry("A/rules", "SUPPRESSED MISSED");
  }

  @Test
  void theMinuteDoesNotAskAboutEachReaderOfNewsAndTheNightDoes() {
    stories.turn(Mode.REVIEW, PromptKind.CLUB);
    long id = news.publish(PromptKind.CLUB, Audience.EVERYBODY, null, marketing);
    work();
    stories.execute("update news set withdrawn_at = published_at where id = " + id);
    work();
    assertThat(stories.letters()).containsEntry("A/club", "HELD REVIEW");
    prompts.plan(stories.clock.today());
    assertThat(stories.letters()).containsEntry("A/club", "SUPPRESSED WITHDRAWN");
  }

  @Test
  void withdrawnNobodyGetsThemAndTheUndoLetsThemGo() {
    long id = news.publish(PromptKind.CLUB, Audience.ACTIVE, null, marketing);
    work();
    news.withdraw(id, marketing);
    news.withdraw(id, marketing);
    assertThat(stories.letters()).containsEntry("A/club", "SUPPRESSED WITHDRAWN");
    assertThat(stories.send()).isEmpty();
    news.resume(id, marketing);
    assertThat(stories.letters()).containsEntry("A/club", "PLANNED");
    assertThat(stories.send()).hasSize(1);
  }

  /** A wrong day is mended by withdrawing the news and publishing the same words again. */
  @Test
  void whoGotNothingOfWithdrawnNewsGetsThemOfTheNextPublication() {
    var today = stories.clock.today();
    long wrong = rules(today.plusDays(10));
    work();
    stories.execute(
        "update letter set state = 'SENT', sent_at = clock_timestamp() where customer_id = (select id from customer where ref = 'A')");
    news.withdraw(wrong, marketing);
    long right = rules(today.plusDays(20));
    work();
    assertThat(stories.letters())
        .containsOnly(Map.entry("A/rules", "SENT"), Map.entry("L/rules", "PLANNED"));
    assertThat(due(wrong)).isOne();
    assertThat(due(right)).isOne();
    news.resume(wrong, marketing);
    news.withdraw(wrong, marketing);
    assertThat(stories.letters()).containsEntry("L/rules", "PLANNED");
    assertThat(stories.send()).hasSize(1);
  }

  /** It was missed by a day that was wrong. */
  @Test
  void whatAWrongDayMadeTooLateIsToldByTheRightOne() {
    var today = stories.clock.today();
    stories.execute("update firm set sending_stopped = true");
    long wrong = rules(today.plusDays(1));
    work();
    stories.clock.setDay(today.plusDays(1));
    work();
    assertThat(stories.letters()).containsEntry("A/rules", "SUPPRESSED MISSED");
    news.withdraw(wrong, marketing);
    stories.execute("update firm set sending_stopped = false");
    rules(today.plusDays(20));
    work();
    assertThat(stories.letters()).containsEntry("A/rules", "PLANNED");
  }

  /** What kept them from the first may be over by the second. */
  @Test
  void whoHadNoBasisUntilTheWrongDayIsToldByTheRightOne() {
    var today = stories.clock.today();
    stories.execute("update customer set email_consent = false");
    long wrong = rules(today.plusDays(1));
    work();
    stories.clock.setDay(today.plusDays(1));
    work();
    assertThat(stories.letters()).containsEntry("A/rules", "SUPPRESSED NO_BASIS");
    news.withdraw(wrong, marketing);
    stories.execute("update customer set email_consent = true where ref = 'A'");
    rules(today.plusDays(20));
    work();
    assertThat(stories.letters())
        .containsOnly(Map.entry("A/rules", "PLANNED"), Map.entry("L/rules", "HELD NO_BASIS"));
  }

  /** In either order: the second publication is withdrawn before the first goes on, or after. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whomAnotherPublicationTookOverIsToldByTheFirstWhenThatGoesOnAlone(boolean before) {
    var today = stories.clock.today();
    long first = rules(today.plusDays(10));
    work();
    news.withdraw(first, marketing);
    long second = rules(today.plusDays(20));
    work();
    if (before) {
      news.withdraw(second, marketing);
    }
    news.resume(first, marketing);
    if (!before) {
      news.withdraw(second, marketing);
    }
    assertThat(stories.letters()).containsEntry("A/rules", "SUPPRESSED WITHDRAWN");
    work();
    assertThat(stories.letters()).containsEntry("A/rules", "PLANNED");
    assertThat(due(first)).isEqualTo(2);
  }

  /** The offer is that of the day of its publication, and so is whoever lets it go. */
  @Test
  void whatIsTakenOverGivesWhatTheLetterGivesNowAndIsReleasedAnew() {
    var today = stories.clock.today();
    long first = giving(10, today.plusDays(10));
    stories.execute(
        "update letter set released_at = clock_timestamp(), released_by = (select min(id) from member)");
    news.withdraw(first, marketing);
    stories.execute("update rung set mode = 'review' where number = -10");
    long second = giving(5, today.plusDays(20));
    assertThat(stories.letters()).containsEntry("A/rules", "HELD REVIEW");
    assertThat(offered()).isEqualTo("5 5 t");
    news.withdraw(second, marketing);
    giving(0, today.plusDays(20));
    assertThat(offered()).isEqualTo("0 0 f");
  }

  /** The words are not looked at here. */
  private long giving(int percent, LocalDate appliesOn) {
    stories.execute("update rung set percent = 0 where number = -10");
    long id = rules(appliesOn);
    stories.execute("update rung set percent = " + percent + " where number = -10");
    work();
    return id;
  }

  private String offered() {
    return stories.one(
        """
        select l.percent || ' ' || k.percent || ' ' || case when k.void_at is null then 't' else 'f' end
          from letter l
          join coupon k on k.letter_id = l.id
          join customer c on c.id = l.customer_id
         where c.ref = 'A'
        """,
        String.class);
  }

  private long rules(LocalDate appliesOn) {
    return news.publish(PromptKind.RULES, Audience.EVERYBODY, appliesOn, marketing);
  }

  private long due(long id) {
    return news.page(null, 10, marketing).items().stream()
        .filter(row -> row.id() == id)
        .findFirst()
        .orElseThrow()
        .due();
  }

  @Test
  void anUndoAsksAboutItsOwnLettersAndNobodyElses() {
    stories.turn(Mode.REVIEW, PromptKind.CLUB, PromptKind.RULES);
    news.publish(PromptKind.CLUB, Audience.EVERYBODY, null, marketing);
    long rules =
        news.publish(PromptKind.RULES, Audience.INACTIVE, LocalDate.parse("2026-06-20"), marketing);
    work();
    news.withdraw(rules, marketing);
    news.resume(rules, marketing);
    assertThat(stories.letters()).containsEntry("L/rules", "HELD REVIEW");
    assertThat(asked()).containsExactly("L/rules");
    var lapse = new LapseId(stories.one("select id from lapse", Long.class));
    events.publishEvent(new LapsesReopened(List.of(lapse)));
    assertThat(asked()).containsExactly("L/club", "L/rules");
  }

  /** Letters that the gate was asked about again since they were written. */
  private List<String> asked() {
    return stories
        .jdbc
        .sql(
            """
            select c.ref || case l.rung when -7 then '/club' else '/rules' end
              from letter l join customer c on c.id = l.customer_id
             where l.version > 1 order by 1
            """)
        .query(String.class)
        .list();
  }

  /** LET-24: their kinds are shipped in review, so nobody ever turned them on. */
  @Test
  void aFirmWithoutAnAddressPublishesNothingAndIsToldWhatIsMissing() {
    stories.turn(Mode.REVIEW, PromptKind.CLUB);
    stories.execute("update firm set postal_address = ''");
    assertThatThrownBy(() -> news.publish(PromptKind.CLUB, Audience.ACTIVE, null, marketing))
        .hasMessage("letter.check.contact.red []");
    assertThat(stories.one("select count(*) from news", Long.class)).isZero();
  }

  @Test
  void wordsThatNobodyHasWrittenYetAreNotPublished() {
    stories.execute("update template set body = 'Hello [[Write here.]]' where rung = -7");
    for (var mode : new Mode[] {Mode.LIVE, Mode.REVIEW}) {
      stories.execute("update rung set mode = '%s' where number = -7".formatted(mode.code()));
      assertThatThrownBy(() -> news.publish(PromptKind.CLUB, Audience.ACTIVE, null, marketing))
          .hasMessage("letter.check.values.unwritten [Write here.]");
    }
  }

  @Test
  void offNothingIsPublishedAndAManagerPublishesNothing() {
    stories.turn(Mode.OFF, PromptKind.CLUB);
    assertThatThrownBy(() -> news.publish(PromptKind.CLUB, Audience.ACTIVE, null, marketing))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> news.publish(PromptKind.CLUB, Audience.ACTIVE, null, stories.people.manager()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> news.publish(PromptKind.BIRTHDAY, Audience.ACTIVE, null, marketing))
        .isInstanceOf(Refused.class);
  }
}
