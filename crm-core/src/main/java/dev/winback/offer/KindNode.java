package dev.winback.offer;

import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of offer as the firm keeps it; its code never changes, because grants name it. */
@Entity
@Table(name = "offer_kind")
class KindNode {

  @Id private String code = "";
  private @Nullable String name;
  private @Nullable String words;
  private String shape = "";
  private String[] problems = {};
  private String[] reasons = {};
  private int percent;
  private BigDecimal fixed = BigDecimal.ZERO;
  private BigDecimal share = BigDecimal.ZERO;
  private boolean approval;
  private @Nullable Integer benchmark;
  private int position;
  private boolean shipped;
  private @Nullable Instant retiredAt;
  @Version private @Nullable Long version;

  protected KindNode() {}

  KindNode(String code, OfferKindEntry entry, int position) {
    this.code = code;
    this.position = position;
    shape = entry.givenShape().code();
    change(entry);
  }

  /** Its shape stays: what was granted is counted by it. */
  final void change(OfferKindEntry entry) {
    var given = entry.givenName();
    if (given == null && !shipped) {
      throw Refused.field("name", "offer.refused.nameless");
    }
    name = given;
    words = entry.givenWords();
    problems = entry.givenProblems();
    reasons = entry.givenReasons();
    percent = entry.givenPercent(Shape.ofCode(shape));
    fixed = entry.givenFixed();
    share = entry.givenShare();
    approval = Boolean.TRUE.equals(entry.approval());
  }

  void retire(Instant now) {
    if (retiredAt == null) {
      retiredAt = now;
    }
  }

  void restore() {
    retiredAt = null;
  }

  void requireVersion(@Nullable Long expected) {
    if (expected != null && !expected.equals(version)) {
      throw new Outdated("offer.refused.changed");
    }
  }

  int position() {
    return position;
  }

  String shape() {
    return shape;
  }

  OfferKind toKind() {
    return new OfferKind(
        code,
        name,
        words,
        Shape.ofCode(shape),
        List.of(problems),
        List.of(reasons),
        percent,
        fixed,
        share,
        approval,
        benchmark,
        shipped,
        retiredAt != null,
        version == null ? 0 : version);
  }
}
