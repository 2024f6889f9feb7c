package dev.winback.reason;

import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A reason as the firm keeps it; its code never changes, because findings name it. */
@Entity
@Table(name = "reason")
class ReasonNode {

  @Id private String code = "";
  private @Nullable String name;
  private String branch = "";
  private @Nullable String problem;
  private int position;
  private boolean shipped;
  private @Nullable Instant retiredAt;
  private @Nullable LocalDate repairSince;
  private @Nullable LocalDate repairedOn;
  @Version private @Nullable Long version;

  protected ReasonNode() {}

  ReasonNode(String code, ReasonEntry entry, int position) {
    this.code = code;
    this.position = position;
    change(entry);
  }

  final void change(ReasonEntry entry) {
    var words = entry.words();
    if (words == null && !shipped) {
      throw Refused.field("name", "reason.refused.nameless");
    }
    name = words;
    branch = entry.group().code();
    var type = entry.type();
    problem = type == null ? null : type.code();
  }

  void retire(Instant now) {
    if (retiredAt == null) {
      retiredAt = now;
    }
  }

  void restore() {
    retiredAt = null;
  }

  void repair(RepairEntry entry, LocalDate today) {
    var begun = entry.begun(today);
    var done = entry.done(today);
    if (begun != null && done != null && done.isBefore(begun)) {
      throw Refused.field("repaired", "reason.refused.repaired");
    }
    repairSince = begun;
    repairedOn = done;
  }

  void requireVersion(@Nullable Long expected) {
    if (expected != null && !expected.equals(version)) {
      throw new Outdated("reason.refused.changed");
    }
  }

  int position() {
    return position;
  }

  Reason toReason() {
    return new Reason(
        code,
        name,
        Branch.valueOf(branch.toUpperCase(Locale.ROOT)),
        Problem.ofCode(problem),
        shipped,
        retiredAt != null,
        repairSince,
        repairedOn,
        version == null ? 0 : version);
  }
}
