package dev.winback.task;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Stage;
import dev.winback.staff.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a member's queue; the weight is the expected loss of a year in the currency, the gain
 * what is expected of asking (null: not known), planned the contacts that the loss gets and made
 * those that it had; a call is {@code about} who has {@code left} (DET-13), a longest gap that has
 * passed ({@code max-gap}, DET-09), or nothing of its own. {@code there} is his clock; the offer is
 * the kind that would best be made (null: none), with its percent.
 */
public record TaskRow(
    TaskId id,
    LapseId lapse,
    CustomerId customer,
    MemberId member,
    String login,
    TaskKind kind,
    LocalDate dueOn,
    @Nullable Instant dueAt,
    int attempt,
    @Nullable String aim,
    @Nullable String about,
    BigDecimal weight,
    @Nullable BigDecimal gain,
    int planned,
    int made,
    @Nullable String place,
    String currency,
    Stage stage,
    LocalDate silentSince,
    String ref,
    String name,
    @Nullable String phone,
    @Nullable String phoneE164,
    @Nullable String city,
    boolean fragile,
    boolean overdue,
    CallWindow window,
    ZonedDateTime there,
    @Nullable BestHour bestHour,
    @Nullable String offer,
    int offerPercent) {

  /** What keeps anything back, be it a call or not. */
  private static final Set<CallWindow.NotNow> AGREED =
      EnumSet.of(CallWindow.NotNow.AGREED_LATER, CallWindow.NotNow.WITH_COLLEAGUE);

  /**
   * Promises whose time has come, then what may be called now by expected gain, then what has to
   * wait, and data care last.
   */
  static final Comparator<TaskRow> ORDER =
      Comparator.comparingInt(TaskRow::rank)
          .thenComparing(TaskRow::promisedFor)
          .thenComparing(
              TaskRow::gain,
              Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()).reversed())
          .thenComparing(TaskRow::weight, Comparator.reverseOrder())
          .thenComparing(row -> row.id().value());

  /** Its time has come or is over, or no time was named. */
  public boolean callable() {
    return window.open();
  }

  /** His clock shows another time than the reader's. */
  public boolean elsewhere(ZoneId reader) {
    return !there.withZoneSameInstant(reader).toLocalTime().equals(there.toLocalTime());
  }

  /** Its moment is still to come: the queue gives it to nobody before. */
  boolean waits() {
    return window.until() != null && (kind.calls() || AGREED.contains(window.notNow()));
  }

  /** The word for what it is to achieve, as long as nobody put it otherwise. */
  public String aimWord() {
    return kind == TaskKind.CALL && about != null && stage.open()
        ? kind.code() + "." + about
        : kind.code();
  }

  private int rank() {
    if (kind == TaskKind.DATA_CARE) {
      return 4;
    }
    if (kind.promised() && callable()) {
      return 0;
    }
    if (callable()) {
      return 1;
    }
    return window.notNow() == CallWindow.NotNow.JUST_CALLED ? 3 : 2;
  }

  private Instant promisedFor() {
    boolean promised = kind.promised() || window.notNow() == CallWindow.NotNow.AGREED_LATER;
    if (!promised) {
      return Instant.MAX;
    }
    return dueAt != null ? dueAt : dueOn.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
  }
}
