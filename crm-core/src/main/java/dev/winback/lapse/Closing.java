package dev.winback.lapse;

import dev.winback.staff.Actor;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a lapse ended, by whom and why. */
@Embeddable
class Closing {

  /** How a person may end a lapse. */
  static final Set<Stage> EXITS =
      Set.of(
          Stage.NOT_WANTED,
          Stage.UNREACHABLE,
          Stage.REFUSED,
          Stage.FALSE_ALARM,
          Stage.GONE,
          Stage.NON_CLIENT);

  private @Nullable LocalDate closedOn;
  private @Nullable Long closedBy;
  private @Nullable String closeReason;
  private @Nullable String closeKind;

  protected Closing() {}

  Closing(LocalDate day, @Nullable Actor actor, String why, @Nullable String kind) {
    closedOn = day;
    closedBy = actor == null ? null : actor.member();
    closeReason = why;
    closeKind = kind;
  }

  boolean isBy(Actor actor) {
    return Objects.equals(closedBy, actor.member());
  }
}
