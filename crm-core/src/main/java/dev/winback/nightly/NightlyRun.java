package dev.winback.nightly;

import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The night: everything that happens once a day, step by step; twice changes nothing more. */
@Service
public class NightlyRun {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyRun.class);

  private final NightBook book;
  private final DataSource dataSource;
  private final BusinessClock clock;
  private final TransactionTemplate transaction;
  private final List<NightStep> steps;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            var thread = new Thread(work, "night");
            thread.setDaemon(true);
            return thread;
          });

  NightlyRun(
      NightBook book,
      DataSource dataSource,
      BusinessClock clock,
      TransactionTemplate transaction,
      NightSteps steps) {
    this.book = book;
    this.dataSource = dataSource;
    this.clock = clock;
    this.transaction = transaction;
    this.steps = steps.inOrder();
  }

  @PreDestroy
  void stop() {
    background.shutdown();
  }

  /**
   * Asks for the night of this day, or with null for today's and those missed before it; it runs in
   * the background under the id returned.
   */
  public long start(@Nullable LocalDate day, Actor actor) {
    actor.require(Permission.RUN_NIGHT);
    var today = clock.today();
    if (day != null && day.isAfter(today)) {
      throw Refused.field("day", "refused.night.future", day.toString(), today.toString());
    }
    var newest = day == null ? today : day;
    var night = ask(newest, true);
    background.execute(
        () -> AdvisoryLock.NIGHT.during(dataSource, () -> perform(night, newest, day == null)));
    return night;
  }

  /** The night of this day here and now, as the demo and the tests run it. */
  public NightRow run(LocalDate day) {
    var night = ask(day, true);
    AdvisoryLock.NIGHT.during(dataSource, () -> perform(night, day, false));
    return book.night(night);
  }

  /** The night of a day of the past here and now, without what only the newest night does. */
  public NightRow catchUp(LocalDate day) {
    var night = ask(day, true);
    AdvisoryLock.NIGHT.during(dataSource, () -> perform(night, day, stepsOfThePast()));
    return book.night(night);
  }

  /** The clock asks; nobody waits, because the clock has other things to do. */
  void tick() {
    background.execute(this::runDue);
  }

  /**
   * Today's night and those missed before it, unless it is done or another node is at it; true when
   * it ran here.
   */
  boolean runDue() {
    var today = clock.today();
    var ran = new boolean[1];
    AdvisoryLock.NIGHT.ifFree(
        dataSource,
        () -> {
          if (book.due(today)) {
            ran[0] = true;
            perform(ask(today, false), today, true);
          }
        });
    return ran[0];
  }

  private long ask(LocalDate day, boolean byPerson) {
    return java.util.Objects.requireNonNull(transaction.execute(status -> book.ask(day, byPerson)));
  }

  private void perform(long night, LocalDate day, boolean catchUp) {
    var missed = catchUp ? book.missed(day) : List.<LocalDate>of();
    for (var earlier : missed) {
      perform(ask(earlier, false), earlier, stepsOfThePast());
    }
    perform(night, day, steps);
  }

  private List<NightStep> stepsOfThePast() {
    return steps.stream().filter(step -> !step.newestOnly()).toList();
  }

  private void perform(long night, LocalDate day, List<NightStep> steps) {
    if (!begin(night)) {
      return;
    }
    do {
      var finished = book.finishedSteps(night);
      for (var step : steps) {
        if (!finished.contains(step.name()) && !perform(night, day, step)) {
          return;
        }
      }
    } while (!finish(night));
  }

  private boolean begin(long night) {
    return Boolean.TRUE.equals(transaction.execute(status -> book.begin(night)));
  }

  private boolean finish(long night) {
    return Boolean.TRUE.equals(transaction.execute(status -> book.finish(night)));
  }

  private boolean perform(long night, LocalDate day, NightStep step) {
    try {
      if (step.slices()) {
        work(night, day, step);
      } else {
        transaction.executeWithoutResult(status -> work(night, day, step));
      }
      return true;
    } catch (RuntimeException e) {
      LOG.error("The night of {} stopped at step {}", day, step.name(), e);
      book.fail(night, step.name());
      return false;
    }
  }

  private void work(long night, LocalDate day, NightStep step) {
    long begin = System.nanoTime();
    long rows = step.work().applyAsLong(day);
    book.stepDone(night, step, rows, (System.nanoTime() - begin) / 1e9);
  }

  public NightRow night(long id, Actor actor) {
    actor.require(Permission.SEE_NIGHTS);
    return book.night(id);
  }

  /** The last nights, the newest first. */
  public List<NightRow> last(int nights, Actor actor) {
    actor.require(Permission.SEE_NIGHTS);
    return book.nights(null, nights);
  }
}
