package dev.winback.campaign;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign with its coverage (MEA-10): losses on the list, of them those {@code kept} back to
 * compare with by a share of {@code control} percent and those {@code held} for a reason; of all
 * but those kept back those that somebody has contacted since it began, those that came back, open
 * ones with nobody of the team and open ones that nobody has contacted.
 */
public record Campaign(
    long id,
    String title,
    String state,
    String lead,
    String leadLogin,
    @Nullable String post,
    LocalDate startsOn,
    LocalDate endsOn,
    @Nullable String offers,
    @Nullable Integer mostPercent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal budget,
    String currency,
    @Nullable BigDecimal bonusPercent,
    @Nullable String incentive,
    int control,
    @Nullable String teamNames,
    @Nullable String teamLogins,
    long losses,
    long kept,
    long held,
    long contacted,
    long returned,
    long outside,
    long uncontacted,
    long version) {

  public List<String> team() {
    return teamLogins == null ? List.of() : List.of(teamLogins.split(","));
  }

  /** Whom the campaign is to reach: everyone who is not kept back. */
  public long due() {
    return losses - kept;
  }

  /** Whole percent of them, rounded down: 100 means everyone. */
  public int coverage() {
    return due() == 0 ? 0 : (int) (100 * contacted / due());
  }
}
