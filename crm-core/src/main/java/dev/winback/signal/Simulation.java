package dev.winback.signal;

import dev.winback.shared.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other limits would change: customers who would be lost or late and are not, those who would
 * not be any more, and their money a year as the sum of the former less the latter, by currency.
 * How far it is can be asked while it runs.
 */
public final class Simulation {

  /** Customers who are named for each signal: the dearest; the others are counted. */
  static final int NAMED = 1000;

  /** A customer by his key, with his money a year. */
  public record Change(long customer, Money money) {}

  /**
   * A signal that would show at so many customers more, or not any more, with the dearest of them.
   */
  public record Sign(SignalKind kind, boolean shown, int count, List<Change> dearest) {

    /** The word in addresses: the kind, and whether it would show. */
    public String code() {
      return kind.code() + (shown ? ".more" : ".fewer");
    }
  }

  /**
   * Who would join and who would leave, who would be lost instead of late and late instead of lost
   * (decision 925), the dearest first. Only those who join and leave are in the money. The signals
   * are compared for themselves: most mean no loss (decision 1004).
   */
  public record Result(
      List<Change> added,
      List<Change> removed,
      List<Change> lost,
      List<Change> late,
      List<Money> money,
      List<Sign> signs) {

    /** Nobody would stand where he does not stand now. */
    public boolean nothing() {
      return added.isEmpty() && removed.isEmpty() && lost.isEmpty() && late.isEmpty();
    }

    /** How many signals more would show, or fewer. */
    public int signs(boolean shown) {
      return signs.stream().filter(s -> s.shown() == shown).mapToInt(Sign::count).sum();
    }

    /** One of the four by its word, or those of a signal; who joins for any other. */
    public List<Change> of(String which) {
      return switch (which) {
        case "removed" -> removed;
        case "lost" -> lost;
        case "late" -> late;
        default ->
            signs.stream()
                .filter(s -> s.code().equals(which))
                .findFirst()
                .map(Sign::dearest)
                .orElse(added);
      };
    }
  }

  private final long id;
  private final String kind;
  private final Map<String, String> fields;
  private final Limits limits;
  private volatile int percent;
  private volatile boolean failed;
  private volatile @Nullable Result result;

  Simulation(long id, String kind, Map<String, String> fields, Limits limits) {
    this.id = id;
    this.kind = kind;
    this.fields = fields;
    this.limits = limits;
  }

  public long id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  /** What was asked, as it was written. */
  public Map<String, String> fields() {
    return fields;
  }

  public Limits limits() {
    return limits;
  }

  public int percent() {
    return percent;
  }

  public boolean failed() {
    return failed;
  }

  /** Null while it runs, and when it failed. */
  public @Nullable Result result() {
    return result;
  }

  void progress(int done, int all) {
    percent = 100 * done / all;
  }

  void finish(Simulating changes) {
    result = changes.result();
    percent = 100;
  }

  void fail() {
    failed = true;
  }
}
