package dev.winback.web.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winback.importing.ImportRun;
import dev.winback.importing.MonthTotal;
import dev.winback.importing.RunPart;
import dev.winback.web.layout.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as scripts and the page's stream of events see it; the fields of api.md come first and are
 * never renamed.
 */
record ImportJson(
    String id,
    String state,
    @Nullable String format,
    long rows,
    long created,
    long changed,
    long same,
    long rejected,
    double seconds,
    boolean dryRun,
    @Nullable String currency,
    @Nullable String moneyTotal,
    String phase,
    int percent,
    long rowsPerSecond,
    @Nullable Long secondsLeft,
    @Nullable String text,
    @Nullable String failure,
    long taken,
    long kept,
    @Nullable String shop,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Part> parts,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Total> totals) {

  /** What one kind of rows adds to what is stored. */
  record Part(
      String type,
      long rows,
      long created,
      long changed,
      long repeated,
      long customers,
      @JsonInclude(JsonInclude.Include.NON_NULL) RunPart.@Nullable FoundBy foundBy) {}

  /** What the file says of one currency in one month. */
  record Total(
      String type,
      String currency,
      String month,
      long orders,
      String gross,
      String refunded,
      String net,
      long others,
      String first,
      String last) {}

  static ImportJson of(ImportRun run, Wording wording) {
    return of(run, null, null, wording);
  }

  /** A script does not wait for a person: to it a file that nobody knows has failed. */
  private static String state(ImportRun run) {
    var told = run.state() == ImportRun.State.WAITING ? ImportRun.State.FAILED : run.state();
    return told.word();
  }

  static ImportJson of(
      ImportRun run,
      @Nullable List<RunPart> parts,
      @Nullable List<MonthTotal> totals,
      Wording wording) {
    return new ImportJson(
        Long.toString(run.id()),
        state(run),
        run.format() == null ? null : run.format().text(),
        run.rows(),
        run.created(),
        run.changed(),
        run.same(),
        run.rejected(),
        run.seconds(),
        run.dryRun(),
        run.currency(),
        run.moneyTotal() == null ? null : run.moneyTotal().toPlainString(),
        run.progress().phase(),
        run.percent(),
        run.rowsPerSecond(),
        run.progress().secondsLeft(),
        run.running() ? wording.of(run.told()) : null,
        run.failure() == null ? null : wording.of(run.failure()),
        run.undone().taken(),
        run.undone().kept(),
        run.shop(),
        parts == null ? null : parts.stream().map(ImportJson::part).toList(),
        totals == null ? null : totals.stream().map(ImportJson::total).toList());
  }

  private static Part part(RunPart part) {
    return new Part(
        part.type().word(),
        part.rows(),
        part.created(),
        part.changed(),
        part.repeated(),
        part.customers(),
        part.foundBy().any() ? part.foundBy() : null);
  }

  private static Total total(MonthTotal total) {
    return new Total(
        total.type().word(),
        total.currency(),
        total.month().toString().substring(0, 7),
        total.orders(),
        total.gross().toPlainString(),
        total.refunded().toPlainString(),
        total.net().toPlainString(),
        total.others(),
        total.first().toString(),
        total.last().toString());
  }
}
