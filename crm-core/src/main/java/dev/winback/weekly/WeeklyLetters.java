package dev.winback.weekly;

import dev.winback.campaign.CampaignBudgets;
import dev.winback.campaign.CampaignFigures.Strain;
import dev.winback.grant.GrantLists;
import dev.winback.letter.LetterFilter;
import dev.winback.letter.Letters;
import dev.winback.report.Figures;
import dev.winback.report.Week;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.why.Questions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who gets the letter on Monday, once a week and manager however many nodes there are: a row is
 * written before it leaves, and what a node that died had begun is not sent again.
 */
@Service
@Transactional
public class WeeklyLetters {

  private static final String CLAIM = Sql.of(WeeklyLetters.class, "claim.sql");
  private static final Duration PAUSE = Duration.ofMinutes(15);
  private static final int DAYS = 7;

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Settings settings;
  private final Figures figures;
  private final GrantLists offers;
  private final Questions questions;
  private final Letters letters;
  private final OpenMatters open;
  private final CampaignBudgets budgets;

  WeeklyLetters(
      JdbcClient jdbc,
      BusinessClock clock,
      Settings settings,
      Figures figures,
      GrantLists offers,
      Questions questions,
      Letters letters,
      OpenMatters open,
      CampaignBudgets budgets) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.figures = figures;
    this.offers = offers;
    this.questions = questions;
    this.letters = letters;
    this.open = open;
    this.budgets = budgets;
  }

  /** One letter that nobody else has; empty when none is due, as on all days but Monday. */
  public Optional<DueWeekly> claim() {
    var today = clock.today();
    return today.getDayOfWeek() == DayOfWeek.MONDAY && hasCome() ? claim(today) : Optional.empty();
  }

  private boolean hasCome() {
    var now = clock.instant().atZone(clock.getZone()).toLocalTime();
    return !now.isBefore(settings.weekly().hour());
  }

  private Optional<DueWeekly> claim(LocalDate week) {
    return jdbc.sql(CLAIM)
        .param("week", week)
        .param("now", clock.utc())
        .query(DueWeekly.class)
        .optional();
  }

  /** It left. */
  public void sent(DueWeekly due, String reply) {
    mark(due, "sent", null, reply);
  }

  /** It certainly did not leave and is tried again, on this Monday only. */
  public void later(DueWeekly due, String reply) {
    mark(due, "waiting", PAUSE, reply);
  }

  /** It was refused, or nobody knows whether it left. */
  public void ended(DueWeekly due, String reply) {
    mark(due, "ended", null, reply);
  }

  private void mark(DueWeekly due, String state, @Nullable Duration pause, String reply) {
    var again = pause == null ? null : clock.instant().plus(pause).atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            update weekly_letter set state = :state, retry_at = :again, reply = :reply
             where member_id = :member and week = :week and state = 'sending'
            """)
        .param("state", state)
        .param("again", again)
        .param("reply", reply)
        .param("member", due.member())
        .param("week", due.week())
        .update();
  }

  /** What became of this member's latest letter. */
  @Transactional(readOnly = true)
  public Optional<LastWeekly> last(Actor actor) {
    return jdbc.sql(
            """
            select week, state, reply from weekly_letter where member_id = :member order by week desc limit 1
            """)
        .param("member", actor.member())
        .query(LastWeekly.class)
        .optional();
  }

  /** What the letter of this Monday says to this member. */
  @Transactional(readOnly = true)
  public WeeklyFigures figures(LocalDate monday, Actor actor) {
    actor.require(Permission.SEE_ALL_FIGURES);
    var week = figures.week(monday.minusDays(DAYS), monday.minusDays(1), actor);
    return new WeeklyFigures(week, figures.currency(), figures.day(), waiting(week, actor));
  }

  private WeeklyFigures.Waiting waiting(Week week, Actor actor) {
    var left = open.week(week.untilDay(), actor);
    var review = LetterFilter.of("held", "review", null, null);
    var strained = budgets.counts(actor);
    return new WeeklyFigures.Waiting(
        offers.waiting(actor),
        questions.waiting(actor),
        letters.count(review, actor),
        left.broken(),
        left.untouched(),
        left.days(),
        left.overdue(),
        strained.getOrDefault(Strain.NEAR, 0L),
        strained.getOrDefault(Strain.OVER, 0L));
  }
}
