package dev.winback.script;

import dev.winback.shared.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One text: changed, retired, given its shipped words back. */
@Entity
@Table(name = "script_text")
class ScriptNode {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String kind = "";
  private String code = "";
  private @Nullable String reason;
  private @Nullable String work;
  private @Nullable String style;
  private String title = "";
  private String words = "";
  private int position;
  private @Nullable String shippedTitle;
  private @Nullable String shippedWords;
  private @Nullable Instant retiredAt;

  @Version private long version;

  protected ScriptNode() {}

  /** A text of the firm's own. */
  ScriptNode(TextKind kind, ScriptTextEntry entry, int position) {
    this.kind = kind.code();
    code = "own";
    reason = entry.of();
    this.position = position;
    change(entry);
  }

  void requireVersion(@Nullable Long seen) {
    if (seen != null && seen != version) {
      throw new Refused("script.refused.changed");
    }
  }

  void change(ScriptTextEntry entry) {
    title = entry.heading();
    words = entry.text();
  }

  /** The words that came with the program. */
  void restoreShipped() {
    if (shippedTitle == null || shippedWords == null) {
      throw new Refused("script.refused.own");
    }
    title = shippedTitle;
    words = shippedWords;
  }

  /** A part of the call without words would be a hole in it. */
  void retire(Instant now) {
    if (kind.equals(TextKind.PART.code())) {
      throw new Refused("script.refused.part");
    }
    retiredAt = retiredAt == null ? now : retiredAt;
  }

  void bringBack() {
    retiredAt = null;
  }

  int position() {
    return position;
  }

  ScriptText toText() {
    return new ScriptText(
        Objects.requireNonNull(id),
        TextKind.ofCode(kind),
        code,
        reason,
        work,
        style == null ? null : Style.ofCode(style),
        title,
        words,
        shippedWords != null,
        shippedWords != null && !(words.equals(shippedWords) && title.equals(shippedTitle)),
        retiredAt != null,
        version);
  }
}
