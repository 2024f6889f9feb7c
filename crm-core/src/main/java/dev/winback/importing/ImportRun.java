package dev.winback.importing;

import dev.winback.shared.Sentence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import as people and scripts see it; every row is created, changed, same or rejected. */
public record ImportRun(
    long id,
    @Nullable ImportType type,
    String fileName,
    boolean dryRun,
    State state,
    @Nullable String format,
    @Nullable Sentence failure,
    List<String> header,
    long rows,
    long created,
    long changed,
    long same,
    long rejected,
    long bytesTotal,
    long bytesRead,
    @Nullable String currency,
    @Nullable BigDecimal moneyTotal,
    @Nullable String member,
    Instant startedAt,
    @Nullable Instant finishedAt,
    double seconds,
    boolean repeatable) {

  /** How far a run is. */
  public enum State {
    RUNNING,
    DONE,
    FAILED
  }

  public boolean running() {
    return state == State.RUNNING;
  }

  /** Percent of the file that was read. */
  public int percent() {
    return bytesTotal == 0 ? 0 : (int) Math.min(100, bytesRead * 100 / bytesTotal);
  }

  public Duration duration() {
    return Duration.ofMillis((long) (seconds * 1000));
  }
}
