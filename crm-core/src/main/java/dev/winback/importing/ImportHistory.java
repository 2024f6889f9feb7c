package dev.winback.importing;

import dev.winback.customer.ContactGap;
import dev.winback.customer.ContactGaps;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who loaded what and when, and what came of it. */
@Service
@Transactional(readOnly = true)
public class ImportHistory {

  private static final int PAGE = 25;
  private static final int MOST = 1_000;
  private static final int PROBLEMS = 100;

  private final RunRows rows;
  private final RejectedRows rejected;
  private final HiddenNotes notes;
  private final RunFigures figures;
  private final ContactGaps gaps;

  ImportHistory(
      RunRows rows,
      RejectedRows rejected,
      HiddenNotes notes,
      RunFigures figures,
      ContactGaps gaps) {
    this.rows = rows;
    this.rejected = rejected;
    this.notes = notes;
    this.figures = figures;
    this.gaps = gaps;
  }

  public Paged<ImportRun> page(RunFilter filter, @Nullable String after, Actor actor) {
    return page(filter, after, PAGE, actor);
  }

  public Paged<ImportRun> page(RunFilter filter, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    if (limit < 1 || limit > MOST) {
      throw Refused.field("limit", "refused.limit", MOST, limit);
    }
    return rows.page(filter, Cursor.decode(after, 1), limit);
  }

  /** All runs of a filter from its first page on, a page in memory at a time. */
  public void each(
      RunFilter filter, Paged<ImportRun> first, Actor actor, Consumer<ImportRun> consumer) {
    var page = first;
    page.items().forEach(consumer);
    while (page.next() != null) {
      page = page(filter, page.next(), actor);
      page.items().forEach(consumer);
    }
  }

  /** Who ever loaded a file: login and name. */
  public Map<String, String> members(Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return figures.members();
  }

  /** Other shops than the first of their system, of which files were loaded. */
  public List<String> shops(Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return figures.shops();
  }

  /** The shop of the orders that he loaded last; null for the first one. */
  public @Nullable String lastShop(Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return figures.lastShop(actor);
  }

  /** How far some runs are, for whoever is allowed to see each of them anyway. */
  public List<ImportRun> watched(Collection<Long> ids) {
    return rows.some(ids);
  }

  /** What a run stored, or would store, kind by kind. */
  public List<RunPart> parts(long id, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return figures.parts(id);
  }

  /** What is missing of most customers when this run is done; null when there is nothing to say. */
  public @Nullable ContactGap gap(ImportRun run, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    var stored = run.state() == ImportRun.State.DONE && !run.dryRun() && !run.nothingTaken();
    return stored ? gaps.wide().orElse(null) : null;
  }

  /** What its file says of money, by currency and month. */
  public List<MonthTotal> totals(long id, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return figures.totals(id);
  }

  /** After the customers of a shop: what it counts of them beside what we have; null for others. */
  public @Nullable CheckSum checkSum(ImportRun run, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    var shop = ShopCustomers.shop(run.header());
    return run.state() == ImportRun.State.DONE && shop != null ? figures.checkSum(shop) : null;
  }

  /** What its file said in vain. */
  public RunWarning warning(long id, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return figures.warning(id);
  }

  /** The first rows that stayed when the run was taken back. */
  public List<KeptRow> kept(long id, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return figures.kept(id, PROBLEMS);
  }

  /** Rejected rows by column and reason. */
  public List<ProblemCount> problemCounts(long id, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return rejected.counts(id);
  }

  /** Rejected rows in the order of the file. */
  public Paged<ImportProblem> problems(
      long id, ProblemFilter filter, @Nullable String after, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    var page = rejected.page(id, filter, Cursor.decode(after, 2), PROBLEMS);
    var seen = notes.of(id, actor);
    return new Paged<>(page.items().stream().map(seen).toList(), page.next());
  }

  /** The separator in which the rejected rows go back: that of the file. */
  public char separator(long id, Actor actor) {
    actor.require(Permission.SEE_IMPORTS);
    return rejected.separator(id);
  }

  /** All rejected rows of a filter, one in memory at a time. */
  public void eachProblem(
      long id, ProblemFilter filter, Actor actor, Consumer<ImportProblem> consumer) {
    actor.require(Permission.SEE_IMPORTS);
    var seen = notes.of(id, actor);
    rejected.each(id, filter, problem -> consumer.accept(seen.apply(problem)));
  }
}
