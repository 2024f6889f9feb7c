package dev.winback.romi;

import dev.winback.worth.Increment;
import dev.winback.worth.Romi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The returns of a period and what was spent in it, in the firm's currency; {@code running} of the
 * returns have not had their 60 days yet.
 */
public record RomiPicture(
    LocalDate from,
    LocalDate to,
    String currency,
    BigDecimal marginPercent,
    Map<RomiPart, Line> lines,
    long running,
    Increment increment) {

  /** A part: how many cases, and their sum. */
  public record Line(RomiPart part, long cases, BigDecimal amount) {}

  /** A part that has no case has a line, too. */
  public Line line(RomiPart part) {
    return Objects.requireNonNullElseGet(
        lines.get(part), () -> new Line(part, 0, BigDecimal.ZERO.setScale(2)));
  }

  /** Turnover of the returns with our help, and of those without. */
  public List<Line> earned() {
    return RomiPart.TURNOVER.stream().map(this::line).toList();
  }

  /** What was spent, part by part. */
  public List<Line> spent() {
    return RomiPart.COST.stream().map(this::line).toList();
  }

  public long returned() {
    return earned().stream().mapToLong(Line::cases).sum();
  }

  public BigDecimal turnover() {
    return sum(earned());
  }

  public BigDecimal cost() {
    return sum(spent());
  }

  private static BigDecimal sum(List<Line> lines) {
    return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of a part of the turnover. */
  public BigDecimal margin(Line line) {
    return Romi.margin(line.amount(), marginPercent);
  }

  /** Of all returns. */
  public Romi romi() {
    return new Romi(Romi.margin(turnover(), marginPercent), cost());
  }

  /** Of the returns with our help alone, against the whole cost. */
  public Romi helped() {
    return new Romi(margin(line(RomiPart.HELPED)), cost());
  }

  public boolean empty() {
    return returned() == 0 && cost().signum() == 0;
  }
}
