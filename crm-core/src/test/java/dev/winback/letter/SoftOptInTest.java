package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** rules.md, "Letters", basis: with soft opt-in a buyer who said nothing may get letters. */
@CoreTest
@TestPropertySource(properties = "winback.mail.soft-opt-in=true")
class SoftOptInTest {

  @Autowired Letters letters;
  @Autowired SendingRules rules;
  @Autowired LadderStories stories;
  @Autowired BusinessClock clock;
  @Autowired SurveyLetters surveys;
  @Autowired Stories people;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  /** A cart, or a request, brought him in: nobody has sold him anything. */
  @Test
  void whoNeverBoughtIsAskedNothingByASurvey() {
    jdbc.sql("update rung set mode = 'live' where number = -3").update();
    people.aCustomer("NEVER").neverBought().consent(null).save();
    people.aCustomer("BOUGHT").silentFor(5).consent(null).save();
    jdbc.sql(
            """
            insert into survey_invitation (survey_id, customer_id, way, invited_by, invited_at)
            select s.id, c.id, 'letter', :by, now() from survey s, customer c where s.kind = 'satisfaction'
            """)
        .param("by", people.manager().member())
        .update();
    transaction.executeWithoutResult(
        t -> surveys.write(jdbc.sql("select id from survey_invitation").query(Long.class).list()));
    assertThat(
            jdbc.sql(
                    """
                    select c.ref || ' ' || e.state || coalesce(' ' || e.hold_reason, '')
                      from letter e join customer c on c.id = e.customer_id order by 1
                    """)
                .query(String.class)
                .list())
        .containsExactly("BOUGHT PLANNED", "NEVER HELD NO_BASIS");
  }

  /** The firm's own word counts, not the one that the program was started with. */
  @Test
  void whatWasDecidedOnAPageHolds() {
    stories.silent("NOTHING", 100);
    stories.set("email_consent", null, "NOTHING");
    stories.turnAll(Mode.LIVE, true);
    assertThat(rules.settings(people.manager()).softOptIn()).isTrue();
    rules.decideSoftOptIn(false, people.manager());
    assertThat(rules.settings(people.manager()).softOptIn()).isFalse();
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("NOTHING/1", "HELD NO_BASIS 10%");
    rules.decideSoftOptIn(true, people.manager());
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("NOTHING/1", "PLANNED 10%");
  }

  @Test
  void silenceIsABasisAndANoStaysANo() {
    stories.silent("YES", 100);
    stories.silent("NO", 100);
    stories.silent("NOTHING", 100);
    stories.set("email_consent", false, "NO");
    stories.set("email_consent", null, "NOTHING");
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    assertThat(stories.letters())
        .containsEntry("YES/1", "PLANNED 10%")
        .containsEntry("NO/1", "HELD NO_BASIS 10%")
        .containsEntry("NOTHING/1", "PLANNED 10%");
  }
}
