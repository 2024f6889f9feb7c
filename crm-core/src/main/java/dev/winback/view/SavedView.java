package dev.winback.view;

import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** A view as its owner keeps it. */
@Entity
class SavedView {

  static final int LONGEST_NAME = 60;
  private static final int LONGEST_QUERY = 1000;
  private static final List<String> PATHS = List.of("/lost", "/customers");

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private long memberId;
  private String name = "";
  private String path = "";
  private String query = "";
  private boolean shared;

  /** Its place is no change of what it is: who renames it has not seen an old one. */
  @OptimisticLock(excluded = true)
  private int position;

  private boolean removed;

  @Version private long version;

  protected SavedView() {}

  SavedView(NewView entry, int position, Actor actor) {
    memberId = actor.member();
    this.position = position;
    path = entry.path();
    query = Views.kept(entry.query());
    if (!PATHS.contains(path) || query.length() > LONGEST_QUERY) {
      throw Refused.field("path", "view.refused.path", path);
    }
    rename(entry.name(), entry.shared());
  }

  void rename(String name, boolean shared) {
    var text = name.strip();
    if (text.isEmpty() || text.length() > LONGEST_NAME) {
      throw Refused.field("name", "view.refused.name", LONGEST_NAME);
    }
    this.name = text;
    this.shared = shared;
  }

  void moveTo(int place) {
    position = place;
  }

  void remove() {
    removed = true;
  }

  void restore() {
    removed = false;
  }

  boolean isOf(Actor actor) {
    return memberId == actor.member();
  }

  void requireVersion(@Nullable Long seen) {
    if (seen != null && seen != version) {
      throw new Outdated();
    }
  }

  long id() {
    return Objects.requireNonNull(id);
  }
}
