package dev.winback.importing;

import dev.winback.shared.Sentence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An import as people and scripts see it; every row is created, changed, same or rejected. */
public record ImportRun(
    long id,
    @Nullable ImportType type,
    String fileName,
    boolean dryRun,
    State state,
    Progress progress,
    @Nullable Recognised format,
    @Nullable Sentence failure,
    List<String> header,
    long rows,
    long created,
    long changed,
    long same,
    long rejected,
    long bytesTotal,
    @Nullable String currency,
    @Nullable BigDecimal moneyTotal,
    @Nullable String member,
    @Nullable String shop,
    Instant startedAt,
    @Nullable Instant finishedAt,
    double seconds,
    boolean fileKept,
    Undone undone) {

  /** How far a run is. */
  public enum State {
    RUNNING,
    WAITING,
    DONE,
    FAILED,
    CANCELLED,
    TAKEN_BACK;

    /** As it is called outside. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** What a running one is at, for how many seconds, and the part of it that is done. */
  public record Progress(String phase, double seconds, long done, long of) {

    public int percent() {
      return of == 0 ? 0 : (int) Math.min(100, done * 100 / of);
    }

    /** Until the end of this phase, as fast as it went so far; null when nobody can say. */
    public @Nullable Long secondsLeft() {
      return done == 0 || of == 0 || seconds < 1
          ? null
          : Math.round(seconds * Math.max(0, of - done) / done);
    }
  }

  /** Who stopped it, who took it back, and what went or stayed. */
  public record Undone(
      @Nullable String cancelledBy,
      @Nullable String takenBackBy,
      @Nullable Instant takenBackAt,
      long taken,
      long kept) {}

  public boolean running() {
    return state == State.RUNNING;
  }

  boolean goingBack() {
    return running() && progress.phase().equals("taking-back");
  }

  /** Percent of what it is at; what was there already took no slice to store. */
  public int percent() {
    return state == State.DONE || state == State.TAKEN_BACK ? 100 : progress.percent();
  }

  public long rowsPerSecond() {
    return progress.seconds() < 0.5 || !progress.phase().equals("reading")
        ? 0
        : Math.round(rows / progress.seconds());
  }

  /** The rows of each purchase are brought together before the first of them is understood. */
  private boolean together() {
    return progress.phase().equals("reading") && rows == 0 && progress.percent() > 0;
  }

  /** All bytes are there, and nobody knows how long understanding them takes. */
  private boolean readThrough() {
    return progress.phase().equals("reading") && progress.percent() >= 99;
  }

  /** A part of its phase is done, and it is known which. */
  public boolean measured() {
    return running() && !progress.phase().equals("checking") && !readThrough();
  }

  /** What it is at, in words. */
  public Sentence told() {
    var left = readThrough() ? null : progress.secondsLeft();
    var phase = together() ? "together" : progress.phase();
    var key = "importing.at." + phase + (left == null ? "" : ".left");
    return new Sentence(
        key, List.of(percent(), rows, rowsPerSecond(), left == null ? 0L : left, undone.taken()));
  }

  /** A dry run that may be loaded for real. */
  public boolean repeatable() {
    return dryRun && state == State.DONE && fileKept && !empty();
  }

  /** It is over, and the file had a header and nothing below it. */
  public boolean empty() {
    return state == State.DONE && rows == 0;
  }

  /** It is over, and every row came back. */
  public boolean nothingTaken() {
    return state == State.DONE && rejected > 0 && created + changed + same == 0;
  }

  /** A real one whose file may be loaded once more. */
  public boolean loadable() {
    return !dryRun && !running() && state != State.WAITING && fileKept;
  }

  /** It is over and cannot be loaded once more. */
  public boolean fileGone() {
    return !running() && state != State.WAITING && !fileKept;
  }

  public boolean cancellable() {
    return state == State.WAITING || running() && !goingBack();
  }

  /** Something of it is stored. */
  public boolean takeable() {
    return !dryRun
        && (state == State.DONE || state == State.CANCELLED || state == State.FAILED)
        && created + changed > 0;
  }
}
